package skein.spec.interpret;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar;

/**
 * How the source names the cells that a step uses: {@code eb.refs}. Found from the statement's
 * text, if only one path in it ends in the variable's name, else from how the index was computed.
 */
final class SourceNames {
  private static final String PATH = "(?<![\\w.\\]])[A-Za-z_]\\w*(?:\\.\\w+|\\[[^\\]]*\\])*\\.";
  private static final String INDEX = "\\[[^\\]]*\\]";
  private static final Pattern BOUND =
      Pattern.compile("(?:(?:let|var|choose|for)\\s+)?(\\w+)\\s*(?:=(?![=>])|:|\\bin\\b).*");

  private final CellNames names;
  private final Map<Integer, String> temporaries = new HashMap<>();
  private final Map<StateVar, String> nameless = new HashMap<>();

  SourceNames(CellNames names) {
    this.names = names;
  }

  /** A temporary now has the value of an expression. */
  void set(int slot, IrExpr value) {
    Optional<String> path = path(value);
    path.ifPresentOrElse(p -> temporaries.put(slot, p), () -> temporaries.remove(slot));
  }

  /** A local that the source does not have now has the value of an expression. */
  void set(StateVar local, IrExpr value) {
    Optional<String> path = path(value);
    path.ifPresentOrElse(p -> nameless.put(local, p), () -> nameless.remove(local));
  }

  /** A temporary has a value that was chosen; the name that the source gives it, if it does. */
  Optional<String> setByChoice(int slot, String text) {
    Matcher bound = BOUND.matcher(text);
    if (!bound.matches()) {
      temporaries.remove(slot);
      return Optional.empty();
    }
    temporaries.put(slot, bound.group(1));
    return Optional.of(bound.group(1));
  }

  /** The name of a cell in a statement; the cell's full name if it is not known. */
  String of(StateVar variable, ImmutableList<IrExpr> indices, int cell, String text) {
    return inText(text, variable, variable.name())
        .or(() -> byShape(variable, indices, OptionalInt.of(cell)))
        .or(() -> inText(text, variable, lastPart(variable.name())))
        .orElse(names.name(cell));
  }

  private static Optional<String> inText(String text, StateVar variable, String name) {
    if (variable.role() != StateVar.Role.FIELD) {
      return Optional.empty();
    }
    String parts =
        Splitter.on("[]").splitToStream(name).map(Pattern::quote).collect(joining(INDEX));
    Matcher path = Pattern.compile(PATH + parts + "(?!\\w)(?:" + INDEX + ")*").matcher(text);
    TreeSet<String> found = new TreeSet<>();
    while (path.find()) {
      found.add(path.group());
    }
    return found.size() == 1 ? Optional.of(found.first()) : Optional.empty();
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * A name from how the indices are computed.
   *
   * @param cell the cell that they lead to, if it is known
   */
  private Optional<String> byShape(
      StateVar variable, ImmutableList<IrExpr> indices, OptionalInt cell) {
    String name = variable.name();
    for (int d = variable.keys(); d < indices.size(); d++) {
      Optional<String> index = indexPath(variable.dimensions().get(d), indices.get(d));
      if (index.isEmpty() && cell.isEmpty()) {
        return Optional.empty();
      }
      int dimension = d;
      name =
          CellNames.indexed(name, index.orElseGet(() -> names.index(cell.getAsInt(), dimension)));
    }
    boolean ownLocal =
        variable.role() == StateVar.Role.LOCAL && strip(indices.get(0)) instanceof IrExpr.Self;
    if (variable.owner().isEmpty() || ownLocal) {
      return Optional.of(name);
    }
    String found = name;
    return path(indices.get(0)).map(owner -> owner + "." + found);
  }

  /** The lowering subtracts a key's origin from what the source writes. */
  private Optional<String> indexPath(StateVar.Dimension dimension, IrExpr index) {
    long origin = dimension.key().map(Scalar::origin).orElse(0L);
    IrExpr stripped = strip(index);
    if (stripped instanceof IrExpr.Const constant) {
      return Optional.of(names.index(dimension, constant.value()));
    } else if (stripped instanceof IrExpr.Binary minus
        && minus.op() == IrExpr.BinaryOp.SUBTRACT
        && minus.right() instanceof IrExpr.Const subtracted
        && subtracted.value() == origin) {
      return path(minus.left());
    }
    return origin == 0 ? path(stripped) : Optional.empty();
  }

  private Optional<String> path(IrExpr expr) {
    IrExpr stripped = strip(expr);
    if (stripped instanceof IrExpr.Temp temp) {
      return Optional.ofNullable(temporaries.get(temp.slot()));
    } else if (stripped instanceof IrExpr.Self) {
      return Optional.of("self");
    } else if (stripped instanceof IrExpr.Load load && load.variable().isNameless()) {
      return Optional.ofNullable(nameless.get(load.variable()));
    } else if (stripped instanceof IrExpr.Load load && !load.old()) {
      return byShape(load.variable(), load.indices(), OptionalInt.empty());
    }
    return Optional.empty();
  }

  private static IrExpr strip(IrExpr expr) {
    if (expr instanceof IrExpr.Checked checked) {
      return strip(checked.operand());
    }
    return expr instanceof IrExpr.AsTask asTask ? strip(asTask.operand()) : expr;
  }
}
