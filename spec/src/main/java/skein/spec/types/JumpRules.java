package skein.spec.types;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Suggestions;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Stmt;

/** {@code break}, {@code continue}, labels and {@code goto}: where they may lead. */
final class JumpRules {
  private static final String LOOPLESS = "leave a function with `return`, other places with `goto`";

  /** The variable introduced last, and those before it: the branch of a tree. */
  private record Visible(Optional<Visible> before, Declaration.Binder variable, int depth) {

    /** Whether this is on the branch that ends with the other. */
    boolean isOn(Optional<Visible> branch) {
      Optional<Visible> at = branch;
      while (at.isPresent() && at.get().depth > depth) {
        at = at.get().before;
      }
      return at.isPresent() && at.get() == this;
    }
  }

  /** Where a statement stands. */
  private record Position(boolean inLoop, Optional<Stmt.Atomic> atomic, Optional<Visible> visible) {

    Position loop() {
      return new Position(true, atomic, visible);
    }

    Position atomic(Stmt.Atomic block) {
      return new Position(inLoop, Optional.of(atomic.orElse(block)), visible);
    }

    Position with(Declaration.Binder variable) {
      int depth = visible.map(v -> v.depth() + 1).orElse(0);
      return new Position(inLoop, atomic, Optional.of(new Visible(visible, variable, depth)));
    }
  }

  private record LabelAt(Declaration.Label label, Position position) {}

  private record GotoAt(Stmt.Goto jump, Position position) {}

  private final Session session;
  private final Map<String, LabelAt> labels = new LinkedHashMap<>();
  private final List<GotoAt> gotos = new ArrayList<>();
  private final Map<Declaration, Integer> lastUse = new IdentityHashMap<>();

  private JumpRules(Session session) {
    this.session = session;
  }

  /** Checks one body; its labels are its own. */
  static void check(Session session, Declaration declaration) {
    Stmt.Block body;
    if (declaration instanceof Declaration.Function function) {
      body = function.body();
    } else if (declaration instanceof Declaration.Process process) {
      body = process.body();
    } else if (declaration instanceof Declaration.Action action) {
      body = action.body();
    } else {
      return;
    }
    JumpRules rules = new JumpRules(session);
    rules.walk(body, new Position(false, Optional.empty(), Optional.empty()));
    rules.resolve(body);
  }

  private void walk(Stmt s, Position at) {
    if (s instanceof Stmt.Block block) {
      block(block, at);
    } else if (s instanceof Stmt.Break || s instanceof Stmt.Continue) {
      if (!at.inLoop()) {
        String word = s instanceof Stmt.Break ? "break" : "continue";
        refuse(s.span(), "there is no loop here that `" + word + "` could leave", LOOPLESS);
      }
    } else if (s instanceof Stmt.Goto jump) {
      gotos.add(new GotoAt(jump, at));
    } else {
      inner(s, at);
    }
  }

  private void inner(Stmt s, Position at) {
    Position inside = at;
    if (s instanceof Stmt.Labelled labelled) {
      label(labelled.label(), at);
    } else if (s instanceof Stmt.Atomic atomic) {
      inside = at.atomic(atomic);
    } else if (s instanceof Stmt.While || s instanceof Stmt.Loop) {
      inside = at.loop();
    } else if (s instanceof Stmt.For loop) {
      inside = at.loop().with(loop.variable());
    } else if (s instanceof Stmt.Choose choose) {
      inside = at.with(choose.variable());
    }
    for (Stmt child : Statements.inside(s)) {
      walk(child, inside);
    }
  }

  private void block(Stmt.Block block, Position at) {
    Position now = at;
    for (Stmt s : block.body()) {
      walk(s, now);
      Stmt plain = Statements.plain(s);
      if (plain instanceof Stmt.Let let) {
        now = now.with(let.variable());
      } else if (plain instanceof Stmt.LocalVar variable) {
        now = now.with(variable.variable());
      }
    }
  }

  private void label(Declaration.Label label, Position at) {
    LabelAt first = labels.putIfAbsent(label.name().text(), new LabelAt(label, at));
    if (first != null) {
      session
          .problems()
          .report(
              Diagnostic.of(
                      Code.E025, label.span(), "the label `" + label.name() + "` is already here")
                  .withNote(first.label().span(), "it is first set here")
                  .withHelp("rename one of the two"));
    }
  }

  private void resolve(Stmt.Block body) {
    if (gotos.isEmpty()) {
      return;
    }
    Nodes.walk(
        body,
        node -> {
          if (node instanceof Expr.Name && session.tables().references.containsKey(node)) {
            lastUse.merge(session.tables().references.get(node), node.span().start(), Math::max);
          }
        });
    gotos.forEach(this::resolve);
  }

  private void resolve(GotoAt jump) {
    String name = jump.jump().label().text();
    LabelAt target = labels.get(name);
    Span span = jump.jump().span();
    if (target == null && session.unknown().mayBeDeclared(name)) {
      return;
    } else if (target == null) {
      session.error(
          Code.E024,
          jump.jump().label().span(),
          "there is no label `" + name + "` here",
          Suggestions.didYouMean(name, labels.keySet())
              .orElse("write `" + name + ":` before the statement to go to"));
      return;
    }
    session.tables().references.put(jump.jump(), target.label());
    Stmt.Atomic from = jump.position().atomic().orElse(null);
    Stmt.Atomic to = target.position().atomic().orElse(null);
    if (from != to) {
      refuse(
          span,
          "`goto " + name + "` leads " + (to == null ? "out of" : "into") + " an `atomic` block",
          to == null
              ? "end the block before the `goto`, or decide after it with a variable"
              : "set the label before the block");
      return;
    }
    scopes(jump, target, name, span);
  }

  /** What the label's code uses must have been introduced on the way to the goto as well. */
  private void scopes(GotoAt jump, LabelAt target, String name, Span span) {
    Optional<Visible> at = target.position().visible();
    while (at.isPresent() && !at.get().isOn(jump.position().visible())) {
      Declaration.Binder variable = at.get().variable();
      at = at.get().before();
      if (lastUse.getOrDefault(variable, -1) > target.label().span().start()) {
        session
            .problems()
            .report(
                Diagnostic.of(
                        Code.E056,
                        span,
                        "`goto "
                            + name
                            + "` leads past where `"
                            + variable.name()
                            + "` gets its value")
                    .withNote(variable.span(), "`" + variable.name() + "` is introduced here")
                    .withHelp("introduce it before the `goto`"));
        return;
      }
    }
  }

  private void refuse(Span span, String message, String help) {
    session.error(Code.E056, span, message, help);
  }
}
