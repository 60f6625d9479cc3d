package skein.cli.render;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skein.checker.report.Trace;
import skein.spec.model.StepReport;
import skein.spec.model.StepReport.Access;
import skein.spec.model.StepReport.Change;
import skein.spec.model.StepReport.Line;

/**
 * Says in a few words what an executed statement did to what is shared: the change itself where it
 * speaks for itself, otherwise the source's text with what was learnt as a comment. Statements that
 * touch nothing shared are passed over.
 */
final class Wording {
  private static final Pattern CALL = Pattern.compile("[A-Za-z_]\\w*\\(.*\\)");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*(: [^=]+)? = .*");
  private static final String ALLOCATED = ".allocated";
  private static final Pattern DECLARATION = Pattern.compile("^(let|var) ");

  /** More values than this in a comment, or a longer one, say less than whether it held. */
  private static final int MOST_VALUES = 3;

  private static final int LONGEST_VALUE = 16;

  private final Trace trace;
  private final CellNames names;
  private final LockSections locks;
  private final ImmutableSet<String> shared;

  Wording(Trace trace, CellNames names, LockSections locks) {
    this.trace = trace;
    this.names = names;
    this.locks = locks;
    this.shared =
        trace.steps().stream()
            .flatMap(step -> step.report().lines().stream())
            .flatMap(line -> line.reads().stream())
            .map(Access::variable)
            .collect(ImmutableSet.toImmutableSet());
  }

  /** Empty if the line is not worth showing. */
  Optional<Phrase> of(int step, Line line) {
    ImmutableList<Change> writes = effects(step, line);
    ImmutableList<Access> reads =
        line.reads().stream()
            .filter(read -> !locks.hides(step, read.variable()))
            .collect(toImmutableList());
    if (!writes.isEmpty()) {
      return Optional.of(ofWrites(line, writes));
    }
    if (line.chosen().isEmpty() && !reads.isEmpty()) {
      return telling(line, reads) ? Optional.of(ofReads(line, reads)) : Optional.empty();
    }
    return ofChoice(line);
  }

  /** The changes of a line that a diagram shows. */
  ImmutableList<Change> effects(int step, Line line) {
    return line.writes().stream()
        .filter(write -> isShared(write.variable()) && !locks.hides(step, write.variable()))
        .collect(toImmutableList());
  }

  /**
   * Whether what was read could have been anything else: to follow a pointer to the only object
   * that there is, where the pointer never changes again, tells nothing.
   */
  private boolean telling(Line line, List<Access> reads) {
    return line.outcome().isPresent()
        || reads.stream()
            .anyMatch(r -> hadAlternatives(r) || !r.value().equals(atEnd(r.variable())));
  }

  private String atEnd(String variable) {
    return trace.steps().get(trace.steps().size() - 1).after().getOrDefault(variable, "");
  }

  /** The text of a line as it is, for one that must be shown. */
  Phrase plain(Line line) {
    return new Phrase(names.shorten(DECLARATION.matcher(line.text()).replaceFirst(""), line));
  }

  private boolean isShared(String variable) {
    return !names.local(variable) || shared.contains(variable);
  }

  private Phrase ofWrites(Line line, ImmutableList<Change> writes) {
    Phrase plain = plain(line);
    if (line.text().startsWith("free ") || writes.size() > MOST_VALUES) {
      return plain;
    }
    if (line.text().contains("new ")) {
      return new Phrase(plain.text(), newObject(line));
    }
    boolean onlyLocks = writes.stream().allMatch(write -> locks.isLock(write.variable()));
    if (onlyLocks) {
      return new Phrase(plain.text(), whichLock(plain.text(), writes.get(0).variable()));
    }
    boolean call = CALL.matcher(line.text()).matches();
    if (call && writes.size() > 1) {
      return plain;
    }
    String effects =
        writes.stream().map(write -> effect(line, write)).collect(Collectors.joining(", "));
    boolean speaks =
        writes.stream().anyMatch(w -> Changes.isSet(w.before()) || Changes.isNumber(w.before()));
    if (call && !speaks) {
      return new Phrase(plain.text(), effects);
    }
    return new Phrase(effects);
  }

  /** The name of a lock, unless the text says it already. */
  private String whichLock(String text, String variable) {
    String name = names.shortName(variable);
    String lock = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    return text.contains(lock) ? "" : lock;
  }

  private String effect(Line line, Change write) {
    boolean read = line.reads().stream().anyMatch(r -> r.variable().equals(write.variable()));
    return Changes.describe(write, names.shortName(write.variable()), read);
  }

  /** Which object a statement with {@code new} got. */
  private static String newObject(Line line) {
    return line.writes().stream()
        .map(Change::variable)
        .filter(variable -> variable.endsWith(ALLOCATED))
        .map(variable -> variable.substring(0, variable.length() - ALLOCATED.length()))
        .findFirst()
        .orElse("");
  }

  private Phrase ofReads(Line line, ImmutableList<Access> reads) {
    String text = plain(line).text();
    if (line.outcome().isPresent()) {
      String outcome = line.outcome().get().toString();
      String values = values(reads, true);
      return new Phrase(text, values.isEmpty() || values.equals(text) ? outcome : values);
    }
    if (line.text().startsWith("await ")
        || reads.stream().allMatch(r -> locks.isLock(r.variable()))) {
      return new Phrase(text);
    }
    Matcher assignment = ASSIGNMENT.matcher(DECLARATION.matcher(line.text()).replaceFirst(""));
    if (assignment.matches()) {
      return new Phrase(assignment.group(), assigned(line, reads));
    }
    String values = values(reads, false);
    boolean bare = values.startsWith(text + " == ");
    return bare ? new Phrase(values) : new Phrase(text, values);
  }

  /** The value that a local got: the one it changed to, or the one value read. */
  private String assigned(Line line, ImmutableList<Access> reads) {
    String value =
        line.writes().stream()
            .filter(write -> !isShared(write.variable()))
            .map(Change::after)
            .findFirst()
            .orElse(reads.size() == 1 ? reads.get(0).value() : "");
    return value.isEmpty() || value.length() > LONGEST_VALUE ? values(reads, false) : value;
  }

  /**
   * The values read; empty if they are too many or too long.
   *
   * @param decided whether they went into a condition: then a bool says less than the outcome
   */
  private String values(List<Access> reads, boolean decided) {
    boolean tooMuch =
        reads.size() > MOST_VALUES
            || reads.stream().anyMatch(r -> r.value().length() > LONGEST_VALUE)
            || reads.stream().anyMatch(r -> Changes.isSet(r.value()))
            || (decided && reads.stream().anyMatch(r -> r.value().matches("true|false")));
    if (tooMuch) {
      return "";
    }
    return reads.stream().map(this::value).collect(Collectors.joining(", "));
  }

  private String value(Access read) {
    boolean held = locks.isLock(read.variable()) && trace.actors().contains(read.value());
    return held
        ? "held by " + read.value()
        : names.shortName(read.variable()) + " == " + read.value();
  }

  /** A choice between several objects; where there is but one nothing was chosen. */
  private Optional<Phrase> ofChoice(Line line) {
    ImmutableList<Access> chosen =
        line.chosen().stream().filter(this::hadAlternatives).collect(toImmutableList());
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Phrase(
            chosen.stream()
                .map(choice -> choice.expression() + " = " + choice.value())
                .collect(Collectors.joining(", "))));
  }

  boolean hadAlternatives(Access choice) {
    int dot = choice.value().lastIndexOf('.');
    if (dot < 0) {
      return true;
    }
    String type = choice.value().substring(0, dot + 1);
    return Stream.concat(trace.initial().keySet().stream(), trace.actors().stream())
        .anyMatch(name -> name.startsWith(type) && !(name + ".").startsWith(choice.value() + "."));
  }

  /** The bindings of an action's parameters: {@code (page = Page.0)}. */
  static String arguments(StepReport report) {
    return report.lines().stream()
        .flatMap(line -> line.chosen().stream())
        .map(Access::value)
        .distinct()
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
