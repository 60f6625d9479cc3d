/*
 * philosophers.skein in Promela: the same steps, one for one.
 *
 *	spin -a -DN=12 philosophers.pml
 *	gcc -O3 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -w22
 */
#ifndef N
#define N 4
#endif

#define NOBODY 255
#define first  (_pid < N - 1 -> _pid : 0)
#define second (_pid < N - 1 -> _pid + 1 : _pid)

byte forks[N] = NOBODY;		/* who has it */

active [N] proctype philosopher()
{
	do
	:: d_step { forks[first] == NOBODY -> forks[first] = _pid };
		d_step { forks[second] == NOBODY -> forks[second] = _pid };
		d_step { assert(forks[second] == _pid); forks[second] = NOBODY };
		d_step { assert(forks[first] == _pid); forks[first] = NOBODY }
	od
}
