package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LRETURN;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import com.google.common.collect.ImmutableMap;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import skein.spec.symmetry.OrderPlan.SortPlan;
import skein.spec.symmetry.Tallies.Space;

/** Generates the {@link OrderCode} of a plan: a hidden class, unloaded with the model. */
final class OrderCompiler {
  /** When a method has so many bytes, the rest goes to another. */
  static final int LONG = 2_500;

  /** HotSpot does not compile methods of 8,000 bytes or more: they run tens of times slower. */
  private static final int MOST_BYTES = 7_900;

  private static final String SELF = "skein/spec/symmetry/GeneratedOrder";

  private final OrderPlan plan;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private final Map<String, Bytecode> methods = new LinkedHashMap<>();

  private OrderCompiler(OrderPlan plan) {
    this.plan = plan;
  }

  /** Empty if a method would be too long to be compiled. */
  static Optional<OrderCode> compile(OrderPlan plan) {
    OrderCompiler compiler = new OrderCompiler(plan);
    byte[] generated = compiler.generate();
    if (compiler.methods.values().stream().anyMatch(code -> code.size() > MOST_BYTES)) {
      return Optional.empty();
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(generated, true);
      return Optional.of((OrderCode) lookup.lookupClass().getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the generated class cannot be loaded", e);
    }
  }

  /** Bytes of code of each method, or a few more. */
  static ImmutableMap<String, Integer> sizes(OrderPlan plan) {
    OrderCompiler compiler = new OrderCompiler(plan);
    compiler.generate();
    ImmutableMap.Builder<String, Integer> sizes = ImmutableMap.builder();
    compiler.methods.forEach((name, code) -> sizes.put(name, code.size()));
    return sizes.buildOrThrow();
  }

  private byte[] generate() {
    writer.visit(V17, ACC_FINAL, SELF, null, OrderCode.NAME, null);
    writeConstructor();
    writeOrder();
    if (plan.component().interacting()) {
      writeRefine();
    }
    writeMove();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void writeConstructor() {
    MethodVisitor out = writer.visitMethod(0, "<init>", "()V", null, null);
    out.visitCode();
    out.visitVarInsn(ALOAD, 0);
    out.visitMethodInsn(INVOKESPECIAL, OrderCode.NAME, "<init>", "()V", false);
    out.visitInsn(RETURN);
    out.visitMaxs(0, 0);
    out.visitEnd();
  }

  /** Begins a static method; the name gets a number. */
  Bytecode begin(String kind) {
    return begin(kind, "V");
  }

  private Bytecode begin(String kind, String result) {
    String name = kind + methods.size();
    MethodVisitor out =
        writer.visitMethod(ACC_STATIC, name, Bytecode.STATE_AND_BUFFER + result, null, null);
    Bytecode code = new Bytecode(out, true);
    methods.put(name, code);
    return code;
  }

  private Bytecode override(String name, String result) {
    MethodVisitor out =
        writer.visitMethod(ACC_FINAL, name, Bytecode.STATE_AND_BUFFER + result, null, null);
    return new Bytecode(out, false);
  }

  private void writeOrder() {
    List<String> reads = written(() -> new ReadEmitter(plan, this).emit());
    List<String> sorts = written(() -> plan.sorts().forEach(this::writeSort));
    Bytecode code = override("order", "J");
    reads.forEach(name -> code.call(SELF, name, "V"));
    code.push(0L);
    sorts.forEach(name -> code.call(SELF, name, "J").op(LOR));
    code.finish(LRETURN);
  }

  private void writeSort(SortPlan sort) {
    Bytecode code = begin("sort", "J");
    new SortEmitter(plan, sort, code).emit(new FirstKeys(plan, sort, code));
  }

  private void writeResort(SortPlan sort) {
    Bytecode code = begin("resort", "J");
    new SortEmitter(plan, sort, code).emit(new RefinedKeys(plan, sort, code));
  }

  private void writeRefine() {
    RefineEmitter emitter = new RefineEmitter(plan, this);
    List<String> classes = written(() -> plan.sorts().forEach(emitter::classes));
    List<String> tells = written(() -> plan.sorts().forEach(emitter::tell));
    List<String> sorts = written(() -> plan.sorts().forEach(this::writeResort));
    Bytecode code = override("refine", "J");
    for (Space space : plan.tallies().spaces()) {
      code.slotPlace(plan.maps() + space.number()).push(RefineEmitter.fixed(space)).set();
      for (int value = 1; value < space.points().size(); value++) {
        code.slotPlace(plan.named(space) + value).push(0L).set();
      }
    }
    classes.forEach(name -> code.call(SELF, name, "V"));
    tells.forEach(name -> code.call(SELF, name, "V"));
    code.push(0L);
    sorts.forEach(name -> code.call(SELF, name, "J").op(LOR));
    code.finish(LRETURN);
  }

  /** The names of the methods that something writes. */
  private List<String> written(Runnable writer) {
    int before = methods.size();
    writer.run();
    return methods.keySet().stream().skip(before).toList();
  }

  private void writeMove() {
    MoveEmitter emitter = new MoveEmitter(plan, this);
    Map<SortPlan, List<String>> moves = new LinkedHashMap<>();
    plan.sorts().forEach(sort -> moves.put(sort, written(() -> emitter.columns(sort))));
    Map<Space, List<String>> renames = new LinkedHashMap<>();
    for (Space space : plan.tallies().spaces()) {
      renames.put(space, written(() -> emitter.references(space)));
    }
    Bytecode code = override("move", "V");
    renames.keySet().forEach(space -> code.slotPlace(plan.maps() + space.number()).push(0L).set());
    moves.forEach(
        (sort, names) -> {
          code.slot(sort.order()).push(sort.inOrder()).op(LXOR);
          callUnlessZero(code, names);
        });
    renames.forEach(
        (space, names) -> callUnlessZero(code.slot(plan.maps() + space.number()), names));
    code.finish(RETURN);
  }

  private static void callUnlessZero(Bytecode code, List<String> names) {
    Label end = code.unlessZero();
    names.forEach(name -> code.call(SELF, name, "V"));
    code.end(end);
  }
}
