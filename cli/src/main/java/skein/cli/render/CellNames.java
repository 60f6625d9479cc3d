package skein.cli.render;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skein.checker.report.Trace;
import skein.spec.model.StepReport;

/**
 * Short names for the cells of a trace: {@code refs} for {@code ExtentBuffer.0.refs} as long as the
 * trace touches no other cell that would be called the same, otherwise the full name.
 */
final class CellNames {
  private static final Pattern OBJECT = Pattern.compile("[A-Za-z_]\\w*\\.-?\\d+\\.");

  private final Trace trace;
  private final ImmutableSetMultimap<String, String> cellsByShortName;

  CellNames(Trace trace) {
    this.trace = trace;
    ImmutableSetMultimap.Builder<String, String> cells = ImmutableSetMultimap.builder();
    for (Trace.Step step : trace.steps()) {
      for (StepReport.Line line : step.report().lines()) {
        line.reads().forEach(read -> cells.put(field(read.variable()), read.variable()));
        line.writes().stream()
            .filter(write -> !local(write.variable()))
            .forEach(write -> cells.put(field(write.variable()), write.variable()));
      }
    }
    this.cellsByShortName = cells.build();
  }

  /** What to call a cell. */
  String shortName(String variable) {
    String field = field(variable);
    return unique(field) ? field : variable;
  }

  /** A statement's text with the objects left out whose fields are unmistakable in the trace. */
  String shorten(String text, StepReport.Line line) {
    String shortened = text;
    for (StepReport.Access read : line.reads()) {
      shortened = shorten(shortened, read.variable(), read.expression());
    }
    for (StepReport.Change write : line.writes()) {
      shortened = shorten(shortened, write.variable(), write.expression());
    }
    return shortened;
  }

  private String shorten(String text, String variable, String expression) {
    String field = field(variable);
    // Whose lock it is must be said.
    if (trace.locks().contains(variable)
        || field.equals(variable)
        || !unique(field)
        || !expression.endsWith("." + field)) {
      return text;
    }
    String object = expression.substring(0, expression.length() - field.length());
    int end = 0;
    while (end < field.length() && Character.isJavaIdentifierPart(field.charAt(end))) {
      end++;
    }
    String first = field.substring(0, end);
    return text.replaceAll("(?<![\\w.])" + Pattern.quote(object + first) + "(?!\\w)", first);
  }

  private boolean unique(String field) {
    return cellsByShortName.get(field).size() <= 1;
  }

  /** The name of a cell within its object or process; a global variable's whole name. */
  private String field(String variable) {
    Matcher object = OBJECT.matcher(variable);
    if (object.lookingAt()) {
      return variable.substring(object.end());
    }
    for (String actor : trace.actors()) {
      if (variable.startsWith(actor + ".")) {
        return variable.substring(actor.length() + 1);
      }
    }
    return variable;
  }

  /** Whether a cell is a process' own. Others can see it only if the process declares it so. */
  boolean local(String variable) {
    return trace.actors().stream().anyMatch(actor -> variable.startsWith(actor + "."));
  }
}
