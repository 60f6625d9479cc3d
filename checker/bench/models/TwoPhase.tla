------------------------------- MODULE TwoPhase -------------------------------
\* two-phase.skein in TLA+: the same actions, one for one, after Lamport's specification of the same name in
\* tlaplus/Examples.
EXTENDS Naturals

CONSTANT RMS

VARIABLES rmState, tmState, tmPrepared, sent, commitSent, abortSent

RM == 1 .. RMS

Init ==
  /\ rmState = [rm \in RM |-> "working"]
  /\ tmState = "init"
  /\ tmPrepared = {}
  /\ sent = {}
  /\ commitSent = FALSE
  /\ abortSent = FALSE

TMRcvPrepared(rm) ==
  /\ tmState = "init"
  /\ rm \in sent
  /\ tmPrepared' = tmPrepared \union {rm}
  /\ UNCHANGED <<rmState, tmState, sent, commitSent, abortSent>>

TMCommit ==
  /\ tmState = "init"
  /\ tmPrepared = RM
  /\ tmState' = "committed"
  /\ commitSent' = TRUE
  /\ UNCHANGED <<rmState, tmPrepared, sent, abortSent>>

TMAbort ==
  /\ tmState = "init"
  /\ tmState' = "aborted"
  /\ abortSent' = TRUE
  /\ UNCHANGED <<rmState, tmPrepared, sent, commitSent>>

RMPrepare(rm) ==
  /\ rmState[rm] = "working"
  /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]
  /\ sent' = sent \union {rm}
  /\ UNCHANGED <<tmState, tmPrepared, commitSent, abortSent>>

RMChooseToAbort(rm) ==
  /\ rmState[rm] = "working"
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ UNCHANGED <<tmState, tmPrepared, sent, commitSent, abortSent>>

RMRcvCommitMsg(rm) ==
  /\ commitSent
  /\ rmState' = [rmState EXCEPT ![rm] = "committed"]
  /\ UNCHANGED <<tmState, tmPrepared, sent, commitSent, abortSent>>

RMRcvAbortMsg(rm) ==
  /\ abortSent
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ UNCHANGED <<tmState, tmPrepared, sent, commitSent, abortSent>>

Next ==
  \/ TMCommit
  \/ TMAbort
  \/ \E rm \in RM :
       \/ TMRcvPrepared(rm)
       \/ RMPrepare(rm)
       \/ RMChooseToAbort(rm)
       \/ RMRcvCommitMsg(rm)
       \/ RMRcvAbortMsg(rm)

Spec == Init /\ [][Next]_<<rmState, tmState, tmPrepared, sent, commitSent, abortSent>>

Consistent == \A a, b \in RM : ~(rmState[a] = "committed" /\ rmState[b] = "aborted")
================================================================================
