package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateVar;
import skein.spec.layout.Slot;
import skein.spec.layout.StateLayout;

/**
 * Where the cells lie that indices, some of which are known, can lead to. A cell's position is the
 * number of bits of the state below it, whole words counted. It is linear in the indices where the
 * layout is regular, else it is looked up.
 *
 * @param slot the cell, if {@code unknown} is empty, else the first of them
 * @param unknown the dimensions whose index is not known
 * @param words the words that the cells lie in, ascending
 * @param base the position for indices of 0, of the first word if there is only one
 * @param factors what each unknown index is multiplied with: for the position, or, if there is a
 *     table, for the position in it
 * @param table the positions, or empty
 */
record Address(
    Slot slot,
    ImmutableList<Integer> unknown,
    ImmutableList<Integer> words,
    int base,
    ImmutableList<Integer> factors,
    String table) {

  boolean isFixed() {
    return unknown.isEmpty();
  }

  static Address of(StateLayout layout, StateVar variable, List<IrExpr> indices) {
    if (variable.cells() == 0) {
      return fixed(new Slot(0, 0, 0, variable.type().zero()));
    }
    return indices.stream().allMatch(index -> index instanceof IrExpr.Const)
        ? fixed(layout.slot(variable, new Finder(layout, variable, indices).cell(0)))
        : new Finder(layout, variable, indices).find();
  }

  private static Address fixed(Slot slot) {
    ImmutableList<Integer> none = ImmutableList.of();
    return new Address(slot, none, ImmutableList.of(slot.word()), 0, none, "");
  }

  private static final class Finder {
    private final StateLayout layout;
    private final StateVar variable;
    private final List<IrExpr> indices;
    private final List<Integer> unknown;
    private final int[] positions;
    private final TreeSet<Integer> words = new TreeSet<>();

    Finder(StateLayout layout, StateVar variable, List<IrExpr> indices) {
      this.layout = layout;
      this.variable = variable;
      this.indices = indices;
      this.unknown =
          IntStream.range(0, indices.size())
              .filter(d -> !(indices.get(d) instanceof IrExpr.Const))
              .boxed()
              .toList();
      int combinations = 1;
      for (int d : unknown) {
        combinations *= size(d);
      }
      this.positions = new int[combinations];
    }

    private int size(int dimension) {
      return variable.dimensions().get(dimension).size();
    }

    Address find() {
      for (int i = 0; i < positions.length; i++) {
        Slot slot = layout.slot(variable, cell(i));
        positions[i] = slot.word() * Long.SIZE + slot.shift();
        words.add(slot.word());
      }
      if (words.size() == 1) {
        for (int i = 0; i < positions.length; i++) {
          positions[i] -= words.first() * Long.SIZE;
        }
      }
      Slot first = layout.slot(variable, cell(0));
      ImmutableList<Integer> linear = linearFactors();
      boolean regular = isLinear(linear);
      return new Address(
          first,
          ImmutableList.copyOf(unknown),
          ImmutableList.copyOf(words),
          positions[0],
          regular ? linear : rowMajorFactors(),
          regular ? "" : text());
    }

    /** The unknown indices of a combination, in the last of which neighbours differ. */
    private int[] combination(int i) {
      int[] combination = new int[unknown.size()];
      for (int k = combination.length - 1; k >= 0; k--) {
        combination[k] = i % size(unknown.get(k));
        i /= size(unknown.get(k));
      }
      return combination;
    }

    private int cell(int i) {
      int[] combination = combination(i);
      int cell = 0;
      for (int d = 0; d < indices.size(); d++) {
        long index =
            indices.get(d) instanceof IrExpr.Const known
                ? known.value()
                : combination[unknown.indexOf(d)];
        // An index outside the bounds is in code that is never reached.
        cell = cell * size(d) + (0 <= index && index < size(d) ? (int) index : 0);
      }
      return cell;
    }

    private ImmutableList<Integer> rowMajorFactors() {
      Integer[] factors = new Integer[unknown.size()];
      int factor = 1;
      for (int k = factors.length - 1; k >= 0; k--) {
        factors[k] = factor;
        factor *= size(unknown.get(k));
      }
      return ImmutableList.copyOf(factors);
    }

    private ImmutableList<Integer> linearFactors() {
      ImmutableList.Builder<Integer> factors = ImmutableList.builder();
      for (int step : rowMajorFactors()) {
        factors.add(step < positions.length ? positions[step] - positions[0] : 0);
      }
      return factors.build();
    }

    private boolean isLinear(List<Integer> factors) {
      for (int i = 0; i < positions.length; i++) {
        int expected = positions[0];
        int[] combination = combination(i);
        for (int k = 0; k < combination.length; k++) {
          expected += combination[k] * factors.get(k);
        }
        if (expected != positions[i]) {
          return false;
        }
      }
      return true;
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      for (int position : positions) {
        text.append((char) position);
      }
      return text.toString();
    }
  }
}
