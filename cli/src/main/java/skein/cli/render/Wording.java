package skein.cli.render;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    ImmutableList<Change> writes =
        line.writes().stream()
            .filter(write -> isShared(write.variable()) && !locks.hides(step, write.variable()))
            .collect(toImmutableList());
    ImmutableList<Access> reads =
        line.reads().stream()
            .filter(read -> !locks.hides(step, read.variable()))
            .collect(toImmutableList());
    if (!writes.isEmpty()) {
      return Optional.of(ofWrites(line, writes));
    }
    if (!reads.isEmpty()) {
      return Optional.of(ofReads(line, reads));
    }
    return ofChoice(line);
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
      return new Phrase(plain.text(), line.outcome().map(Object::toString).orElse(""));
    }
    String effects =
        writes.stream().map(write -> effect(line, write)).collect(Collectors.joining(", "));
    boolean speaks =
        writes.stream().anyMatch(w -> Changes.isSet(w.before()) || Changes.isNumber(w.before()));
    if (CALL.matcher(line.text()).matches() && !speaks) {
      return new Phrase(plain.text(), effects);
    }
    return new Phrase(effects);
  }

  private String effect(Line line, Change write) {
    boolean read = line.reads().stream().anyMatch(r -> r.variable().equals(write.variable()));
    return Changes.describe(write, names.shortName(write.variable()), read);
  }

  /** Which object a statement with {@code new} got: the value of the variable that takes it. */
  private static String newObject(Line line) {
    return line.writes().stream()
        .map(Change::after)
        .filter(value -> value.matches("[A-Za-z_]\\w*\\.\\d+"))
        .findFirst()
        .orElse("");
  }

  private Phrase ofReads(Line line, ImmutableList<Access> reads) {
    if (line.outcome().isPresent()) {
      String text = plain(line).text();
      String outcome = line.outcome().get().toString();
      String values = values(reads, true);
      return new Phrase(text, values.isEmpty() || values.equals(text) ? outcome : values);
    }
    Optional<Change> local =
        line.writes().stream().filter(write -> !isShared(write.variable())).findFirst();
    if (local.isPresent() && local.get().after().length() <= LONGEST_VALUE) {
      String text = DECLARATION.matcher(line.text()).replaceFirst("");
      return new Phrase(text, local.get().after());
    }
    if (line.text().startsWith("await ")
        || reads.stream().allMatch(r -> locks.isLock(r.variable()))) {
      return plain(line);
    }
    return new Phrase(plain(line).text(), values(reads, false));
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
    return reads.stream()
        .map(read -> names.shortName(read.variable()) + " == " + read.value())
        .collect(Collectors.joining(", "));
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
    return java.util.stream.Stream.concat(
            trace.initial().keySet().stream(), trace.actors().stream())
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
