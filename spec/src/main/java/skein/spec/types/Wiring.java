package skein.spec.types;

import skein.spec.syntax.Module;

/** Puts the parts that infer types together; some need one another. */
final class Wiring {
  private final Signatures signatures;
  private final Bodies bodies;

  Wiring(Session session, Scope global, Module root) {
    Scopes scopes = new Scopes(global);
    DefResults results = new DefResults(session.tables(), session.problems(), scopes::of);
    ExprChecker expressions = new ExprChecker(session, results);
    results.use(expressions);
    ConstantRules constants = new ConstantRules(session, expressions);
    TypeResolver resolver =
        new TypeResolver(session.tables(), session.problems(), session.unknown(), constants);
    Values values = new Values(session, expressions);
    LocalVariables locals = new LocalVariables(session, resolver, expressions, values, root);
    StmtChecker statements = new StmtChecker(session, expressions, values, locals, results);
    CheckRules checks = new CheckRules(session, expressions, constants);
    this.signatures = new Signatures(session, resolver, constants, scopes, root);
    this.bodies =
        new Bodies(session, scopes, expressions, statements, values, locals, results, checks);
  }

  Signatures signatures() {
    return signatures;
  }

  Bodies bodies() {
    return bodies;
  }
}
