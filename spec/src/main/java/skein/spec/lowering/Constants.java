package skein.spec.lowering;

import com.google.common.collect.ImmutableMap;
import java.util.IdentityHashMap;
import java.util.Map;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.Configuration;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.types.CheckedModule;
import skein.spec.types.Type;

/** The values of constants and hunks in one configuration, and of expressions over them. */
final class Constants {
  private final CheckedModule module;
  private final Configuration configuration;
  private final Map<Declaration, Long> values = new IdentityHashMap<>();

  Constants(CheckedModule module, Configuration configuration) {
    this.module = module;
    this.configuration = configuration;
  }

  /** Value of a constant or hunk; a bool is 0 or 1. */
  long value(Declaration declaration) {
    Long known = values.get(declaration);
    if (known != null) {
      return known;
    }
    long value = compute(declaration);
    values.put(declaration, value);
    return value;
  }

  private long compute(Declaration declaration) {
    if (declaration instanceof Declaration.Hunk hunk) {
      return configuration.hunks().contains(hunk.name().text()) ? 1 : 0;
    }
    Declaration.Const constant = (Declaration.Const) declaration;
    Long set = configuration.constants().get(constant.name().text());
    return set != null ? set : value(constant.value());
  }

  /** Value of a constant expression. */
  long value(Expr e) {
    if (e instanceof Expr.IntLiteral literal) {
      return literal.value();
    } else if (e instanceof Expr.BoolLiteral literal) {
      return literal.value() ? 1 : 0;
    } else if (e instanceof Expr.Name name) {
      return named(name);
    } else if (e instanceof Expr.Unary unary) {
      long v = value(unary.operand());
      return unary.op() == Expr.UnaryOp.NOT ? 1 - v : -v;
    } else if (e instanceof Expr.Binary binary) {
      return binary(binary);
    } else if (e instanceof Expr.Conditional c) {
      return value(c.condition()) != 0 ? value(c.then()) : value(c.otherwise());
    } else if (e instanceof Expr.Call call && call.arguments().size() == 2) {
      return extreme(call);
    }
    throw notConstant(e);
  }

  private long extreme(Expr.Call call) {
    long a = value(call.arguments().get(0));
    long b = value(call.arguments().get(1));
    if (call.function().text().equals("min")) {
      return Math.min(a, b);
    } else if (call.function().text().equals("max")) {
      return Math.max(a, b);
    }
    throw notConstant(call);
  }

  private long named(Expr.Name name) {
    Declaration target = module.referenceOf(name).orElseThrow(() -> notConstant(name));
    if (target instanceof Declaration.Const || target instanceof Declaration.Hunk) {
      return value(target);
    }
    if (target instanceof Declaration.EnumMember && module.typeOf(name) instanceof Type.Enum type) {
      return type.declaration().members().indexOf(target);
    }
    throw notConstant(name);
  }

  private long binary(Expr.Binary e) {
    long a = value(e.left());
    switch (e.op()) {
      case AND:
        return a != 0 ? value(e.right()) : 0;
      case OR:
        return a != 0 ? 1 : value(e.right());
      case IMPLIES:
        return a != 0 ? value(e.right()) : 1;
      default:
        return arithmetic(e, a, value(e.right()));
    }
  }

  private static long arithmetic(Expr.Binary e, long a, long b) {
    try {
      switch (e.op()) {
        case EQUAL:
          return a == b ? 1 : 0;
        case NOT_EQUAL:
          return a != b ? 1 : 0;
        case LESS:
          return a < b ? 1 : 0;
        case LESS_EQUAL:
          return a <= b ? 1 : 0;
        case GREATER:
          return a > b ? 1 : 0;
        case GREATER_EQUAL:
          return a >= b ? 1 : 0;
        case ADD:
          return Math.addExact(a, b);
        case SUBTRACT:
          return Math.subtractExact(a, b);
        case MULTIPLY:
          return Math.multiplyExact(a, b);
        case DIVIDE:
          return a / b;
        case REMAINDER:
          return a % b;
        default:
          throw notConstant(e);
      }
    } catch (ArithmeticException overflow) {
      String what = b == 0 ? "division by zero" : "the value does not fit into 64 bits";
      throw new LoweringException(
          Diagnostic.of(Code.E060, e.span(), "constant expression: " + what)
              .withHelp("give the constants other values"));
    }
  }

  private static LoweringException notConstant(Expr e) {
    return new LoweringException(
        Diagnostic.of(Code.E060, e.span(), "this is not a constant expression")
            .withHelp("use numbers, constants and hunks only"));
  }

  /** The constants and hunks declared outside the prelude, as text, in source order. */
  ImmutableMap<String, String> describe() {
    ImmutableMap.Builder<String, String> text = ImmutableMap.builder();
    for (Declaration.Const c : module.declarations(Declaration.Const.class)) {
      if (!Prelude.holds(c)) {
        boolean bool = module.typeOf(c.value()) instanceof Type.Bool;
        text.put(c.name().text(), bool ? String.valueOf(value(c) != 0) : String.valueOf(value(c)));
      }
    }
    for (Declaration.Hunk h : module.declarations(Declaration.Hunk.class)) {
      text.put(h.name().text(), value(h) != 0 ? "on" : "off");
    }
    return text.buildKeepingLast();
  }
}
