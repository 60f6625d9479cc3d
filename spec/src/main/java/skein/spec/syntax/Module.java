package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.source.Span;

/** One source file, parsed. */
public record Module(
    Span span,
    Optional<Identifier> name,
    ImmutableList<Import> imports,
    ImmutableList<Declaration> declarations)
    implements Node {}
