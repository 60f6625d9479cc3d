package skein.spec.layout;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Places blocks in words: each in the first word that has room for all of it, else from a fresh
 * word on, as many ranges in each as go in. Words are filled from bit 0 up.
 */
final class Packing {
  private final List<Integer> used = new ArrayList<>();
  private final ImmutableList.Builder<Columns> placed = ImmutableList.builder();

  /** Places a block; its {@code word}, {@code shift} and {@code perWord} are set here. */
  void place(Columns block) {
    int word = firstWithRoom((long) block.count() * block.width());
    if (word < used.size()) {
      placed.add(at(block, word, used.get(word), block.count()));
      used.set(word, used.get(word) + block.count() * block.width());
      return;
    }
    int perWord = Long.SIZE / block.width();
    placed.add(at(block, word, 0, perWord));
    for (int left = block.count(); left > 0; left -= perWord) {
      used.add(Math.min(left, perWord) * block.width());
    }
  }

  private int firstWithRoom(long bits) {
    int word = 0;
    while (word < used.size() && used.get(word) + bits > Long.SIZE) {
      word++;
    }
    return word;
  }

  private static Columns at(Columns block, int word, int shift, int perWord) {
    return new Columns(
        block.sort(), block.count(), block.width(), word, shift, perWord, block.members());
  }

  int words() {
    return Math.max(1, used.size());
  }

  ImmutableList<Columns> columns() {
    return placed.build();
  }
}
