package skein.spec.ir;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingInt;

import com.google.common.collect.ImmutableList;
import skein.spec.model.ActionInfo;
import skein.spec.model.Actor;

/**
 * The numbering of actors and actions, the same for every way to run a system.
 *
 * <p>Actors are the process instances in the order of the {@code TASK} sort, then the action
 * declarations. Actions are the steps of the first process' first instance, of its second, and so
 * on through all processes, then the action declarations. A state's outcomes are listed in
 * ascending order of action, and those of one action in ascending order of what is picked.
 */
public final class ActionTable {
  private final ImmutableList<Entry> entries;
  private final ImmutableList<ActionInfo> actions;
  private final ImmutableList<Actor> actors;
  private final ImmutableList<Integer> firstActions;

  /**
   * One action: a step of a program, as one instance runs it.
   *
   * @param program position in {@link TransitionSystem#programs()}
   * @param instance index in the program's sort; 0 for an action declaration
   */
  public record Entry(int program, int instance, int step) {}

  public ActionTable(TransitionSystem system) {
    actors = actorsOf(system);
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    ImmutableList.Builder<ActionInfo> actions = ImmutableList.builder();
    ImmutableList.Builder<Integer> firstActions = ImmutableList.builder();
    int id = 0;
    int code = 0;
    int actor = processInstances(system).size();
    for (int p = 0; p < system.programs().size(); p++) {
      Program program = system.programs().get(p);
      boolean process = program.sort().isPresent();
      firstActions.add(id);
      for (int i = 0; i < instances(program); i++) {
        int who = process ? program.sort().orElseThrow().base() + i : actor++;
        for (int s = 0; s < program.steps().size(); s++) {
          String name = process ? program.steps().get(s).origin().text() : program.name();
          entries.add(new Entry(p, i, s));
          actions.add(new ActionInfo(id++, name, who, code + s, !process));
        }
      }
      code += program.steps().size();
    }
    this.entries = entries.build();
    this.actions = actions.build();
    this.firstActions = firstActions.build();
  }

  /** All actions; the position is the id. */
  public ImmutableList<ActionInfo> actions() {
    return actions;
  }

  /** All actors; the position is the id. That of a process instance is its index as a task. */
  public ImmutableList<Actor> actors() {
    return actors;
  }

  /** What the action of an id is. */
  public Entry entry(int action) {
    return entries.get(action);
  }

  /**
   * The first action of a program: {@code firstAction + instance * steps + step} is the id of each.
   *
   * @param program position in {@link TransitionSystem#programs()}
   */
  public int firstAction(int program) {
    return firstActions.get(program);
  }

  private static int instances(Program program) {
    return program.sort().map(Sort::size).orElse(1);
  }

  private static ImmutableList<Actor> actorsOf(TransitionSystem system) {
    ImmutableList.Builder<Actor> actors = ImmutableList.builder();
    actors.addAll(processInstances(system));
    int id = processInstances(system).size();
    for (Program program : system.programs()) {
      if (program.sort().isEmpty()) {
        actors.add(new Actor(id++, program.name(), program.name(), false));
      }
    }
    return actors.build();
  }

  private static ImmutableList<Actor> processInstances(TransitionSystem system) {
    ImmutableList<Program> processes =
        system.programs().stream()
            .filter(program -> program.sort().isPresent())
            .sorted(comparingInt(program -> program.sort().orElseThrow().base()))
            .collect(toImmutableList());
    ImmutableList.Builder<Actor> actors = ImmutableList.builder();
    for (Program program : processes) {
      Sort sort = program.sort().orElseThrow();
      for (int i = 0; i < sort.size(); i++) {
        actors.add(new Actor(sort.base() + i, sort.instance(i), program.name(), program.daemon()));
      }
    }
    return actors.build();
  }
}
