package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.StateVar.Role;
import skein.spec.ir.TransitionSystem;
import skein.spec.syntax.Declaration;

/** The state variables as they come into being, and the locks among them. */
final class Variables {
  private final List<StateVar> all = new ArrayList<>();
  private final List<TransitionSystem.Lock> locks = new ArrayList<>();

  /** Adds a variable. */
  StateVar add(String name, Role role, Scalar type, ImmutableList<Dimension> dimensions) {
    StateVar variable = new StateVar(all.size(), name, role, type, dimensions);
    all.add(variable);
    return variable;
  }

  /** Gives a variable the type that was not known when it was added. */
  StateVar retype(StateVar variable, Scalar type) {
    StateVar known =
        new StateVar(variable.id(), variable.name(), variable.role(), type, variable.dimensions());
    all.set(variable.id(), known);
    return known;
  }

  StateVar get(int id) {
    return all.get(id);
  }

  ImmutableList<StateVar> all() {
    return ImmutableList.copyOf(all);
  }

  ImmutableList<TransitionSystem.Lock> locks() {
    return ImmutableList.copyOf(locks);
  }

  /** Adds the variables that a value of a shape needs. */
  Storage store(String name, Role role, Shape shape, ImmutableList<Dimension> dimensions) {
    if (shape instanceof Shape.One one) {
      return new Storage.Cell(add(name, role, one.type(), dimensions), one.nullable());
    } else if (shape instanceof Shape.Fields fields) {
      return group(name, role, fields, dimensions);
    } else if (shape instanceof Shape.Cells cells) {
      Dimension dimension = new Dimension(cells.size(), cells.sort(), cells.key());
      String elements = cells.element() instanceof Shape.One ? name : name + "[]";
      Storage element = store(elements, role, cells.element(), plus(dimensions, dimension));
      return new Storage.Indexed(cells.size(), cells.key(), element);
    }
    Shape.Fifo fifo = (Shape.Fifo) shape;
    StateVar length = add(name + ".size", role, new Scalar.Int(0, fifo.capacity()), dimensions);
    StateVar items =
        add(name, role, fifo.element().type(), plus(dimensions, Dimension.plain(fifo.capacity())));
    return new Storage.Fifo(length, items, fifo.capacity(), fifo.element().nullable());
  }

  private Storage group(
      String name, Role role, Shape.Fields shape, ImmutableList<Dimension> dimensions) {
    ImmutableMap.Builder<String, Storage> fields = ImmutableMap.builder();
    for (Map.Entry<String, Shape> field : shape.fields().entrySet()) {
      String path = name.isEmpty() ? field.getKey() : name + "." + field.getKey();
      Storage storage = store(path, role, field.getValue(), dimensions);
      fields.put(field.getKey(), storage);
      if (shape.struct().lock()) {
        noteOwner(name, field.getKey(), storage);
      }
    }
    return new Storage.Group(shape.struct(), fields.buildOrThrow());
  }

  private void noteOwner(String name, String field, Storage storage) {
    if (field.equals("owner")
        && storage instanceof Storage.Cell cell
        && cell.variable().type() instanceof Scalar.Ref ref
        && ref.sort().kind() == Sort.Kind.TASK) {
      locks.add(new TransitionSystem.Lock(cell.variable(), name));
    }
  }

  /** The storage of an object's fields and, on a heap, whether it is allocated. */
  record Objects(Sort sort, Storage.Group fields, Optional<StateVar> alive) {}

  Objects objects(Declaration.Struct struct, Shape.Fields shape, Sort sort) {
    ImmutableList<Dimension> dimensions = ImmutableList.of(Dimension.of(sort));
    Optional<StateVar> alive =
        sort.kind() == Sort.Kind.HEAP
            ? Optional.of(add("allocated", Role.ALIVE, Fold.BOOL, dimensions))
            : Optional.empty();
    ImmutableMap.Builder<String, Storage> fields = ImmutableMap.builder();
    shape
        .fields()
        .forEach((name, field) -> fields.put(name, store(name, Role.FIELD, field, dimensions)));
    return new Objects(sort, new Storage.Group(struct, fields.buildOrThrow()), alive);
  }

  private static ImmutableList<Dimension> plus(ImmutableList<Dimension> list, Dimension last) {
    return ImmutableList.<Dimension>builder().addAll(list).add(last).build();
  }
}
