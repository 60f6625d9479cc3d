---------------------------------- MODULE Eb ----------------------------------
\* eb.skein in TLA+: the same steps, one for one. What nobody can read any more is set back by the step
\* after which that is so, as Skein does by itself.
EXTENDS Naturals, FiniteSets, TLC

CONSTANTS Readers, Buffers, PAGES, NONE, RECLAIM, IO

VARIABLES readers, reclaim, ebs, pages, radix, private_lock

Pages == 0 .. PAGES - 1
Symmetry == Permutations(Readers) \union Permutations(Buffers)

Start == [pc |-> "find", eb |-> NONE, existing |-> NONE, refs |-> 0, i |-> 0, j |-> 0]
Scan  == [pc |-> "scan", i |-> 0, eb |-> NONE]

Init ==
  /\ readers = [r \in Readers |-> Start]
  /\ reclaim = Scan
  /\ ebs = [e \in Buffers |-> [used |-> FALSE, refs |-> 0, io_pages |-> 0, tree_ref |-> FALSE,
                               in_tree |-> FALSE, uptodate |-> FALSE, lock |-> NONE]]
  /\ pages = [i \in Pages |-> [lock |-> NONE, uptodate |-> FALSE, private |-> NONE]]
  /\ radix = NONE
  /\ private_lock = NONE

InUse(e) == IF e = NONE THEN FALSE ELSE ebs[e].refs > 0

\* Readers ---------------------------------------------------------------------------------------

At(r, label) == readers[r].pc = label
Goto(r, label) == readers' = [readers EXCEPT ![r].pc = label]
Again(r) == readers' = [readers EXCEPT ![r] = Start]

\* After page i: the next one, or on to `done`.
NextPage(r, done) ==
  IF readers[r].i < PAGES - 1
  THEN readers' = [readers EXCEPT ![r].i = @ + 1]
  ELSE readers' = [readers EXCEPT ![r].i = 0, ![r].pc = done]

\* check_buffer_tree_ref(), at the labels given
CheckBufferTreeRef(r, refs, tree_ref, lock, set, done) ==
  LET e == readers[r].eb IN
  /\ \/ At(r, refs)
        /\ Goto(r, IF ebs[e].refs >= 2 THEN tree_ref ELSE lock)
        /\ UNCHANGED ebs
     \/ At(r, tree_ref)
        /\ Goto(r, IF ebs[e].tree_ref THEN done ELSE lock)
        /\ UNCHANGED ebs
     \/ At(r, lock) /\ ebs[e].lock = NONE
        /\ ebs' = [ebs EXCEPT ![e].lock = r]
        /\ Goto(r, set)
     \/ At(r, set)
        /\ ebs' = [ebs EXCEPT ![e].lock = NONE, ![e].tree_ref = TRUE,
                              ![e].refs = IF ebs[e].tree_ref THEN @ ELSE @ + 1]
        /\ Goto(r, done)
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

Find(r) ==
  /\ At(r, "find")
  /\ IF InUse(radix)
     THEN /\ ebs' = [ebs EXCEPT ![radix].refs = @ + 1]
          /\ readers' = [readers EXCEPT ![r].pc = "found refs", ![r].eb = radix]
     ELSE Goto(r, "new") /\ UNCHANGED ebs
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

New(r) ==
  /\ At(r, "new")
  /\ \E e \in Buffers :
       /\ ~ebs[e].used
       /\ ebs' = [ebs EXCEPT ![e].used = TRUE, ![e].refs = 1]
       /\ readers' = [readers EXCEPT ![r].pc = "lock page", ![r].eb = e]
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

LockPage(r) ==
  /\ At(r, "lock page")
  /\ pages[readers[r].i].lock = NONE
  /\ pages' = [pages EXCEPT ![readers[r].i].lock = r]
  /\ NextPage(r, "attach")
  /\ UNCHANGED <<reclaim, ebs, radix, private_lock>>

Attach(r) ==
  /\ At(r, "attach")
  /\ private_lock = NONE
  /\ LET existing == pages[0].private IN
     IF InUse(existing)
     THEN /\ ebs' = [ebs EXCEPT ![existing].refs = @ + 1]
          /\ readers' = [readers EXCEPT ![r].pc = "put new", ![r].existing = existing]
          /\ UNCHANGED pages
     ELSE /\ pages' = [i \in Pages |-> [pages[i] EXCEPT !.private = readers[r].eb]]
          /\ Goto(r, "insert")
          /\ UNCHANGED ebs
  /\ UNCHANGED <<reclaim, radix, private_lock>>

PutNew(r) ==
  /\ At(r, "put new")
  /\ ebs' = [ebs EXCEPT ![readers[r].eb].refs = 0, ![readers[r].eb].used = FALSE]
  /\ readers' = [readers EXCEPT ![r].pc = "check refs", ![r].eb = readers[r].existing,
                                ![r].existing = NONE]
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

Insert(r) ==
  /\ At(r, "insert")
  /\ radix = NONE
  /\ radix' = readers[r].eb
  /\ Goto(r, "check refs")
  /\ UNCHANGED <<reclaim, ebs, pages, private_lock>>

SetInTree(r) ==
  /\ At(r, "set in_tree")
  /\ ebs' = [ebs EXCEPT ![readers[r].eb].in_tree = TRUE]
  /\ Goto(r, "unlock page")
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

UnlockPage(r) ==
  /\ At(r, "unlock page")
  /\ pages' = [pages EXCEPT ![readers[r].i].lock = NONE]
  /\ NextPage(r, "read")
  /\ UNCHANGED <<reclaim, ebs, radix, private_lock>>

Read(r) ==
  /\ At(r, "read")
  /\ Goto(r, IF ebs[readers[r].eb].uptodate THEN "put" ELSE "trylock")
  /\ UNCHANGED <<reclaim, ebs, pages, radix, private_lock>>

Trylock(r) ==
  /\ At(r, "trylock")
  /\ IF pages[readers[r].i].lock = NONE
     THEN /\ pages' = [pages EXCEPT ![readers[r].i].lock = r]
          /\ NextPage(r, "start")
     ELSE /\ Goto(r, IF readers[r].i = 0 THEN "put" ELSE "undo")
          /\ UNCHANGED pages
  /\ UNCHANGED <<reclaim, ebs, radix, private_lock>>

Undo(r) ==
  /\ At(r, "undo")
  /\ pages' = [pages EXCEPT ![readers[r].j].lock = NONE]
  /\ IF readers[r].j < readers[r].i - 1
     THEN readers' = [readers EXCEPT ![r].j = @ + 1]
     ELSE readers' = [readers EXCEPT ![r].pc = "put", ![r].i = 0, ![r].j = 0]
  /\ UNCHANGED <<reclaim, ebs, radix, private_lock>>

StartRead(r) ==
  /\ At(r, "start")
  /\ LET n == Cardinality({i \in Pages : ~pages[i].uptodate})
         e == readers[r].eb IN
     IF n = 0
     THEN ebs' = [ebs EXCEPT ![e].uptodate = TRUE] /\ Goto(r, "submit")
     ELSE ebs' = [ebs EXCEPT ![e].io_pages = n] /\ Goto(r, "fix refs")
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

Submit(r) ==
  /\ At(r, "submit")
  /\ pages' = [pages EXCEPT ![readers[r].i].lock = IF pages[readers[r].i].uptodate THEN NONE ELSE IO]
  /\ NextPage(r, "put")
  /\ UNCHANGED <<reclaim, ebs, radix, private_lock>>

Put(r) ==
  /\ At(r, "put")
  /\ LET refs == ebs[readers[r].eb].refs IN
     IF refs > 3
     THEN readers' = [readers EXCEPT ![r].pc = "cmpxchg", ![r].refs = refs]
     ELSE Goto(r, "put lock")
  /\ UNCHANGED <<reclaim, ebs, pages, radix, private_lock>>

Cmpxchg(r) ==
  /\ At(r, "cmpxchg")
  /\ LET e == readers[r].eb IN
     IF ebs[e].refs = readers[r].refs
     THEN ebs' = [ebs EXCEPT ![e].refs = @ - 1] /\ Again(r)
     ELSE /\ readers' = [readers EXCEPT ![r].pc = "put", ![r].refs = 0]
          /\ UNCHANGED ebs
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

PutLock(r) ==
  /\ At(r, "put lock")
  /\ ebs[readers[r].eb].lock = NONE
  /\ ebs' = [ebs EXCEPT ![readers[r].eb].lock = r]
  /\ Goto(r, "dec")
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

Dec(r) ==
  /\ At(r, "dec")
  /\ LET e == readers[r].eb IN
     /\ ebs' = [ebs EXCEPT ![e].refs = @ - 1]
     /\ Goto(r, IF ebs[e].refs = 1 THEN "clear in_tree" ELSE "unlock")
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

Unlock(r) ==
  /\ At(r, "unlock")
  /\ ebs' = [ebs EXCEPT ![readers[r].eb].lock = NONE]
  /\ Again(r)
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

ClearInTree(r) ==
  /\ At(r, "clear in_tree")
  /\ LET e == readers[r].eb IN
     /\ ebs' = [ebs EXCEPT ![e].in_tree = FALSE, ![e].lock = NONE]
     /\ Goto(r, IF ebs[e].in_tree THEN "clear radix" ELSE "bug")
  /\ UNCHANGED <<reclaim, pages, radix, private_lock>>

ClearRadix(r) ==
  /\ At(r, "clear radix")
  /\ radix' = NONE
  /\ Goto(r, "bug")
  /\ UNCHANGED <<reclaim, ebs, pages, private_lock>>

Bug(r) ==
  /\ At(r, "bug")
  /\ Assert(ebs[readers[r].eb].io_pages = 0, "BUG_ON(eb.io_pages > 0)")
  /\ Goto(r, "release")
  /\ UNCHANGED <<reclaim, ebs, pages, radix, private_lock>>

ReleasePages(e) ==
  /\ private_lock = NONE
  /\ pages' = [i \in Pages |-> [pages[i] EXCEPT !.private = IF @ = e THEN NONE ELSE @]]
  /\ ebs' = [ebs EXCEPT ![e].used = FALSE, ![e].uptodate = FALSE]

Release(r) ==
  /\ At(r, "release")
  /\ ReleasePages(readers[r].eb)
  /\ Again(r)
  /\ UNCHANGED <<reclaim, radix, private_lock>>

Reader(r) ==
  \/ Find(r)
  \/ CheckBufferTreeRef(r, "found refs", "found tree_ref", "found lock", "found set", "read")
  \/ New(r) \/ LockPage(r) \/ Attach(r) \/ PutNew(r) \/ Insert(r)
  \/ CheckBufferTreeRef(r, "check refs", "check tree_ref", "check lock", "check set", "set in_tree")
  \/ SetInTree(r) \/ UnlockPage(r)
  \/ Read(r) \/ Trylock(r) \/ Undo(r) \/ StartRead(r)
  \/ CheckBufferTreeRef(r, "fix refs", "fix tree_ref", "fix lock", "fix set", "submit")
  \/ Submit(r)
  \/ Put(r) \/ Cmpxchg(r) \/ PutLock(r) \/ Dec(r) \/ Unlock(r)
  \/ ClearInTree(r) \/ ClearRadix(r) \/ Bug(r) \/ Release(r)

\* Reclaim ---------------------------------------------------------------------------------------

RGoto(label) == reclaim' = [reclaim EXCEPT !.pc = label]
\* ... to where the page is unlocked: the buffer is dead.
RDone(label) == reclaim' = [reclaim EXCEPT !.pc = label, !.eb = NONE]

Reclaim ==
  LET pc == reclaim.pc
      i == reclaim.i
      e == reclaim.eb
  IN
  \/ pc = "scan"
     /\ \E page \in Pages :
          /\ pages[page].lock = NONE
          /\ pages' = [pages EXCEPT ![page].lock = RECLAIM]
          /\ reclaim' = [reclaim EXCEPT !.pc = "lock private", !.i = page]
     /\ UNCHANGED <<readers, ebs, radix, private_lock>>
  \/ pc = "lock private" /\ private_lock = NONE
     /\ private_lock' = RECLAIM
     /\ RGoto("load private")
     /\ UNCHANGED <<readers, ebs, pages, radix>>
  \/ pc = "load private"
     /\ reclaim' = [reclaim EXCEPT !.pc = IF pages[i].private = NONE THEN "nothing" ELSE "lock",
                                   !.eb = pages[i].private]
     /\ UNCHANGED <<readers, ebs, pages, radix, private_lock>>
  \/ pc = "nothing"
     /\ private_lock' = NONE
     /\ RGoto("released")
     /\ UNCHANGED <<readers, ebs, pages, radix>>
  \/ pc = "lock" /\ ebs[e].lock = NONE
     /\ ebs' = [ebs EXCEPT ![e].lock = RECLAIM]
     /\ RGoto("refs")
     /\ UNCHANGED <<readers, pages, radix, private_lock>>
  \/ pc = "refs"
     /\ RGoto(IF ebs[e].refs = 1 THEN "io" ELSE "busy")
     /\ UNCHANGED <<readers, ebs, pages, radix, private_lock>>
  \/ pc = "io"
     /\ RGoto(IF ebs[e].io_pages = 0 THEN "unlock private" ELSE "busy")
     /\ UNCHANGED <<readers, ebs, pages, radix, private_lock>>
  \/ pc = "busy"
     /\ ebs' = [ebs EXCEPT ![e].lock = NONE]
     /\ private_lock' = NONE
     /\ RDone("unlock page")
     /\ UNCHANGED <<readers, pages, radix>>
  \/ pc = "unlock private"
     /\ private_lock' = NONE
     /\ RGoto("clear tree_ref")
     /\ UNCHANGED <<readers, ebs, pages, radix>>
  \/ pc = "clear tree_ref"
     /\ ebs' = [ebs EXCEPT ![e].tree_ref = FALSE]
     /\ RGoto(IF ebs[e].tree_ref THEN "dec" ELSE "kept")
     /\ UNCHANGED <<readers, pages, radix, private_lock>>
  \/ pc \in {"kept", "unlock"}
     /\ ebs' = [ebs EXCEPT ![e].lock = NONE]
     /\ RDone("unlock page")
     /\ UNCHANGED <<readers, pages, radix, private_lock>>
  \/ pc = "dec"
     /\ ebs' = [ebs EXCEPT ![e].refs = @ - 1]
     /\ RGoto(IF ebs[e].refs = 1 THEN "clear in_tree" ELSE "unlock")
     /\ UNCHANGED <<readers, pages, radix, private_lock>>
  \/ pc = "clear in_tree"
     /\ ebs' = [ebs EXCEPT ![e].in_tree = FALSE, ![e].lock = NONE]
     /\ RGoto(IF ebs[e].in_tree THEN "clear radix" ELSE "bug")
     /\ UNCHANGED <<readers, pages, radix, private_lock>>
  \/ pc = "clear radix"
     /\ radix' = NONE
     /\ RGoto("bug")
     /\ UNCHANGED <<readers, ebs, pages, private_lock>>
  \/ pc = "bug"
     /\ Assert(ebs[e].io_pages = 0, "BUG_ON(eb.io_pages > 0)")
     /\ RGoto("release")
     /\ UNCHANGED <<readers, ebs, pages, radix, private_lock>>
  \/ pc = "release"
     /\ ReleasePages(e)
     /\ RDone("released")
     /\ UNCHANGED <<readers, radix, private_lock>>
  \/ pc = "released"
     /\ pages' = [pages EXCEPT ![i].uptodate = FALSE]
     /\ RGoto("unlock page")
     /\ UNCHANGED <<readers, ebs, radix, private_lock>>
  \/ pc = "unlock page"
     /\ pages' = [pages EXCEPT ![i].lock = NONE]
     /\ reclaim' = Scan
     /\ UNCHANGED <<readers, ebs, radix, private_lock>>

\* Completion ------------------------------------------------------------------------------------

EndBio(i) ==
  /\ pages[i].lock = IO
  /\ LET e == pages[i].private IN
     ebs' = [ebs EXCEPT ![e].io_pages = @ - 1,
                        ![e].uptodate = IF ebs[e].io_pages = 1 THEN TRUE ELSE @]
  /\ pages' = [pages EXCEPT ![i].lock = NONE, ![i].uptodate = TRUE]
  /\ UNCHANGED <<readers, reclaim, radix, private_lock>>

Next == (\E r \in Readers : Reader(r)) \/ Reclaim \/ (\E i \in Pages : EndBio(i))

Spec == Init /\ [][Next]_<<readers, reclaim, ebs, pages, radix, private_lock>>

TreeRefIsCounted == \A e \in Buffers : ebs[e].tree_ref => ebs[e].refs >= 1
================================================================================
