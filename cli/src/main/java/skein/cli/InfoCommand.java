package skein.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.cli.console.Figures;
import skein.spec.Spec;
import skein.spec.ir.Configuration;
import skein.spec.ir.Program;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.Slot;
import skein.spec.layout.StateLayout;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;

/** {@code skein info}. */
@Command(
    name = "info",
    description = "Shows how large a model is: bits a state, processes, symmetry, properties.",
    footer = {
      "",
      "Examples:",
      "  skein info examples/btrfs/readahead.skein",
      "  skein info --layout -D PAGES=2 examples/btrfs/readahead.skein"
    })
final class InfoCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ModelOptions modelOptions;

  @Option(
      names = "--layout",
      description = {
        "Show the bits of every variable.",
        "Example: skein info --layout counter.skein"
      })
  private boolean layout;

  @Parameters(paramLabel = "FILE[::CHECK]", description = "The model, or one of its checks.")
  private String target;

  InfoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Target where = Target.parse(target);
    Models models = new Models(session.console());
    CheckedModule module = models.check(where);
    Optional<Declaration.Check> check = where.check().map(name -> Models.named(module, name));
    Configuration configuration = models.configure(module, check, modelOptions);
    TransitionSystem lowered = models.lower(module, configuration);
    TransitionSystem system = modelOptions.compile().fuse() ? Spec.fuse(lowered) : lowered;
    StateLayout planned = LayoutPlanner.plan(system);
    List<String> lines = new ArrayList<>();
    lines.add("model       " + system.name());
    lines.add("file        " + where.file());
    lines.add("bounds      " + new Bounds(module, configuration).text(system.bounds()));
    lines.add("state       " + size(planned));
    programs(lowered, system, lines);
    lines.add("symmetry    " + symmetry(system));
    lines.add("properties  " + properties(system));
    if (layout) {
      variables(system, planned, lines);
    }
    lines.forEach(session.console().out()::println);
    return ExitStatus.OK;
  }

  private static String size(StateLayout planned) {
    long heap = Runtime.getRuntime().maxMemory();
    // A state takes its words, and about 8 bytes of the index that finds it.
    double bytes = 8.0 * planned.words() + 8;
    return String.format(
        Locale.ROOT,
        "%d bits in %d variables, %d bytes; about %s states fit into the heap of %s",
        planned.bits(),
        planned.cells(),
        8 * planned.words(),
        Figures.rounded(heap * 0.8 / bytes),
        Figures.bytes(heap));
  }

  /**
   * @param lowered before fusion
   */
  private static void programs(
      TransitionSystem lowered, TransitionSystem system, List<String> lines) {
    for (int p = 0; p < system.programs().size(); p++) {
      Program program = system.programs().get(p);
      int before = lowered.programs().get(p).steps().size();
      String kind = program.kind() == Program.Kind.ACTION ? "action      " : "process     ";
      int count = program.sort().map(Sort::size).orElse(1);
      lines.add(
          kind
              + program.name()
              + (count > 1 ? "[" + count + "]" : "")
              + (program.daemon() ? ", a daemon" : "")
              + ": "
              + (program.steps().size() == 1 ? "1 step" : program.steps().size() + " steps")
              + (program.seams().isEmpty() ? "" : ", fused from " + before));
    }
  }

  /** The interchangeable families, and by how much they divide the states at best. */
  private static String symmetry(TransitionSystem system) {
    double order = 1;
    List<String> families = new ArrayList<>();
    for (Sort sort : system.sorts()) {
      if (sort.symmetric() && sort.size() > 1 && sort.kind() != Sort.Kind.TASK) {
        families.add(sort.name() + "[" + sort.size() + "]");
        for (int i = 2; i <= sort.size(); i++) {
          order *= i;
        }
      }
    }
    return families.isEmpty()
        ? "none: nothing is interchangeable"
        : String.join(" x ", families) + ": states divided by up to " + Figures.rounded(order);
  }

  private static String properties(TransitionSystem system) {
    String named =
        system.properties().stream()
            .map(property -> property.kind().word() + " " + property.name())
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "none beyond what is always checked" : named;
  }

  private static void variables(TransitionSystem system, StateLayout planned, List<String> lines) {
    lines.add("");
    lines.add("   bits   cells  variable");
    for (StateVar variable : system.variables()) {
      int width = Slot.width(variable.type());
      String owner = variable.owner().map(sort -> sort.name() + ".").orElse("");
      lines.add(
          String.format(
              Locale.ROOT,
              "%7d %7d  %s%s",
              width * variable.cells(),
              variable.cells(),
              owner,
              variable.name()));
    }
    lines.add(String.format(Locale.ROOT, "%7d %7d  in all", planned.bits(), planned.cells()));
  }
}
