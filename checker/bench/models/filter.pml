/*
 * filter.skein in Promela: the same steps, one for one.
 *
 *	spin -a -DN=6 filter.pml
 *	gcc -O3 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -w24
 */
#ifndef N			/* 3 to 7 */
#define N 4
#endif

byte level[N];
byte last[N - 1];
byte critical;			/* how many are in it */

#define passed(k) (k == _pid || level[k] < j)

#if N == 3
#define first() (passed(0) && passed(1) && passed(2))
#elif N == 4
#define first() (passed(0) && passed(1) && passed(2) && passed(3))
#elif N == 5
#define first() (passed(0) && passed(1) && passed(2) && passed(3) && passed(4))
#elif N == 6
#define first() (passed(0) && passed(1) && passed(2) && passed(3) && passed(4) && passed(5))
#else
#define first() (passed(0) && passed(1) && passed(2) && passed(3) && passed(4) && passed(5) && passed(6))
#endif

active [N] proctype P()
{
	byte j;

begin:
	if	/* Spin has no jumps to a d_step */
	:: d_step { level[_pid] == 0 -> j = 1 }
	fi;
again:
	level[_pid] = j;
	last[j - 1] = _pid;
	if
	:: d_step { j < N - 1 && (last[j - 1] != _pid || first()) -> j++ };
		goto again
	:: d_step { j == N - 1 && (last[j - 1] != _pid || first()) -> j = 0; critical++ }
	fi;
	d_step { assert(critical == 1); level[_pid] = 0; critical-- };
	goto begin
}
