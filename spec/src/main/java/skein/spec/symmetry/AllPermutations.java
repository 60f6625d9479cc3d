package skein.spec.symmetry;

import com.google.common.primitives.Ints;
import skein.spec.layout.Slot;

/**
 * Labelling for a small group: tries every renaming and keeps the least state, comparing word by
 * word as signed numbers. A renaming that loses at the first words never computes the others.
 */
final class AllPermutations implements Labelling {
  private final int[] words;
  private final long order;
  private final CompiledRenaming[] renamings;
  private final long[] least;

  AllPermutations(Component component) {
    this.words = words(component);
    this.order = component.order().longValueExact();
    this.renamings =
        component.renamings().stream()
            .skip(1)
            .map(to -> new CompiledRenaming(component, words, to))
            .toArray(CompiledRenaming[]::new);
    this.least = new long[words.length];
  }

  /** The words that a renaming can change. */
  private static int[] words(Component component) {
    return Ints.toArray(
        component.families().stream()
            .flatMap(family -> family.cells().stream())
            .map(Slot::word)
            .distinct()
            .sorted()
            .toList());
  }

  @Override
  public void canonicalize(long[] states, int at) {
    for (int i = 0; i < words.length; i++) {
      least[i] = states[at + words[i]];
    }
    for (CompiledRenaming renaming : renamings) {
      lower(renaming, states, at);
    }
    for (int i = 0; i < words.length; i++) {
      states[at + words[i]] = least[i];
    }
  }

  /** Makes the renamed state the least so far if it is. */
  private void lower(CompiledRenaming renaming, long[] states, int at) {
    for (int i = 0; i < least.length; i++) {
      long word = renaming.word(i, states, at);
      if (word > least[i]) {
        return;
      }
      if (word < least[i]) {
        least[i] = word;
        for (int rest = i + 1; rest < least.length; rest++) {
          least[rest] = renaming.word(rest, states, at);
        }
        return;
      }
    }
  }

  @Override
  public long orbitSize(long[] states, int at) {
    long same = 1;
    for (CompiledRenaming renaming : renamings) {
      if (fixes(renaming, states, at)) {
        same++;
      }
    }
    return order / same;
  }

  private boolean fixes(CompiledRenaming renaming, long[] states, int at) {
    for (int i = 0; i < words.length; i++) {
      if (renaming.word(i, states, at) != states[at + words[i]]) {
        return false;
      }
    }
    return true;
  }
}
