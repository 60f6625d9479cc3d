-------------------------------- MODULE Filter --------------------------------
\* filter.skein in TLA+: the same steps, one for one. First holds the processes that may have come last to
\* all levels at first: one of them as in filter.skein, all of them as in filter-symmetric.skein.
EXTENDS Naturals, FiniteSets, TLC

CONSTANTS Procs, First

VARIABLES pc, j, level, last

N == Cardinality(Procs)
Symmetry == Permutations(Procs)

Init ==
  /\ pc = [p \in Procs |-> "begin"]
  /\ j = [p \in Procs |-> 0]
  /\ level = [p \in Procs |-> 0]
  /\ \E p \in First : last = [l \in 1 .. N - 1 |-> p]

Goto(p, label) == pc' = [pc EXCEPT ![p] = label]

Begin(p) ==
  /\ pc[p] = "begin"
  /\ j' = [j EXCEPT ![p] = 1]
  /\ Goto(p, "enter")
  /\ UNCHANGED <<level, last>>

Enter(p) ==
  /\ pc[p] = "enter"
  /\ level' = [level EXCEPT ![p] = j[p]]
  /\ Goto(p, "be last")
  /\ UNCHANGED <<j, last>>

BeLast(p) ==
  /\ pc[p] = "be last"
  /\ last' = [last EXCEPT ![j[p]] = p]
  /\ Goto(p, "wait")
  /\ UNCHANGED <<j, level>>

Wait(p) ==
  /\ pc[p] = "wait"
  /\ last[j[p]] # p \/ \A k \in Procs : k = p \/ level[k] < j[p]
  /\ IF j[p] < N - 1
     THEN j' = [j EXCEPT ![p] = @ + 1] /\ Goto(p, "enter")
     ELSE j' = [j EXCEPT ![p] = 0] /\ Goto(p, "critical")
  /\ UNCHANGED <<level, last>>

Leave(p) ==
  /\ pc[p] = "critical"
  /\ level' = [level EXCEPT ![p] = 0]
  /\ Goto(p, "begin")
  /\ UNCHANGED <<j, last>>

Next == \E p \in Procs : Begin(p) \/ Enter(p) \/ BeLast(p) \/ Wait(p) \/ Leave(p)

Spec == Init /\ [][Next]_<<pc, j, level, last>>

Exclusion == Cardinality({p \in Procs : pc[p] = "critical"}) <= 1
================================================================================
