package skein.spec.syntax;

/** Reads invariants and their kin, and temporal properties. */
final class PropertyParser {
  private final TokenStream in;
  private final Names names;
  private final PartReader parts;

  PropertyParser(TokenStream in, Names names, PartReader parts) {
    this.in = in;
    this.names = names;
    this.parts = parts;
  }

  Declaration property(Token first) {
    in.next();
    Declaration.PropertyKind kind =
        switch (first.text()) {
          case "step" -> Declaration.PropertyKind.STEP_INVARIANT;
          case "final" -> Declaration.PropertyKind.FINAL_INVARIANT;
          case "cover" -> Declaration.PropertyKind.COVER;
          case "constraint" -> Declaration.PropertyKind.CONSTRAINT;
          default -> Declaration.PropertyKind.INVARIANT;
        };
    if (first.is("step") || first.is("final")) {
      in.expect("invariant", "after `" + first.text() + "`");
    }
    Identifier name = name(first.text());
    Expr condition = parts.declarationValue();
    return new Declaration.Property(in.since(first), kind, name, condition);
  }

  private Identifier name(String keyword) {
    Identifier name = names.introduce("a name for it, as in `" + keyword + " safe: x < 3`");
    in.expect(":", "after the name");
    return name;
  }

  Declaration temporal(Token first) {
    in.next();
    Identifier name = name("property");
    Declaration.Temporal formula = leadsTo();
    return new Declaration.TemporalProperty(in.since(first), name, formula);
  }

  private Declaration.Temporal leadsTo() {
    in.enter();
    try {
      Token first = in.peek();
      Declaration.Temporal left = prefixed();
      if (!in.accept("~>")) {
        return left;
      }
      Declaration.Temporal right = leadsTo();
      return new Declaration.Temporal.LeadsTo(in.since(first), left, right);
    } finally {
      in.leave();
    }
  }

  private Declaration.Temporal prefixed() {
    in.enter();
    try {
      Token first = in.peek();
      if (in.accept("always")) {
        Declaration.Temporal operand = prefixed();
        return new Declaration.Temporal.Always(in.since(first), operand);
      }
      if (in.accept("eventually")) {
        Declaration.Temporal operand = prefixed();
        return new Declaration.Temporal.Eventually(in.since(first), operand);
      }
      if (in.at("(") && temporalInside()) {
        return parenthesised(first);
      }
      Expr condition = parts.declarationValue();
      return new Declaration.Temporal.State(in.since(first), condition);
    } finally {
      in.leave();
    }
  }

  private Declaration.Temporal parenthesised(Token open) {
    in.next();
    int before = in.setBrackets(in.brackets() + 1);
    try {
      Declaration.Temporal inner = leadsTo();
      in.close(")", open);
      return inner;
    } finally {
      in.setBrackets(before);
    }
  }

  /** Whether a temporal operator stands in the parentheses that open here. */
  private boolean temporalInside() {
    int depth = 0;
    for (int ahead = 0; in.peek(ahead).kind() != Token.Kind.END; ahead++) {
      Token token = in.peek(ahead);
      if (token.is("always") || token.is("eventually") || token.is("~>")) {
        return true;
      }
      if (token.is("(")) {
        depth++;
      } else if (token.is("{") || token.is("}") || (token.is(")") && --depth == 0)) {
        return false;
      }
    }
    return false;
  }
}
