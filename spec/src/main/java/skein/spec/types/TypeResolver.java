package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.TypeExpr;

/** Finds the type that a type as written stands for. */
final class TypeResolver {

  /** What a type is the type of. */
  enum Use {
    /** A variable or a field: an int needs a range. */
    STORED,
    /** A parameter, a result, a {@code let}, a constant: an int may be any. */
    PASSED
  }

  /** Checks the sizes and bounds that stand in types. */
  interface Sizes {
    /** Reports if {@code size} is not a constant int. */
    void check(Expr size, String what, Env env);
  }

  private final Tables tables;
  private final Problems problems;
  private final UnknownNames unknown;
  private final Sizes sizes;

  TypeResolver(Tables tables, Problems problems, UnknownNames unknown, Sizes sizes) {
    this.tables = tables;
    this.problems = problems;
    this.unknown = unknown;
    this.sizes = sizes;
  }

  Type resolve(TypeExpr written, Use use, Env env) {
    return tables.put(written, find(written, use, env));
  }

  private Type find(TypeExpr written, Use use, Env env) {
    if (written instanceof TypeExpr.Named named) {
      return named(named, use, env);
    } else if (written instanceof TypeExpr.Range range) {
      sizes.check(range.lo(), "a range's lower bound", env);
      sizes.check(range.hi(), "a range's upper bound", env);
      return new Type.Int();
    } else if (written instanceof TypeExpr.SetOf set) {
      return set(set, use, env);
    } else if (written instanceof TypeExpr.Array array) {
      sizes.check(array.size(), "an array's size", env);
      return new Type.Array(array.size(), resolve(array.element(), use, env));
    } else if (written instanceof TypeExpr.MapOf map) {
      return map(map, use, env);
    } else if (written instanceof TypeExpr.QueueOf queue) {
      return queue(queue, use, env);
    }
    return new Type.Error();
  }

  private Type named(TypeExpr.Named named, Use use, Env env) {
    String name = named.name().text();
    Type type = builtIn(named, use).orElse(null);
    if (type == null) {
      Optional<Declaration> declaration = env.scope().find(name);
      if (declaration.isEmpty()) {
        unknown.type(name, named.name().span(), env);
        return new Type.Error();
      }
      type = declared(named, declaration.get());
    }
    if (named.nullable() && !type.isReference() && !type.isError()) {
      problems.error(
          Code.E036,
          named.span(),
          "a `" + name + "` cannot be null",
          "only references can: leave out the `?`");
    }
    return type;
  }

  private Optional<Type> builtIn(TypeExpr.Named named, Use use) {
    switch (named.name().text()) {
      case "bool":
        return Optional.of(new Type.Bool());
      case "Task":
        return Optional.of(new Type.Task(named.nullable()));
      case "int":
        if (use == Use.STORED) {
          problems.error(
              Code.E036,
              named.span(),
              "what is stored needs bounds, so it cannot be an `int`",
              "write a range, such as `0..3`");
          return Optional.of(new Type.Error());
        }
        return Optional.of(new Type.Int());
      default:
        return Optional.empty();
    }
  }

  private Type declared(TypeExpr.Named named, Declaration declaration) {
    tables.references.put(named, declaration);
    if (declaration instanceof Declaration.Enum members) {
      return new Type.Enum(members);
    } else if (declaration instanceof Declaration.Struct struct) {
      return struct.kind() == Declaration.StructKind.VALUE
          ? new Type.Value(struct)
          : new Type.Ref(struct, named.nullable());
    } else if (declaration instanceof Declaration.Process process) {
      return new Type.ProcessRef(process, named.nullable());
    } else if (declaration instanceof Declaration.TypeParameter variable) {
      return new Type.Variable(variable);
    }
    problems.error(
        Code.E026,
        named.name().span(),
        "`" + named.name() + "` is " + Kinds.of(declaration) + ", not a type",
        declaration instanceof Declaration.Const
            ? "for the numbers up to it write `0.." + named.name() + "`"
            : "name an enum, a struct or a process here");
    return new Type.Error();
  }

  private Type set(TypeExpr.SetOf set, Use use, Env env) {
    Type element = resolve(set.element(), use, env);
    return enumerable(element, "an element of a set", set.element().span())
        ? new Type.SetOf(element)
        : new Type.Error();
  }

  private Type map(TypeExpr.MapOf map, Use use, Env env) {
    Type key = resolve(map.key(), use, env);
    Type value = resolve(map.value(), use, env);
    return enumerable(key, "a key of a map", map.key().span())
        ? new Type.MapOf(key, value)
        : new Type.Error();
  }

  private Type queue(TypeExpr.QueueOf queue, Use use, Env env) {
    sizes.check(queue.capacity(), "a queue's capacity", env);
    Type element = resolve(queue.element(), use, env);
    if (element.isAggregate()) {
      problems.error(
          Code.E036,
          queue.element().span(),
          "a queue cannot hold `" + element.text() + "`",
          "queue references to a `struct` with a number of objects, or use a queue for each part");
      return new Type.Error();
    }
    return new Type.QueueOf(element, queue.capacity());
  }

  private boolean enumerable(Type type, String what, Span span) {
    if (type.isNullable()) {
      problems.error(
          Code.E036,
          span,
          what + " is never null",
          "leave out the `?`; say with a bool what null would");
      return false;
    } else if (!type.isEnumerable()) {
      problems.error(
          Code.E036,
          span,
          what + " cannot be a `" + type.text() + "`",
          "it can be a bool, a range, an enum, a reference or a Task");
      return false;
    }
    return !type.isError();
  }
}
