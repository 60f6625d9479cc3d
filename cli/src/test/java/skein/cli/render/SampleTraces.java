package skein.cli.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import skein.checker.report.Violation;
import skein.spec.model.FaultKind;

/** Traces as searches report them. */
final class SampleTraces {
  private static final String READA = "reada_for_search readahead_tree_block";
  private static final String READER = "reada_for_search.0";
  private static final String EB = "ExtentBuffer.0.";

  private SampleTraces() {}

  /** The readahead race of btrfs: two tasks, no IO completed. */
  static Violation readahead() {
    return readahead(false).violation();
  }

  /** The same race, but the read of another page completes in between. */
  static Violation readaheadWithCompletion() {
    return readahead(true).violation();
  }

  private static TraceBuilder readahead(boolean completion) {
    TraceBuilder t =
        new TraceBuilder(
                "examples/btrfs/readahead.skein",
                ImmutableList.of(READER, "reada_for_search.1", "reclaim", "end_bio"),
                ImmutableSet.of(EB + "refs_lock.owner", "Page.0.lock.owner", "Page.0.lock.io"))
            .initially("buffer_radix", "ExtentBuffer.0")
            .initially("Page.0.lock.owner", "null")
            .initially("Page.0.lock.io", "false")
            .initially("Page.0.private", "ExtentBuffer.0")
            .initially("Page.0.uptodate", "false")
            .initially(EB + "refs", "1")
            .initially(EB + "io_pages", "0")
            .initially(EB + "bflags", "{TREE_REF, IN_TREE}")
            .initially(EB + "refs_lock.owner", "null")
            .initially("reclaim.page", "null")
            .initially("reclaim.eb", "null")
            .initially(READER + ".eb", "null")
            .initially(READER + ".refs", "0");
    reclaimLooks(t);
    readerFinds(t);
    if (completion) {
      t.step(
          "end_bio",
          t.line("end_bio", 30, "page.uptodate = true")
              .chose("page", "Page.0")
              .writes("Page.0.uptodate", "page.uptodate", "true"));
    }
    reclaimDrops(t);
    readerReads(t);
    return t;
  }

  private static void reclaimLooks(TraceBuilder t) {
    String inside = "reclaim try_release_extent_buffer:81";
    t.step(
        "reclaim",
        t.line("reclaim", 79, "let page = any Page")
            .chose("page", "Page.0")
            .writes("reclaim.page", "page", "Page.0"),
        t.line("reclaim", 80, "lock_page(page.lock)")
            .reads("Page.0.lock.owner", "page.lock.owner")
            .reads("Page.0.lock.io", "page.lock.io")
            .writes("Page.0.lock.owner", "page.lock.owner", "reclaim"));
    t.step(
        "reclaim",
        t.line(inside, 60, "let eb = page.private")
            .reads("Page.0.private", "page.private")
            .writes("reclaim.eb", "eb", "ExtentBuffer.0"));
    t.step(
        "reclaim",
        t.line(inside, 61, "spin_lock(eb.refs_lock)")
            .updates(EB + "refs_lock.owner", "eb.refs_lock.owner", "reclaim"));
    t.step(
        "reclaim", t.line(inside, 62, "eb.refs != 1").reads(EB + "refs", "eb.refs").holds(false));
    t.step(
        "reclaim",
        t.line(inside, 62, "eb.io_pages > 0").reads(EB + "io_pages", "eb.io_pages").holds(false));
  }

  private static void readerFinds(TraceBuilder t) {
    String find = READA + ":90 find_extent_buffer:91";
    t.step(
        READER,
        t.line(find, 20, "let eb = buffer_radix")
            .reads("buffer_radix", "buffer_radix")
            .writes(READER + ".eb", "eb", "ExtentBuffer.0"));
    t.step(
        READER,
        t.line(find, 21, "atomic_inc_not_zero(eb.refs)")
            .updates(EB + "refs", "eb.refs", "2")
            .holds(true));
    String check = find + " check_buffer_tree_ref:22";
    t.step(
        READER,
        t.line(check, 31, "let refs = eb.refs")
            .reads(EB + "refs", "eb.refs")
            .writes(READER + ".refs", "refs", "2"),
        t.line(check, 32, "refs >= 2").holds(true));
    t.step(
        READER,
        t.line(check, 32, "TREE_REF in eb.bflags").reads(EB + "bflags", "eb.bflags").holds(true));
  }

  private static void reclaimDrops(TraceBuilder t) {
    String inside = "reclaim try_release_extent_buffer:81";
    t.step(
        "reclaim",
        t.line(inside, 65, "!test_and_clear_bit(TREE_REF, eb.bflags)")
            .updates(EB + "bflags", "eb.bflags", "{IN_TREE}")
            .holds(false));
    String release = inside + " release_extent_buffer:66";
    t.step(
        "reclaim",
        t.line(release, 41, "atomic_dec_and_test(eb.refs)")
            .updates(EB + "refs", "eb.refs", "1")
            .holds(false));
    t.step(
        "reclaim",
        t.line(release, 48, "spin_unlock(eb.refs_lock)")
            .updates(EB + "refs_lock.owner", "eb.refs_lock.owner", "null"));
    t.step(
        "reclaim",
        t.line("reclaim", 82, "unlock_page(page.lock)")
            .updates("Page.0.lock.owner", "page.lock.owner", "null"));
  }

  private static void readerReads(TraceBuilder t) {
    String read = READA + ":90 read_extent_buffer_pages:92";
    t.step(
        READER,
        t.line(read, 70, "trylock_page(page.lock)")
            .reads("Page.0.lock.io", "page.lock.io")
            .updates("Page.0.lock.owner", "page.lock.owner", READER)
            .holds(true));
    t.step(
        READER,
        t.line(read, 71, "eb.io_pages = PAGES").writes(EB + "io_pages", "eb.io_pages", "1"));
    String release = READA + ":90 free_extent_buffer:93 release_extent_buffer:55";
    t.step(
        READER,
        t.line(READA + ":90 free_extent_buffer:93", 54, "spin_lock(eb.refs_lock)")
            .updates(EB + "refs_lock.owner", "eb.refs_lock.owner", READER));
    t.step(
        READER,
        t.line(release, 41, "atomic_dec_and_test(eb.refs)")
            .updates(EB + "refs", "eb.refs", "0")
            .holds(true));
    t.step(
        READER,
        t.line(release, 43, "spin_unlock(eb.refs_lock)")
            .updates(EB + "refs_lock.owner", "eb.refs_lock.owner", "null"));
    t.step(
        READER,
        t.line(release, 44, "buffer_radix = null").writes("buffer_radix", "buffer_radix", "null"));
    t.fails(
        READER,
        FaultKind.BUG_ON,
        "btrfs_release_extent_buffer_pages",
        "BUG_ON(under_io(eb))",
        t.line(release + " btrfs_release_extent_buffer_pages:45", 52, "eb.io_pages > 0")
            .reads(EB + "io_pages", "eb.io_pages")
            .holds(true)
            .at("fs/btrfs/extent_io.c:4841"),
        "fs/btrfs/extent_io.c:4841");
  }

  /** Two tasks take two locks in opposite order. */
  static Violation deadlock() {
    TraceBuilder t =
        new TraceBuilder(
                "abba.skein",
                ImmutableList.of("left", "right"),
                ImmutableSet.of("a.owner", "b.owner"))
            .initially("a.owner", "null")
            .initially("b.owner", "null");
    t.step("left", t.line("left take:4", 5, "spin_lock(a)").updates("a.owner", "a.owner", "left"));
    t.step("right", t.line("right", 9, "spin_lock(b)").updates("b.owner", "b.owner", "right"));
    t.blocked("left", "left take:4", 6, "spin_lock(b)", "b", "right");
    t.blocked("right", "right", 10, "spin_lock(a)", "a", "left");
    return t.violation(Violation.Kind.DEADLOCK, "deadlock", "deadlock");
  }

  /** A lost update by each of four instances of a process: too many for columns. */
  static Violation fourTasks() {
    TraceBuilder t =
        new TraceBuilder(
                "count.skein",
                ImmutableList.of("adder.0", "adder.1", "adder.2", "adder.3"),
                ImmutableSet.of())
            .initially("n", "0");
    for (int i = 0; i < 4; i++) {
      String me = "adder." + i;
      t.initially(me + ".seen", "7");
      t.step(
          me,
          t.line("adder add:3", 5, "let seen = n")
              .reads("n", "n")
              .writes(me + ".seen", "seen", "0"));
    }
    for (int i = 0; i < 4; i++) {
      t.step("adder." + i, t.line("adder add:3", 6, "n = seen + 1").writes("n", "n", "1"));
    }
    return t.violation(Violation.Kind.INVARIANT, "final invariant", "all_counted");
  }
}
