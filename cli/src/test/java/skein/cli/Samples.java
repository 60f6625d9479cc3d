package skein.cli;

/** Small models, one for each outcome. */
final class Samples {
  /** Two tasks count; {@code LIMIT} and the hunk decide whether that goes well. */
  static final String COUNTER =
      """
      module counter
      const LIMIT = 2
      const STRICT = false
      hunk atomic_add "one step instead of two"

      var n: 0..9

      process adder[2] {
          if (atomic_add) {
              n += 1
          } else {
              let seen = n
              n = seen + 1
          }
      }

      invariant small: n <= LIMIT
      final invariant all_counted: n == 2
      cover counted: n == 2

      check lost expect invariant all_counted
      check fixed with atomic_add
      check too_many with atomic_add, LIMIT = 1 expect invariant small
      """;

  static final String DEADLOCK =
      """
      module abba
      import kernel
      var a: spinlock
      var b: spinlock
      process left { spin_lock(a) spin_lock(b) spin_unlock(b) spin_unlock(a) }
      process right { spin_lock(b) spin_lock(a) spin_unlock(a) spin_unlock(b) }
      """;

  static final String COVER =
      """
      module idle
      var n: 0..9
      process p { n = 1 }
      cover far: n == 7
      check far expect cover far
      """;

  /** A hundred million states. */
  static final String LARGE =
      """
      module large
      const N = 8
      var a: [N] 0..9
      action step(i: 0..N - 1) when a[i] < 9 { a[i] += 1 }
      """;

  private Samples() {}
}
