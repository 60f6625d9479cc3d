package skein.checker.visited;

import java.util.Arrays;

/**
 * The slots of a partition's index: {@code int}s, 0 if free. In pages of 16,384, so that a table
 * that grows keeps the ones it has: to touch memory for the first time can cost more than the
 * search itself.
 */
final class SlotTable {
  private static final int SHIFT = 14;
  private static final int PAGE = 1 << SHIFT;
  private static final int FIRST = 64;

  private int[][] pages;
  private int size;

  /**
   * @param slots how many are wanted at first
   */
  SlotTable(int slots) {
    size = rounded(Math.max(FIRST, slots));
    pages = new int[pagesFor(size)][Math.min(size, PAGE)];
  }

  private static int rounded(int slots) {
    return slots <= PAGE ? slots : pagesFor(slots) << SHIFT;
  }

  private static int pagesFor(int slots) {
    return slots + PAGE - 1 >>> SHIFT;
  }

  /** Number of slots. */
  int size() {
    return size;
  }

  /** The slot where the search for a hash begins: from its bits 8 to 39. */
  int first(long hash) {
    return (int) ((hash >>> 8 & 0xFFFFFFFFL) * size >>> 32);
  }

  /** The page of a slot. */
  int[] page(int slot) {
    return pages[slot >>> SHIFT];
  }

  /** Where in its page a slot is. */
  static int within(int slot) {
    return slot & PAGE - 1;
  }

  /** Makes all slots free and at least so many; then all entries are to be set again. */
  void grow(int slots) {
    int wanted = rounded(slots);
    if (size < PAGE) {
      pages = new int[pagesFor(wanted)][Math.min(wanted, PAGE)];
    } else {
      int[][] more = Arrays.copyOf(pages, pagesFor(wanted));
      for (int page = pages.length; page < more.length; page++) {
        more[page] = new int[PAGE];
      }
      for (int[] page : pages) {
        Arrays.fill(page, 0);
      }
      pages = more;
    }
    size = wanted;
  }

  long bytes() {
    return (long) size * Integer.BYTES;
  }

  /** What a table that has grown to at least so many slots takes. */
  static long bytesOf(int slots) {
    return (long) rounded(slots) * Integer.BYTES;
  }
}
