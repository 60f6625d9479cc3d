----------------------------- MODULE Philosophers -----------------------------
\* philosophers.skein in TLA+: the same steps, one for one.
EXTENDS Integers, FiniteSets

CONSTANT N

VARIABLES pc, forks

Philosophers == 0 .. N - 1
Nobody == -1

First(p) == IF p < N - 1 THEN p ELSE 0
Second(p) == IF p < N - 1 THEN p + 1 ELSE p

Init ==
  /\ pc = [p \in Philosophers |-> "first"]
  /\ forks = [f \in 0 .. N - 1 |-> Nobody]

Take(p, from, fork, to) ==
  /\ pc[p] = from
  /\ forks[fork] = Nobody
  /\ forks' = [forks EXCEPT ![fork] = p]
  /\ pc' = [pc EXCEPT ![p] = to]

PutBack(p, from, fork, to) ==
  /\ pc[p] = from
  /\ forks' = [forks EXCEPT ![fork] = Nobody]
  /\ pc' = [pc EXCEPT ![p] = to]

Next ==
  \E p \in Philosophers :
    \/ Take(p, "first", First(p), "second")
    \/ Take(p, "second", Second(p), "eating")
    \/ PutBack(p, "eating", Second(p), "done")
    \/ PutBack(p, "done", First(p), "first")

Spec == Init /\ [][Next]_<<pc, forks>>

ForksAreExclusive == Cardinality({p \in Philosophers : pc[p] = "eating"}) <= N \div 2
================================================================================
