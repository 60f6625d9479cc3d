package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import skein.spec.fusion.Code.Site;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;

/**
 * Who reads and writes what, and which of it can get into each other's way: two accesses of one
 * cell by different processes, one of them a write. Left out is what the rules of {@link Movers}
 * speak of: program counters, and locks that keep the rules.
 */
final class Accesses {
  private final Code code;
  private final Locks locks;
  private final ImmutableListMultimap<Integer, Access> byVariable;
  private final ImmutableListMultimap<Long, Access> byPlace;

  Accesses(Code code, Locks locks) {
    this.code = code;
    this.locks = locks;
    ImmutableListMultimap.Builder<Integer, Access> byVariable = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<Long, Access> byPlace = ImmutableListMultimap.builder();
    code.forEach(
        site ->
            of(site)
                .forEach(
                    access -> {
                      byVariable.put(access.variable().id(), access);
                      byPlace.put(place(site.program(), site.position()), access);
                    }));
    this.byVariable = byVariable.build();
    this.byPlace = byPlace.build();
  }

  private static long place(int program, int position) {
    return ((long) program << Integer.SIZE) + position;
  }

  /** The accesses of an instruction. */
  ImmutableList<Access> at(int program, int position) {
    return byPlace.get(place(program, position));
  }

  /** The accesses of a variable. */
  ImmutableList<Access> of(StateVar variable) {
    return byVariable.get(variable.id());
  }

  private ImmutableList<Access> of(Site site) {
    ImmutableList.Builder<Access> found = ImmutableList.builder();
    if (site.instruction() instanceof Instruction.Store store && isCounted(store.variable())) {
      found.add(access(site, store.variable(), store.indices(), true, true));
    }
    Expressions.of(site.instruction()).forEach(e -> collect(site, e, true, found));
    return found.build();
  }

  private boolean isCounted(StateVar variable) {
    return variable.role() != Role.PROGRAM_COUNTER && !locks.isPlain(variable);
  }

  private static Access access(
      Site site, StateVar variable, ImmutableList<IrExpr> indices, boolean write, boolean certain) {
    return new Access(site.program(), site.position(), variable, indices, write, certain);
  }

  private void collect(Site site, IrExpr e, boolean certain, ImmutableList.Builder<Access> found) {
    if (e instanceof IrExpr.Load load && isCounted(load.variable())) {
      found.add(access(site, load.variable(), load.indices(), false, certain));
    }
    if (isStable(e)) {
      IrExpr.Binary comparison = (IrExpr.Binary) e;
      collectIndices(site, comparison.left(), certain, found);
      collectIndices(site, comparison.right(), certain, found);
      return;
    }
    ImmutableList<IrExpr> children = Expressions.children(e);
    for (int i = 0; i < children.size(); i++) {
      collect(site, children.get(i), certain && isCertain(e, i), found);
    }
  }

  private void collectIndices(
      Site site, IrExpr e, boolean certain, ImmutableList.Builder<Access> found) {
    Expressions.children(Shapes.strip(e)).forEach(child -> collect(site, child, certain, found));
  }

  /** A comparison of an exclusive lock's owner with the process itself. */
  private boolean isStable(IrExpr e) {
    for (StateVar lock : locks.exclusive()) {
      for (BinaryOp op : new BinaryOp[] {BinaryOp.EQUAL, BinaryOp.NOT_EQUAL}) {
        if (Shapes.compared(e, op, lock).filter(Locks::isStable).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an operand is evaluated whenever the whole is, and mentions nothing bound in it. */
  private static boolean isCertain(IrExpr whole, int operand) {
    if (whole instanceof IrExpr.Binary binary) {
      return operand == 0
          || switch (binary.op()) {
            case AND, OR, IMPLIES -> false;
            default -> true;
          };
    } else if (whole instanceof IrExpr.Conditional || whole instanceof IrExpr.Let) {
      return operand == 0;
    }
    return !(whole instanceof IrExpr.Quantified);
  }

  /** Whether what a process does there can meet what another does to the same cell. */
  boolean isContested(Access access) {
    return of(access.variable()).stream().anyMatch(other -> conflict(access, other));
  }

  private boolean conflict(Access a, Access b) {
    if (!a.write() && !b.write()) {
      return false;
    }
    Program program = code.program(a.program());
    boolean alone = program.sort().map(sort -> sort.size() == 1).orElse(true);
    return (a.program() != b.program() || !alone) && !areApart(a, b);
  }

  /** Whether the cells differ whenever the processes do. */
  private static boolean areApart(Access a, Access b) {
    for (int d = 0; d < a.indices().size(); d++) {
      IrExpr first = Shapes.strip(a.indices().get(d));
      IrExpr second = Shapes.strip(b.indices().get(d));
      boolean constants =
          first instanceof IrExpr.Const x
              && second instanceof IrExpr.Const y
              && x.value() != y.value();
      if (constants || Shapes.isSelf(first) && Shapes.isSelf(second)) {
        return true;
      }
    }
    return false;
  }
}
