package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateVar;

/** The single cells of a place that holds many. */
final class Cells {
  private Cells() {}

  /** Takes a cell; the path, of field names and numbers, leads to it from the place. */
  interface Visitor {
    void cell(StateVar variable, ImmutableList<IrExpr> indices, ImmutableList<Object> path);
  }

  /** A cell's variable with its indices. */
  record Leaf(StateVar variable, ImmutableList<IrExpr> indices) {}

  static void forEach(Place place, Visitor visitor) {
    walk(place, ImmutableList.of(), visitor);
  }

  private static void walk(Place place, ImmutableList<Object> path, Visitor visitor) {
    Storage storage = place.storage();
    if (storage instanceof Storage.Cell cell) {
      visitor.cell(cell.variable(), place.indices(), path);
    } else if (storage instanceof Storage.Group group) {
      for (Map.Entry<String, Storage> field : group.fields().entrySet()) {
        walk(place.in(field.getValue()), plus(path, field.getKey()), visitor);
      }
    } else if (storage instanceof Storage.Indexed indexed) {
      for (int i = 0; i < indexed.size(); i++) {
        walk(place.at(Fold.number(i), indexed.element()), plus(path, i), visitor);
      }
    } else if (storage instanceof Storage.Fifo fifo) {
      visitor.cell(fifo.length(), place.indices(), plus(path, "size"));
      for (int i = 0; i < fifo.capacity(); i++) {
        Place item = place.at(Fold.number(i), storage);
        visitor.cell(fifo.items(), item.indices(), plus(path, i));
      }
    }
  }

  private static ImmutableList<Object> plus(ImmutableList<Object> path, Object last) {
    return ImmutableList.builder().addAll(path).add(last).build();
  }

  /** The cell at the end of a path of {@link Visitor}. */
  static Leaf leaf(Place place, ImmutableList<Object> path) {
    Place at = place;
    for (Object step : path) {
      if (at.storage() instanceof Storage.Group group) {
        at = at.in(group.fields().get(step));
      } else if (at.storage() instanceof Storage.Indexed indexed) {
        at = at.at(Fold.number((Integer) step), indexed.element());
      } else if (at.storage() instanceof Storage.Fifo fifo) {
        return step.equals("size")
            ? new Leaf(fifo.length(), at.indices())
            : new Leaf(fifo.items(), at.at(Fold.number((Integer) step), fifo).indices());
      }
    }
    return new Leaf(((Storage.Cell) at.storage()).variable(), at.indices());
  }
}
