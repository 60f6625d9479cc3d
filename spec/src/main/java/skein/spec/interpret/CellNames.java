package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.StringJoiner;
import skein.spec.ir.ActionTable;
import skein.spec.ir.Cells;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.VariableInfo;

/** Cells and their values as reports write them. */
final class CellNames {
  private final Cells cells;
  private final ActionTable actions;
  private final ImmutableList<VariableInfo> variables;

  CellNames(Cells cells, ActionTable actions, ImmutableList<TransitionSystem.Lock> locks) {
    this.cells = cells;
    this.actions = actions;
    ImmutableList.Builder<VariableInfo> variables = ImmutableList.builder();
    for (int cell = 0; cell < cells.count(); cell++) {
      StateVar variable = cells.variable(cell);
      String owner = owner(cell);
      String shortName = variable.name();
      for (int d = variable.keys(); d < variable.dimensions().size(); d++) {
        shortName = indexed(shortName, index(cell, d));
      }
      variables.add(
          new VariableInfo(
              cell,
              within(owner, shortName),
              owner,
              shortName,
              variable.role() == StateVar.Role.PROGRAM_COUNTER || variable.isNameless(),
              locks.stream().anyMatch(lock -> isPartOf(lock.owner(), variable))));
    }
    this.variables = variables.build();
  }

  /** Whether a variable is a field of the same lock struct as the lock's owner. */
  private static boolean isPartOf(StateVar owner, StateVar variable) {
    int dot = owner.name().lastIndexOf('.');
    return variable.name().startsWith(dot < 0 ? owner.name() : owner.name().substring(0, dot + 1))
        && variable.role() == owner.role()
        && variable.owner().equals(owner.owner());
  }

  /** All cells; the position is the cell's number. */
  ImmutableList<VariableInfo> variables() {
    return variables;
  }

  /** A cell's full name: {@code ExtentBuffer.0.pages[1]}. */
  String name(int cell) {
    return variables.get(cell).name();
  }

  /** A name of something of the owner of a cell: {@code ExtentBuffer.0.refs_lock}. */
  String beside(int cell, String name) {
    return within(variables.get(cell).owner(), name);
  }

  /** The value of a cell: {@code 3}, {@code true}, {@code null}, {@code {TREE_REF, IN_TREE}}. */
  String value(int cell, long value) {
    return value(cells.variable(cell).type(), value);
  }

  String value(Scalar type, long value) {
    if (type instanceof Scalar.Bool) {
      return value == 0 ? "false" : "true";
    } else if (type instanceof Scalar.Enum constants) {
      return constants.members().get(Math.toIntExact(value));
    } else if (type instanceof Scalar.Ref ref) {
      return value == Sort.NULL ? "null" : instance(ref.sort(), value);
    } else if (type instanceof Scalar.SetOf set) {
      StringJoiner elements = new StringJoiner(", ", "{", "}");
      for (long rest = value; rest != 0; rest &= rest - 1) {
        Scalar element = set.element();
        elements.add(value(element, Long.numberOfTrailingZeros(rest) + element.origin()));
      }
      return elements.toString();
    }
    return Long.toString(value);
  }

  /** The index of a cell along a dimension: {@code 2}, {@code UPTODATE}, {@code Page.0}. */
  String index(int cell, int dimension) {
    StateVar.Dimension along = cells.variable(cell).dimensions().get(dimension);
    return index(along, cells.indices(cell)[dimension]);
  }

  String index(StateVar.Dimension along, long index) {
    if (along.sort().isPresent()) {
      return instance(along.sort().get(), index);
    }
    return along
        .key()
        .map(key -> value(key, index + key.origin()))
        .orElseGet(() -> Long.toString(index));
  }

  /**
   * Adds an index to a name: at the first place that is marked {@code []} (the name of an array of
   * structs' field is {@code slots[].owner}), else at the end.
   */
  static String indexed(String name, String index) {
    int mark = name.indexOf("[]");
    return mark < 0
        ? name + "[" + index + "]"
        : name.substring(0, mark + 1) + index + name.substring(mark + 1);
  }

  private String owner(int cell) {
    Optional<Sort> owner = cells.variable(cell).owner();
    return owner.map(sort -> instance(sort, cells.indices(cell)[0])).orElse("");
  }

  private String instance(Sort sort, long index) {
    return sort.kind() == Sort.Kind.TASK
        ? actions.actors().get(Math.toIntExact(index)).name()
        : sort.instance(index);
  }

  private static String within(String owner, String name) {
    return owner.isEmpty() ? name : owner + "." + name;
  }
}
