package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** What a name stands for in an expression. */
final class NameUses {
  private final Session session;

  NameUses(Session session) {
    this.session = session;
  }

  /** The type of a name as a value; the name of a type is the set of its values. */
  Type value(Expr.Name name, Env env) {
    Optional<Declaration> declaration = env.scope().find(name.text());
    if (declaration.isPresent()) {
      session.tables().references.put(name, declaration.get());
      return declared(name, declaration.get());
    }
    switch (name.text()) {
      case "Task":
        return new Type.SetOf(new Type.Task(false));
      case "bool":
        return new Type.SetOf(new Type.Bool());
      case "int":
        return session.error(
            Code.E036, name.span(), "there is no end of `int` values", "write a range: `0..N`");
      default:
        session.unknown().value(name.text(), name.span(), env);
        return new Type.Error();
    }
  }

  private Type declared(Expr.Name name, Declaration declaration) {
    if (declaration instanceof Declaration.Enum members) {
      return new Type.SetOf(new Type.Enum(members));
    } else if (declaration instanceof Declaration.Process process) {
      return new Type.SetOf(new Type.ProcessRef(process, false));
    } else if (declaration instanceof Declaration.Struct struct) {
      return struct.kind() == Declaration.StructKind.VALUE
          ? wrongKind(
              name,
              "a struct without objects of its own",
              "name a variable of it, or give the struct a number of objects: `struct "
                  + name.text()
                  + "[N]`")
          : new Type.SetOf(new Type.Ref(struct, false));
    } else if (declaration instanceof Declaration.Hunk) {
      return new Type.Bool();
    } else if (declaration instanceof Declaration.Def
        || declaration instanceof Declaration.Function) {
      return wrongKind(name, Kinds.of(declaration), "call it: `" + name.text() + "(…)`");
    } else if (declaration instanceof Declaration.Property
        || declaration instanceof Declaration.TemporalProperty) {
      return wrongKind(
          name, "a property", "put its condition into a `def`, and use that in both places");
    } else if (declaration instanceof Declaration.TypeParameter
        || declaration instanceof Declaration.Action) {
      return wrongKind(name, Kinds.of(declaration), "name a value here");
    }
    return session.tables().type(declaration);
  }

  private Type wrongKind(Expr.Name name, String kind, String help) {
    return session.error(
        Code.E026, name.span(), "`" + name.text() + "` is " + kind + ", not a value", help);
  }

  /** The type of {@code self}: the process, or any of those that call the function. */
  Type self(Expr.Self self, Env env) {
    Body body = env.body();
    if (body.self.isPresent()) {
      session.graph().addSelf(body.owner, self.span());
      return body.self.get();
    }
    return session.error(
        Code.E054,
        self.span(),
        "no process runs here, so there is no `self`",
        switch (body.kind) {
          case ACTION -> "give the action a parameter: `(p: Task)`";
          case PROPERTY -> "quantify: `forall p in Task : …`";
          default -> "name an instance, or leave the value open with `any Task`";
        });
  }
}
