package skein.spec.types;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Stmt;

/** The shape of statements: what is inside of what. */
final class Statements {
  private Statements() {}

  /** The statement without its labels and annotations. */
  static Stmt plain(Stmt statement) {
    Stmt plain = statement;
    while (true) {
      if (plain instanceof Stmt.Labelled labelled) {
        plain = labelled.body();
      } else if (plain instanceof Stmt.Annotated annotated) {
        plain = annotated.body();
      } else {
        return plain;
      }
    }
  }

  /** The statements directly inside a statement, in the order of the text. */
  static ImmutableList<Stmt> inside(Stmt s) {
    if (s instanceof Stmt.Block block) {
      return block.body();
    } else if (s instanceof Stmt.If choice) {
      ImmutableList.Builder<Stmt> both = ImmutableList.<Stmt>builder().add(choice.then());
      choice.otherwise().ifPresent(both::add);
      return both.build();
    } else if (s instanceof Stmt.While loop) {
      return ImmutableList.of(loop.body());
    } else if (s instanceof Stmt.Loop loop) {
      return ImmutableList.of(loop.body());
    } else if (s instanceof Stmt.For loop) {
      return ImmutableList.of(loop.body());
    } else if (s instanceof Stmt.Labelled labelled) {
      return ImmutableList.of(labelled.body());
    } else if (s instanceof Stmt.Choose choose) {
      return ImmutableList.of(choose.body());
    } else if (s instanceof Stmt.Either either) {
      return ImmutableList.copyOf(either.branches());
    } else if (s instanceof Stmt.Atomic atomic) {
      return ImmutableList.of(atomic.body());
    } else if (s instanceof Stmt.Annotated annotated) {
      return ImmutableList.of(annotated.body());
    }
    return ImmutableList.of();
  }

  /** The labels anywhere in a statement; of two with one name the first. */
  static ImmutableMap<String, Declaration.Label> labels(Stmt statement) {
    Map<String, Declaration.Label> labels = new LinkedHashMap<>();
    collectLabels(statement, labels);
    return ImmutableMap.copyOf(labels);
  }

  private static void collectLabels(Stmt statement, Map<String, Declaration.Label> labels) {
    if (statement instanceof Stmt.Labelled labelled) {
      labels.putIfAbsent(labelled.label().name().text(), labelled.label());
    }
    inside(statement).forEach(inner -> collectLabels(inner, labels));
  }
}
