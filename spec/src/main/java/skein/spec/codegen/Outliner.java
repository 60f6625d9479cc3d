package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LRETURN;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Label;
import skein.spec.ir.IrExpr;

/**
 * Cuts long expressions: parts of them get a method of their own, {@code (old, oldAt, now, at,
 * scratch)} to their value. If one fails it leaves the fault in the scratch array, where its caller
 * looks. Everything that the parts share is in the arrays.
 */
final class Outliner {
  private static final String DESCRIPTOR = "([JI[JI[J)J";

  private final Target target;
  private final ClassBuilder builder;
  private final Scratch scratch;
  private final String name;
  private final Map<IrExpr, String> methods = new IdentityHashMap<>();

  /**
   * @param name for what it is done: what the methods' names begin with
   */
  Outliner(Target target, ClassBuilder builder, Scratch scratch, String name) {
    this.target = target;
    this.builder = builder;
    this.scratch = scratch;
    this.name = name;
  }

  /** The local variables in which a caller has the arguments of the calls. */
  record Arguments(int old, int oldAt, int now, int at, int scratch) {
    static final Arguments OF_PART = new Arguments(0, 1, 2, 3, 4);
  }

  /** Gives methods to parts of an expression until the rest is short; returns its weight. */
  int cut(IrExpr expr) {
    List<IrExpr> inline = new ArrayList<>();
    int weight = Weights.own(expr);
    List<Integer> weights = new ArrayList<>();
    for (IrExpr child : Shape.children(expr)) {
      int part = cut(child);
      weight += part;
      if (part > Weights.CALL) {
        inline.add(child);
        weights.add(part);
      }
    }
    while (weight > target.limits().expression() && !inline.isEmpty()) {
      int heaviest = 0;
      for (int i = 1; i < inline.size(); i++) {
        heaviest = weights.get(i) > weights.get(heaviest) ? i : heaviest;
      }
      addMethod(inline.remove(heaviest));
      weight += Weights.CALL - weights.remove(heaviest);
    }
    return weight;
  }

  private void addMethod(IrExpr expr) {
    Code code = new Code();
    Locals locals = new Locals(5);
    Frame frame = frame(code, locals, Arguments.OF_PART, c -> c.op(LCONST_0, LRETURN));
    new ExpressionEmitter(target, frame).value(expr);
    String method = builder.freshName(name + "_part");
    builder.addStatic(method, DESCRIPTOR, code.op(LRETURN));
    methods.put(expr, method);
  }

  /**
   * A frame for code that calls the parts.
   *
   * @param leave emits the return of a method in which the step failed
   */
  Frame frame(Code code, Locals locals, Arguments arguments, Consumer<Code> leave) {
    return new Frame(
        code,
        locals,
        new ArrayWords(arguments.now(), arguments.at()),
        new ArrayWords(arguments.old(), arguments.oldAt()),
        new ArrayTemps(locals, arguments.scratch(), scratch.firstTemp()),
        c -> c.local(ALOAD, arguments.scratch()).push(scratch.self()).op(LALOAD),
        (c, fault) -> {
          c.local(ALOAD, arguments.scratch()).push(scratch.fault()).push(fault.id() + 1L);
          leave.accept(c.op(LASTORE));
        },
        (c, expr) -> call(c, expr, arguments, leave));
  }

  private boolean call(Code code, IrExpr expr, Arguments arguments, Consumer<Code> leave) {
    String method = methods.get(expr);
    if (method == null) {
      return false;
    }
    code.local(ALOAD, arguments.old()).local(ILOAD, arguments.oldAt());
    code.local(ALOAD, arguments.now()).local(ILOAD, arguments.at());
    code.local(ALOAD, arguments.scratch()).invokeStatic(Names.SELF, method, DESCRIPTOR);
    Label passed = new Label();
    code.local(ALOAD, arguments.scratch()).push(scratch.fault()).op(LALOAD, LCONST_0, LCMP);
    leave.accept(code.jump(IFEQ, passed));
    code.place(passed);
    return true;
  }
}
