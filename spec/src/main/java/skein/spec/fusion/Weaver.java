package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar;

/**
 * Writes the code of one process anew, each block of steps as one. The code of a step is there once
 * for every block that it is in. The order is reverse postorder, so that only loops jump backwards.
 */
final class Weaver {
  private static final IrExpr TRUE = new IrExpr.Const(1, new Scalar.Bool());

  private final Outline outline;
  private final Blocks blocks;
  private final IntFunction<ImmutableList<Instruction.Assert>> claims;
  private final ImmutableSortedSet<Integer> kept;
  private final List<Node> order;
  private final Map<Node, Integer> places = new HashMap<>();
  private final Map<Integer, Origin> seams = new HashMap<>();

  /**
   * An instruction as part of a step of a block.
   *
   * @param committed whether the block is committed after the step
   */
  private record Node(int position, int step, boolean committed) {}

  /**
   * @param roots steps at which the process may begin, or is asked for
   * @param claims what is to be asserted before the instruction of a position; the targets do not
   *     matter
   */
  Weaver(
      Outline outline,
      Blocks blocks,
      Set<Integer> roots,
      IntFunction<ImmutableList<Instruction.Assert>> claims) {
    this.outline = outline;
    this.blocks = blocks;
    this.claims = claims;
    this.kept = kept(roots);
    this.order = order();
    int place = 0;
    for (Node node : order) {
      places.put(node, place);
      place += size(node);
    }
  }

  /** The steps that begin a block, by their old numbers; the position is the new number. */
  ImmutableList<Integer> steps() {
    return kept.asList();
  }

  private Node begin(int step) {
    return new Node(entry(step), step, blocks.commits(step, false));
  }

  private int entry(int step) {
    return outline.program().steps().get(step).entry();
  }

  private ImmutableSortedSet<Integer> kept(Set<Integer> roots) {
    TreeSet<Integer> found = new TreeSet<>();
    Deque<Integer> waiting = new ArrayDeque<>(roots);
    while (!waiting.isEmpty()) {
      int step = waiting.remove();
      if (step < outline.steps() && found.add(step)) {
        for (Node node : Postorder.of(begin(step), this::successors, new HashSet<>())) {
          arrival(node).filter(to -> !goesOn(node, to)).ifPresent(waiting::add);
        }
      }
    }
    return ImmutableSortedSet.copyOf(found);
  }

  private Optional<Integer> arrival(Node node) {
    OptionalInt arrival = outline.arrival(node.position());
    return arrival.isPresent() ? Optional.of(arrival.getAsInt()) : Optional.empty();
  }

  private boolean goesOn(Node node, int next) {
    return blocks.goesOn(node.step(), node.committed(), next);
  }

  private ImmutableList<Node> successors(Node node) {
    Optional<Integer> arrival = arrival(node);
    if (arrival.isPresent()) {
      int next = arrival.get();
      return goesOn(node, next)
          ? ImmutableList.of(new Node(entry(next), next, blocks.commits(next, node.committed())))
          : ImmutableList.of();
    }
    return Instructions.targets(instruction(node)).stream()
        .map(target -> at(node, target))
        .collect(ImmutableList.toImmutableList());
  }

  private static Node at(Node node, int position) {
    return new Node(position, node.step(), node.committed());
  }

  private Instruction instruction(Node node) {
    return outline.program().instructions().get(node.position());
  }

  private List<Node> order() {
    Set<Node> seen = new HashSet<>();
    List<Node> postorder = new ArrayList<>();
    for (int step : kept.descendingSet()) {
      postorder.addAll(Postorder.of(begin(step), this::successors, seen));
    }
    Collections.reverse(postorder);
    return postorder;
  }

  private int size(Node node) {
    Optional<Integer> arrival = arrival(node);
    int own = arrival.isPresent() && !goesOn(node, arrival.get()) ? 2 : 1;
    return claims.apply(node.position()).size() + own;
  }

  /** Where steps were joined. */
  ImmutableMap<Integer, Origin> seams() {
    return ImmutableMap.copyOf(seams);
  }

  /**
   * The program.
   *
   * @param counter the program counter, whose type has changed
   * @param rewrite what to do to expressions, for the same reason
   */
  Program weave(StateVar counter, UnaryOperator<IrExpr> rewrite) {
    ImmutableList.Builder<Instruction> code = ImmutableList.builder();
    for (Node node : order) {
      int place = places.get(node);
      for (Instruction.Assert claim : claims.apply(node.position())) {
        place++;
        code.add(
            new Instruction.Assert(
                rewrite.apply(claim.condition()), claim.fault(), place, claim.origin()));
      }
      emit(node, place, counter, rewrite, code);
    }
    Program old = outline.program();
    ImmutableList.Builder<Program.Step> steps = ImmutableList.builder();
    for (int step : kept) {
      steps.add(new Program.Step(places.get(begin(step)), old.steps().get(step).origin()));
    }
    ImmutableList<Instruction> instructions = code.build();
    return new Program(
        old.kind(),
        old.name(),
        old.sort(),
        old.daemon(),
        Optional.of(counter),
        old.temporaries(),
        instructions,
        steps.build(),
        seams(),
        old.span());
  }

  private void emit(
      Node node,
      int place,
      StateVar counter,
      UnaryOperator<IrExpr> rewrite,
      ImmutableList.Builder<Instruction> code) {
    Instruction instruction = instruction(node);
    Optional<Integer> arrival = arrival(node);
    if (arrival.isEmpty()) {
      code.add(
          Instructions.map(
              instruction, target -> places.getOrDefault(at(node, target), place), rewrite));
    } else if (goesOn(node, arrival.get())) {
      int next = places.get(successors(node).get(0));
      code.add(new Instruction.Branch(TRUE, next, next, instruction.origin()));
      seams.put(place, outline.program().steps().get(arrival.get()).origin());
    } else {
      IrExpr number = new IrExpr.Const(number(arrival.get()), counter.type());
      ImmutableList<IrExpr> self = ((Instruction.Store) instruction).indices();
      code.add(
          new Instruction.Store(counter, self, number, place + 1, instruction.origin()),
          new Instruction.End(instruction.origin()));
    }
  }

  /** The new number of a step; the end comes after all. */
  int number(int step) {
    return step == outline.steps() ? kept.size() : kept.headSet(step).size();
  }
}
