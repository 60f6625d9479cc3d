package skein.checker.models;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import skein.spec.model.Blocked;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.Place;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/** A model given as a graph: states are numbers, edges are listed one by one. */
public final class ExplicitGraph extends ListedModel {
  private final List<List<Edge>> edges = new ArrayList<>();
  private final List<Edge> initial = new ArrayList<>();
  private final List<IntUnaryOperator> properties = new ArrayList<>();
  private final Set<Integer> ended = new HashSet<>();

  private record Edge(int action, int to, int fault) {}

  /** A graph of states 0 to {@code states - 1} without edges. */
  public ExplicitGraph(int states) {
    super("graph");
    for (int i = 0; i < states; i++) {
      edges.add(new ArrayList<>());
    }
    variable("state");
  }

  /** Adds processes P.0, P.1, …, each with so many actions; ids ascend by process. */
  public ExplicitGraph processes(int count, int actionsEach) {
    for (int i = 0; i < count; i++) {
      int actor = actor("P." + i, "P");
      for (int code = 0; code < actionsEach; code++) {
        action("a" + code, actor, code);
      }
    }
    return this;
  }

  /** Adds an action that no process does. */
  public ExplicitGraph spontaneous(String name) {
    spontaneous(name, actions().size());
    return this;
  }

  public ExplicitGraph initial(int state) {
    initial.add(new Edge(0, state, Successors.NO_FAULT));
    return this;
  }

  /** An initial state that is one only up to its fault. */
  public ExplicitGraph initialFault(int state, int fault) {
    initial.add(new Edge(0, state, fault));
    return this;
  }

  public ExplicitGraph edge(int from, int action, int to) {
    return edge(from, action, to, Successors.NO_FAULT);
  }

  /** Adds an edge; those of a state in ascending order of action. */
  public ExplicitGraph edge(int from, int action, int to, int fault) {
    edges.get(from).add(new Edge(action, to, fault));
    return this;
  }

  public ExplicitGraph withFault(FaultKind kind, String message) {
    fault(kind, message);
    return this;
  }

  /** Adds a property: from a state's number to HOLDS, FAILS, or {@code -1 - fault}. */
  public ExplicitGraph with(PropertyKind kind, String name, IntUnaryOperator value) {
    property(kind, name);
    properties.add(value);
    return this;
  }

  public ExplicitGraph ends(int state) {
    ended.add(state);
    return this;
  }

  @Override
  public void initialStates(Successors out) {
    initial.forEach(edge -> add(edge, out));
  }

  @Override
  public void successors(long[] states, int at, Successors out) {
    edges.get((int) states[at]).forEach(edge -> add(edge, out));
  }

  private static void add(Edge edge, Successors out) {
    int to = out.add(edge.action(), edge.fault());
    out.states()[to] = edge.to();
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    return properties.get(property).applyAsInt((int) states[at]);
  }

  @Override
  public boolean ended(long[] states, int at) {
    return ended.contains((int) states[at]);
  }

  @Override
  public ImmutableList<Blocked> blocked(long[] states, int at) {
    Place place = new Place("graph", (int) states[at], 1);
    return ImmutableList.of(
        new Blocked(
            0,
            ImmutableList.of(),
            "stuck",
            "",
            place,
            java.util.Optional.empty(),
            java.util.Optional.empty()));
  }

  @Override
  public String value(int variable, long[] states, int at) {
    return Long.toString(states[at]);
  }

  /** HOLDS where a condition is true. */
  public static int holdsIf(boolean condition) {
    return condition ? Model.HOLDS : Model.FAILS;
  }
}
