package skein.spec.lowering;

import java.util.concurrent.atomic.AtomicBoolean;
import skein.spec.ir.StateVar;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.types.CheckedModule;
import skein.spec.types.Type;

/** Tells of expressions whether they read what other processes can write. */
final class Sharing {
  private Sharing() {}

  /** Whether an expression may read a global, a field of an object, or another process' state. */
  static boolean touches(World world, Frame frame, Expr e) {
    AtomicBoolean found = new AtomicBoolean();
    Usage.walk(
        e,
        node -> {
          if (reads(world, frame, node)) {
            found.set(true);
          }
        });
    return found.get();
  }

  private static boolean reads(World world, Frame frame, Node node) {
    if (node instanceof Expr.FieldAccess access) {
      Type type = world.module().typeOf(access.object());
      return type instanceof Type.Ref || type instanceof Type.ProcessRef;
    } else if (node instanceof Expr.AtLabel) {
      return true;
    } else if (node instanceof Expr.Call call) {
      return world.module().referenceOf(call).orElse(null) instanceof Declaration.Def def
          && touches(world, frame, def.body());
    }
    return node instanceof Expr.Name name
        && world.module().referenceOf(name).map(d -> isShared(world, frame, d)).orElse(false);
  }

  private static boolean isShared(World world, Frame frame, Declaration d) {
    if (d instanceof Declaration.Global || world.usage().remote().contains(d)) {
      return true;
    }
    return frame.binds(d)
        && frame.binding(d) instanceof Binding.ToPlace to
        && anyVariable(to.place().storage()).role() != StateVar.Role.LOCAL;
  }

  private static StateVar anyVariable(Storage storage) {
    if (storage instanceof Storage.Cell cell) {
      return cell.variable();
    } else if (storage instanceof Storage.Indexed indexed) {
      return anyVariable(indexed.element());
    } else if (storage instanceof Storage.Fifo fifo) {
      return fifo.length();
    }
    return anyVariable(((Storage.Group) storage).fields().values().iterator().next());
  }

  /** Whether an expression calls a function, which has to be inlined where it stands. */
  static boolean calls(CheckedModule module, Expr e) {
    AtomicBoolean found = new AtomicBoolean();
    Usage.walk(
        e,
        node -> {
          if (node instanceof Expr.Call call && isCode(module, call)) {
            found.set(true);
          }
        });
    return found.get();
  }

  private static boolean isCode(CheckedModule module, Expr.Call call) {
    return module
        .referenceOf(call)
        .map(d -> d instanceof Declaration.Function)
        .orElse(call.function().text().equals("pop"));
  }
}
