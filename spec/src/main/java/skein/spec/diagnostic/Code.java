package skein.spec.diagnostic;

/**
 * The stable code of each kind of diagnostic. A code is never given another meaning; {@code skein
 * explain} prints {@link #explanation()}.
 */
public enum Code {
  // E00x: files and lexing; E01x: syntax; E02x: names; E03x: types; E04x: symmetry;
  // E05x: steps and control flow; E06x: constants and sizes; W1xx: warnings of lint.
  E001(
      "a character that Skein does not know",
      """
      Outside comments and strings a model is written in ASCII.

          x = “a”      // wrong: typographic quotes
          #define N 2   // wrong: there is no preprocessor
          const N = 2   // right
      """),
  E002(
      "a comment that is never closed",
      """
      A comment that begins with /* reaches to the next */, and the file ended before one came.
      Comments do not nest.

          /* the fast path      // wrong
          /* the fast path */   // right
      """),
  E003(
      "a string that is not closed on its line",
      """
      A string stands between double quotes on one line.

          hunk fix "take the reference first     // wrong
          hunk fix "take the reference first"    // right
      """),
  E004(
      "a malformed number",
      """
      Numbers are decimal or hexadecimal; `_` may stand between digits. A name cannot begin with
      a digit.

          const N = 2x            // wrong
          const N = 2             // right
          const MASK = 0xff       // right
          const MANY = 100_000    // right
      """),
  E005(
      "a number that is too large",
      """
      Integers have 64 bits: the largest is 9223372036854775807. Models want small ranges: every
      value that a variable can take multiplies the states to explore.

          const N = 99999999999999999999    // wrong
          const N = 3                       // right
      """),
  E006(
      "an unknown escape in a string",
      """
      In a string a backslash stands only before a quote, a backslash, n or t.

          "C:\\model"      // wrong
          "C:\\\\model"     // right
      """),

  E010(
      "something else was expected here",
      """
      The text does not follow the grammar at this place: the message names what would have
      been read.

          struct Page[2] { locked = bool }    // wrong: expected `:` after the field's name
          struct Page[2] { locked: bool }     // right
      """),
  E011(
      "a bracket that is not closed",
      """
      Each `(`, `[` and `{` needs its `)`, `]` and `}`. The note shows the one left open; where
      the place looks right, look at the indentation between the two.

          if (refs == 1 { free eb }     // wrong
          if (refs == 1) { free eb }    // right
      """),
  E012(
      "a keyword used as a name",
      """
      A few words are kept for the language and cannot name a variable, a function or a type.
      They can name fields.

          let free = 2            // wrong
          let available = 2       // right
          struct pool { free: 0..3 }    // right
      """),
  E013(
      "an unknown declaration",
      """
      At the top level stand declarations: module, import, const, hunk, enum, struct, var, init,
      def, fn, process, action, invariant, cover, constraint, property, check. Statements stand in the
      body of a fn, a process or an action.

          invarient safe: x < 3    // wrong
          invariant safe: x < 3    // right
      """),
  E014(
      "not a statement",
      """
      A statement changes something, waits, or calls a function; a value alone does nothing.

          eb.refs            // wrong
          eb.refs += 1       // right
          x == 1             // wrong: compares
          x = 1              // right: assigns
      """),
  E015(
      "nested too deeply, or too long",
      """
      Brackets, blocks and expressions may be nested 200 deep, and one expression may have 2000
      tokens. Give parts of it names with `def`, `let` or `fn`.
      """),
  E016(
      "an operator of another language",
      """
      The operator means something in C or TLA+, but not in Skein; the help says what to write.

          eb->refs       // wrong
          eb.refs        // right: a reference needs no arrow
          flags & DIRTY  // wrong
          DIRTY in flags // right: flags are a set
          x := 1         // wrong
          x = 1          // right
      """),
  E017(
      "an unknown annotation",
      """
      The one annotation says where a statement stands in the C that is modelled; it goes
      before the statement.

          @line("fs/inode.c:42") BUG_ON(x)    // wrong
          @at("fs/inode.c:42") BUG_ON(x)      // right
      """),
  E018(
      "an unknown outcome after `expect`",
      """
      A check expects `pass`, or one error: BUG_ON, WARN_ON, assert, deadlock, invariant,
      property, cover, leak, use-after-free, double-free, null, range, index, pool-exhausted,
      lock-misuse, division-by-zero, queue, endless-loop, or `error` for any other.

          check race expect BUGON                    // wrong
          check race expect BUG_ON                   // right
          check race expect BUG_ON in free_buffer    // right: in that function
          check race expect invariant safe           // right: that invariant
      """),
  E019(
      "a misplaced `module` line",
      """
      One file is one module, and its name, if it is given, comes first.

          const N = 2
          module counter    // wrong

          module counter    // right
          const N = 2
      """),

  E020(
      "a name that nothing declares",
      """
      The name is not a variable, a constant, a hunk, a member of an enum or a type that is known
      here. Often it is misspelt, or an import is missing.

          buffer_radx = null     // wrong
          buffer_radix = null    // right
      """),
  E021(
      "an unknown type",
      """
      Types are bool, ranges, Task, and what enum, struct and process declare.

          var p: Pgae? = null    // wrong
          var p: Page? = null    // right
      """),
  E022(
      "an unknown function",
      """
      Functions are declared with fn, atomic fn and def; those of the kernel come with
      `import kernel`.

          spin_lok(l)     // wrong
          spin_lock(l)    // right
      """),
  E023(
      "an unknown field",
      """
      A struct has the fields that it declares; a process has the variables that `var` declares
      directly in its body.

          if (eb.ref >= 2)     // wrong
          if (eb.refs >= 2)    // right
      """),
  E024(
      "an unknown label",
      """
      A `goto` leads to a label in the same body, and `p@label` names a label of the process.

          goto ot          // wrong
          goto out         // right
          out: unlock(l)
      """),
  E025(
      "a name that is declared twice",
      """
      Everything at the top level of a model and of what it imports shares one set of names,
      members of enums included. A local may have the name of a global, but not of another local
      of the same block.

          let refs = a.refs
          let refs = b.refs      // wrong
          let refs_b = b.refs    // right
      """),
  E026(
      "a name of the wrong kind",
      """
      The name is known, but as something that cannot stand here: a function where a value is
      wanted, a variable where a type is wanted.

          if (empty) skip        // wrong: empty is a def
          if (empty()) skip      // right
      """),
  E027(
      "an import that cannot be found",
      """
      A path is relative to the file that imports it; the prelude is imported without quotes.

          import "kernel"        // wrong
          import kernel          // right
          import "locks.skein"   // right: a file beside this one
      """),
  E028(
      "imports in a circle",
      """
      Two files cannot import each other. Put what both need into a third one.
      """),
  E029(
      "a check that sets or expects what is not there",
      """
      A check switches on hunks, gives values to constants, and expects one outcome.

          check two with PAGES             // wrong: PAGES is a number
          check two with PAGES = 2         // right
          check two with fix_read = true   // wrong: fix_read is a hunk
          check two with fix_read          // right
      """),

  E030(
      "a value of the wrong type",
      """
      What holds a value, takes it as a parameter or returns it has a type, and the value is of
      another one.

          eb.refs = true      // wrong: refs is a number
          eb.refs = 1         // right
          var p: Page = null  // wrong
          var p: Page? = null // right
      """),
  E031(
      "an operator that does not work on this type",
      """
      Arithmetic and order are for numbers, `&&`, `||` and `!` for bools, `in`, `union`, `inter`,
      `minus` and `subset` for sets, `[…]` for arrays, maps and queues.

          if (refs && dirty)        // wrong: refs is a number
          if (refs != 0 && dirty)   // right
      """),
  E032(
      "a condition that is no bool",
      """
      Other than in C, a number or a reference is not a condition by itself.

          if (page) …           // wrong
          if (page != null) …   // right
      """),
  E033(
      "a call with the wrong number of arguments",
      """
      Every parameter wants one argument.
      """),
  E034(
      "something that cannot be assigned",
      """
      Global and local `var`s, `ref` parameters, fields, and elements of arrays and maps can be
      assigned. What `let`, `for`, `choose` and other parameters introduce keeps its value.

          let n = 1
          n += 1              // wrong
          var m: 0..3 = 1
          m += 1              // right
      """),
  E035(
      "a type that cannot be told",
      """
      `null`, `{}` and `any` alone do not say of what.

          let p = null             // wrong
          let p: Page? = null      // right
      """),
  E036(
      "a type that cannot stand here",
      """
      What is stored needs bounds; elements of sets and keys of maps are single values that are
      never null; whole structs, arrays, maps and queues are passed by reference.

          var n: int               // wrong
          var n: 0..7              // right
          fn lock(l: spinlock)     // wrong
          fn lock(ref l: spinlock) // right
      """),
  E037(
      "a reference without an initial value",
      """
      A reference that is never null has no default.

          var p: Page              // wrong
          var p: Page = any        // right: any of them, each is explored
          var p: Page? = null      // right
      """),
  E038(
      "a whole struct, array, map or queue used as a single value",
      """
      They can be assigned as a whole to a variable of the same type, but not compared, nor copied
      by `let`.

          if (a.lock == b.lock)               // wrong
          if (a.lock.owner == b.lock.owner)   // right
      """),
  E039(
      "a struct that contains itself",
      """
      A struct without a number of objects is embedded where it is used, so it cannot be inside of
      itself. With a number of objects its name is a reference.

          struct Node { next: Node }           // wrong
          struct Node[3] { next: Node? }       // right
      """),

  E040(
      "instances compared by order",
      """
      Objects and processes are interchangeable: they are equal or not, but none comes before
      another. That is what makes the symmetry reduction sound. Where a number is meant, keep one
      in a field, or number the processes.

          if (self < other) …                    // wrong
          process P[i: 1..3] { if (i < j) … }    // right
      """),
  E041(
      "counting with instances",
      """
      Objects and processes are interchangeable and have no neighbours, so nothing can be added to
      one. Say what follows what in a field or a map.

          next = self + 1          // wrong
          next = after[self]       // right, with var after: map<P, P?>
      """),
  E042(
      "a loop over instances in several steps",
      """
      The instances of a symmetric type have no order, so a loop over them must not take one after
      the other where that could be seen.

          for p in Page { p.dirty = false }             // wrong
          atomic { for p in Page { p.dirty = false } }  // right
      """),
  E043(
      "a loop over instances whose order shows",
      """
      Each iteration may write fields of its own instance, map entries that it is the key of, and
      may add to or take from what all share. It reads nothing that another one writes, and does
      not leave the loop.

          for p in Page { last = p }               // wrong
          for p in Page { p.seen = true }          // right
          for p in Page { if (p.dirty) n += 1 }    // right
      """),
  E044(
      "a number for an instance, or an instance for a number",
      """
      Instances of objects and processes have no numbers.

          owner = 0               // wrong
          owner = null            // right
          var a: [N] bool
          a[self] = true          // wrong
          var m: map<P, bool>
          m[self] = true          // right
      """),

  E050(
      "waiting in the middle of a step",
      """
      An atomic function, an `atomic` block and an action are one step, and a step is possible or
      not from its beginning. So an `await`, and a call of what waits, stands only first in them.

          atomic { n += 1; await ready }    // wrong
          atomic { await ready; n += 1 }    // right
      """),
  E051(
      "several steps inside one",
      """
      In an atomic function, an `atomic` block or an action only atomic functions can be called.
      """),
  E052(
      "a call where it cannot stand",
      """
      A function takes steps, so it is called as a statement, as the whole right side of an
      assignment or a `let`, as a `return`'s value, or as a whole operand of a condition of `if`
      and `while`. A `def` takes none and can be called everywhere but as a statement.

          n = 1 + next(q)                 // wrong
          let k = next(q)
          n = 1 + k                       // right
      """),
  E053(
      "recursion",
      """
      Functions are put in place of their calls, so none can call itself, directly or through
      others. Use a loop.
      """),
  E054(
      "`self` or `old` where there is none",
      """
      `self` is the running process: it is known in processes and in the functions that they call.
      `old(e)` is the value before a step: it is known in a `step invariant`.

          invariant a: lock.owner == self                        // wrong
          invariant a: exists p in Task : lock.owner == p        // right
      """),
  E055(
      "`new`, `any` or `[…]` inside an expression",
      """
      `new S` is the whole right side of an assignment or of a `let` or `var`. `any S` and a list
      of an array's elements are whole initial values.

          eb.page = any Page       // wrong
          let page = any Page
          eb.page = page           // right
      """),
  E056(
      "a jump that leads nowhere",
      """
      `break` and `continue` stand in a loop. A `goto` does not lead into or out of an `atomic`
      block, nor past the introduction of a variable that is used after the label.
      """),
  E057(
      "a `return` that does not fit",
      """
      A function with a result returns a value, and only such a function does.

          fn find(): Page? { return }         // wrong
          fn find(): Page? { return null }    // right
      """),
  E058(
      "liveness, which is not checked yet",
      """
      `property`, `fair` and `strong fair` can be written, but they are not checked yet. What must
      hold at the end can often be said with `final invariant`, and that something can happen with
      `cover`.
      """),
  E059(
      "a path without a `return`",
      """
      A function that declares a result returns one on every path.

          fn f(): 0..1 { if (x) return 1 }             // wrong
          fn f(): 0..1 { if (x) return 1; return 0 }   // right
      """),

  E060(
      "a constant expression that has no value",
      "Sizes, ranges and constants are computed before the model runs, from numbers, constants and"
          + " hunks."),
  E061(
      "a size or range that is impossible",
      "A range needs lo <= hi; an array has 1 to 65536 elements, a struct or process 1 to 63"
          + " instances. Sizes often come from constants set by -D or by a check."),
  E062(
      "a set over too many values",
      "A set is kept as a mask of at most 64 bits. Use a smaller element type or a map<K, bool>."),
  E063(
      "a value of a kind that is not possible here",
      "Sets, map keys and queue items are single values that can be listed: bool, a range, an enum,"
          + " a reference."),
  E064(
      "a variable without an initial value",
      "The default (0, or null) is not a value of its type. Write `= any` or give a value."),
  E065(
      "an initial value that reads the state",
      """
      The values of globals and fields make the first state, so they cannot depend on one.

          var a: 0..3 = any
          var b: 0..3 = a       // wrong
          const A = 2
          var b: 0..3 = A       // right
      """),

  W100(
      "something that is never used",
      """
      It can be left out, or its use was forgotten.
      """),
  W101(
      "a hunk that no check switches on",
      """
      Nothing says what the hunk is good for: add a check with it, and one without it.

          check race                expect BUG_ON
          check fixed with fix_it   expect pass
      """),
  W102(
      "a model that cannot fail",
      """
      Without an invariant, an assertion or a BUG_ON only deadlocks and misuse of memory are found.
      """),
  W103(
      "a model that may pass because nothing happens",
      """
      A `cover` asks that some run reaches a state, so that a model that does nothing cannot pass.

          cover both_read: exists p in Reader : p@reading
      """),
  W104(
      "code that is never reached",
      """
      No path leads here: every one before ends with return, goto, break, continue or an endless
      loop.
      """),
  W105(
      "a shared variable counted up or down in one step",
      """
      In C `x++` on shared memory is a load and a store, and something can come between. As one
      step it hides that race. Take two steps, or say that it is atomic.

          n += 1                       // one step: hides the race
          let old_n = n                // two steps, as the C is
          n = old_n + 1
          atomic { n += 1 }            // one step, and said so
      """),
  W106(
      "a condition that is always true or always false",
      """
      The other branch is never taken.
      """),
  W107(
      "a check without `expect`",
      """
      A check says what should come out, so that `skein test` can tell when it changes.

          check race                  // expects a pass
          check race expect BUG_ON    // says so
      """),
  W108(
      "a local that hides a global",
      """
      From here on the name means the local; the global cannot be reached.
      """),
  W109(
      "a file imported twice",
      """
      The second import does nothing.
      """);

  private final String title;
  private final String explanation;

  Code(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  public Severity severity() {
    return name().startsWith("W") ? Severity.WARNING : Severity.ERROR;
  }

  /** What kind of mistake it is, in a few words. */
  public String title() {
    return title;
  }

  /** A paragraph with an example of the mistake and of its remedy. */
  public String explanation() {
    return explanation;
  }
}
