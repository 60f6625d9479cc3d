package skein.spec.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Suggestions;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Identifier;
import skein.spec.syntax.Stmt;

/** Fields, elements, and {@code p@label}. */
final class Accesses {
  private final Session session;
  private final Mismatches mismatches;

  Accesses(Session session, Mismatches mismatches) {
    this.session = session;
    this.mismatches = mismatches;
  }

  Type field(Expr.FieldAccess e, Type object, Env env) {
    if (object instanceof Type.Ref ref) {
      return ofStruct(e, ref.declaration());
    } else if (object instanceof Type.Value value) {
      return ofStruct(e, value.declaration());
    } else if (object instanceof Type.ProcessRef process) {
      return ofProcess(e, process.declaration());
    } else if (object.isError()) {
      return object;
    }
    return session.error(
        Code.E023,
        e.field().span(),
        "`" + object.text() + "` has no field `" + e.field() + "`",
        noFields(e, object, env));
  }

  private String noFields(Expr.FieldAccess e, Type object, Env env) {
    if (object instanceof Type.SetOf set && set.element() instanceof Type.Enum) {
      return "the members of an enum stand alone: `" + e.field() + "`";
    } else if (object instanceof Type.SetOf set && set.element().isReference()) {
      return "name one of them: `forall x in "
          + Session.quote(e.object()).replace("`", "")
          + " : x."
          + e.field()
          + "`";
    } else if (object instanceof Type.Task) {
      return "a Task may be any process: use the type of the one that has the variable";
    } else if (object instanceof Type.QueueOf || object instanceof Type.SetOf) {
      return "the built-in functions are called with it: `size(…)`, `push(…)`, `pop(…)`, `head(…)`";
    }
    return "only structs, objects and processes have fields";
  }

  private Type ofStruct(Expr.FieldAccess e, Declaration.Struct struct) {
    for (Declaration.Field field : struct.fields()) {
      if (field.name().text().equals(e.field().text())) {
        session.tables().references.put(e, field);
        return session.tables().type(field);
      }
    }
    List<String> known = struct.fields().stream().map(f -> f.name().text()).toList();
    return unknownField(e.field(), struct.name(), known);
  }

  private Type ofProcess(Expr.FieldAccess e, Declaration.Process process) {
    List<String> known = new ArrayList<>();
    for (Stmt statement : process.body().body()) {
      if (Statements.plain(statement) instanceof Stmt.LocalVar variable) {
        if (variable.variable().name().text().equals(e.field().text())) {
          session.tables().references.put(e, variable.variable());
          return variable.type().isPresent()
              ? session.tables().type(variable.variable())
              : session.error(
                  Code.E035,
                  e.field().span(),
                  "`" + e.field() + "` has no type that could be seen from outside its process",
                  "declare it with one: `var " + e.field() + ": …`");
        }
        known.add(variable.variable().name().text());
      }
    }
    return unknownField(e.field(), process.name(), known);
  }

  private Type unknownField(Identifier field, Identifier owner, List<String> known) {
    if (session.unknown().mayBeDeclared(field.text())) {
      return new Type.Error();
    }
    Optional<String> help = Suggestions.didYouMean(field.text(), known);
    return session.error(
        Code.E023,
        field.span(),
        "unknown field `" + field + "` of " + owner,
        help.orElse(
            known.isEmpty()
                ? owner + " has no fields"
                : "its fields are " + String.join(", ", known)));
  }

  Type index(Expr.Index e, Type object, Type index) {
    if (object instanceof Type.Array array) {
      if (index.isReference()) {
        return session.error(
            Code.E044,
            e.index().span(),
            "an array is indexed by numbers, but "
                + Session.quote(e.index())
                + " is `"
                + index.text()
                + "`",
            "use a map: `map<"
                + Conversions.nonNull(index).text()
                + ", "
                + array.element().text()
                + ">`");
      }
      mismatches.require(e.index(), index, new Type.Int(), "an index is");
      return array.element();
    } else if (object instanceof Type.MapOf map) {
      mismatches.require(e.index(), index, map.key(), "the map's keys are");
      return map.value();
    } else if (object instanceof Type.QueueOf queue) {
      mismatches.require(e.index(), index, new Type.Int(), "an index is");
      return queue.element();
    } else if (object.isError()) {
      return object;
    }
    return session.error(
        Code.E031,
        e.span(),
        Session.quote(e.object()) + " is `" + object.text() + "` and has no elements to index",
        object instanceof Type.SetOf ? "ask `x in s`" : "only arrays, maps and queues are indexed");
  }

  Type label(Expr.AtLabel e, Type process) {
    if (process.isError()) {
      return new Type.Bool();
    } else if (!(process instanceof Type.ProcessRef)) {
      return session.error(
          Code.E031,
          e.process().span(),
          "`@` wants a process, but " + Session.quote(e.process()) + " is `" + process.text() + "`",
          process instanceof Type.SetOf set && set.element() instanceof Type.ProcessRef
              ? "name one of them: `exists p in " + set.element().text() + " : p@" + e.label() + "`"
              : "use a variable of the process' type");
    }
    Declaration.Process declaration = ((Type.ProcessRef) process).declaration();
    Declaration.Label label = Statements.labels(declaration.body()).get(e.label().text());
    if (label == null && session.unknown().mayBeDeclared(e.label().text())) {
      return new Type.Bool();
    } else if (label == null) {
      List<String> known = List.copyOf(Statements.labels(declaration.body()).keySet());
      return session.error(
          Code.E024,
          e.label().span(),
          "process " + declaration.name() + " has no label `" + e.label() + "`",
          Suggestions.didYouMean(e.label().text(), known)
              .orElse("write `" + e.label() + ":` before the statement that is meant"));
    }
    session.tables().references.put(e, label);
    return new Type.Bool();
  }
}
