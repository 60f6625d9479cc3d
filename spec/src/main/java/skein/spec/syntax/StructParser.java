package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;

/** Reads structs. */
final class StructParser {
  private final TokenStream in;
  private final Names names;
  private final PartReader parts;

  StructParser(TokenStream in, Names names, PartReader parts) {
    this.in = in;
    this.names = names;
    this.parts = parts;
  }

  Declaration struct(Token first) {
    boolean lock = in.accept("lock");
    boolean heap = in.accept("heap");
    in.expect("struct", "after `" + first.text() + "`");
    Identifier name = names.introduce("a struct's name");
    Optional<Expr> count = Optional.empty();
    Token open = in.peek();
    if (in.at("[")) {
      in.mark(Role.TIGHT_BEFORE);
      in.next();
      count = Optional.of(parts.bracketed(open, "]"));
    } else if (heap) {
      in.report(
          Diagnostic.of(Code.E010, in.afterLast(), "expected how many objects can be allocated")
              .withHelp("write `heap struct " + name + "[4]`"));
    }
    in.markBlock();
    Token brace = in.expect("{", "and the fields of `" + name + "`");
    ImmutableList<Declaration.Field> fields = parts.list(brace, "}", this::field);
    return new Declaration.Struct(in.since(first), kind(heap, count), lock, name, count, fields);
  }

  private static Declaration.StructKind kind(boolean heap, Optional<Expr> count) {
    if (heap && count.isPresent()) {
      return Declaration.StructKind.HEAP;
    }
    return count.isPresent() ? Declaration.StructKind.OBJECT : Declaration.StructKind.VALUE;
  }

  private Declaration.Field field() {
    Token first = in.peek();
    in.mark(Role.FIELD);
    Identifier name = names.field();
    if (in.peek().isWord() && in.continues()) {
      throw in.expected(
          "`:` after the field's name", Optional.of("the name comes first, as in `refs: 0..5`"));
    }
    in.expect(":", "and a type after the field's name");
    in.mark(Role.ALIGN_TYPE);
    TypeExpr type = parts.type();
    Optional<Expr> init = in.accept("=") ? Optional.of(parts.fieldValue()) : Optional.empty();
    return new Declaration.Field(in.since(first), name, type, init);
  }
}
