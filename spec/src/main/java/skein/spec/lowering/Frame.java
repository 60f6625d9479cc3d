package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Origin;
import skein.spec.ir.Sort;
import skein.spec.syntax.Declaration;

/** One inlined call: what its names stand for, where it returns to. */
final class Frame {

  /** Where {@code break} and {@code continue} go. */
  record LoopExits(Label onBreak, Label onContinue) {}

  private final String function;
  private final ImmutableList<Origin.Frame> stack;
  private final Optional<Sort> process;
  private final Map<Declaration, Shape> typeArguments;
  private final Map<Declaration, Binding> bindings = new IdentityHashMap<>();
  private final Map<String, Label> labels = new HashMap<>();
  private final Deque<LoopExits> loops = new ArrayDeque<>();
  private final Label exit = new Label();
  private Optional<Register> result = Optional.empty();

  /**
   * @param stack the active calls, this one last
   * @param process the sort of the running process, absent outside processes
   */
  Frame(
      String function,
      ImmutableList<Origin.Frame> stack,
      Optional<Sort> process,
      Map<Declaration, Shape> typeArguments) {
    this.function = function;
    this.stack = stack;
    this.process = process;
    this.typeArguments = typeArguments;
  }

  String function() {
    return function;
  }

  ImmutableList<Origin.Frame> stack() {
    return stack;
  }

  Optional<Sort> process() {
    return process;
  }

  Map<Declaration, Shape> typeArguments() {
    return typeArguments;
  }

  void bind(Declaration name, Binding binding) {
    bindings.put(name, binding);
  }

  boolean binds(Declaration name) {
    return bindings.containsKey(name);
  }

  Binding binding(Declaration name) {
    Binding binding = bindings.get(name);
    if (binding == null) {
      throw new IllegalStateException("unbound name at " + name.span());
    }
    return binding;
  }

  Label label(String name) {
    return labels.computeIfAbsent(name, key -> new Label());
  }

  Deque<LoopExits> loops() {
    return loops;
  }

  Label exit() {
    return exit;
  }

  Optional<Register> result() {
    return result;
  }

  void returnTo(Register register) {
    result = Optional.of(register);
  }
}
