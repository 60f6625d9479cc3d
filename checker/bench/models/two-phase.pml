/*
 * two-phase.skein in Promela: the same actions, one for one.
 *
 *	spin -a -DRMS=8 two-phase.pml
 *	gcc -O3 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -w22
 */
#ifndef RMS			/* at most 16 */
#define RMS 3
#endif

mtype = { working, prepared, committed, aborted, init_, tm_committed, tm_aborted };

mtype rm_state[RMS] = working;
mtype tm_state = init_;
bool sent[RMS];			/* the "Prepared" message of each */
short tm_prepared;		/* a bit for each that the transaction manager received */
bool commit_sent;
bool abort_sent;

/* _pid 0 to RMS - 1: a resource manager, and the receipt of its message. */
active [RMS] proctype RM()
{
	do
	:: d_step { rm_state[_pid] == working -> rm_state[_pid] = prepared; sent[_pid] = true }
	:: d_step { rm_state[_pid] == working -> rm_state[_pid] = aborted }
	:: d_step { commit_sent -> rm_state[_pid] = committed }
	:: d_step { abort_sent -> rm_state[_pid] = aborted }
	:: d_step { tm_state == init_ && sent[_pid] -> tm_prepared = tm_prepared | (1 << _pid) }
	od
}

active proctype TM()
{
	do
	:: d_step {
		tm_state == init_ && tm_prepared == (1 << RMS) - 1 ->
		tm_state = tm_committed;
		commit_sent = true
	   }
	:: d_step { tm_state == init_ -> tm_state = tm_aborted; abort_sent = true }
	od
}
