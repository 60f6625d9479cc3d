/**
 * Fusion: at compile time, steps of a process that no other process and no property can tell apart
 * from one step are made one.
 *
 * <p>The theory is Lipton's (Reduction: a method of proving properties of parallel programs, CACM
 * 1975). A step is a <em>right-mover</em> if it may as well happen after whatever another process
 * does next, and a <em>left-mover</em> if it may as well happen before what another did just
 * before; taking a lock is a right-mover, giving it back a left-mover, what only the process itself
 * can see is both. A block of right-movers, then at most one step that is neither, then left-movers
 * can be run in one go: every run is equivalent to one in which no block is interrupted. What a
 * lock protects is inferred, and asserted where that cannot be proven: Stoller and Cohen
 * (Optimistic synchronization-based state-space reduction, TACAS 2003) show that it is enough to
 * assert it in the reduced search. The classification of steps by locks is that of Flanagan and
 * Qadeer (A type and effect system for atomicity, PLDI 2003).
 *
 * <p>What the argument for whole models needs beyond it is in {@link skein.spec.fusion.Movers} (the
 * heap), {@link skein.spec.fusion.Visibility} (properties) and {@link skein.spec.fusion.Blocks}
 * (deadlocks, loops).
 */
package skein.spec.fusion;
