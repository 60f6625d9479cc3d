package skein.spec.types;

import java.util.Optional;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Identifier;

/** What to call a declaration in a message, and what its name is. */
final class Kinds {
  private Kinds() {}

  /** With its article: "a constant". */
  static String of(Declaration declaration) {
    if (declaration instanceof Declaration.Const) {
      return "a constant";
    } else if (declaration instanceof Declaration.Hunk) {
      return "a hunk";
    } else if (declaration instanceof Declaration.Enum) {
      return "an enum";
    } else if (declaration instanceof Declaration.EnumMember) {
      return "a member of an enum";
    } else if (declaration instanceof Declaration.Struct) {
      return "a struct";
    } else if (declaration instanceof Declaration.Field) {
      return "a field";
    } else if (declaration instanceof Declaration.Global) {
      return "a variable";
    } else if (declaration instanceof Declaration.Parameter) {
      return "a parameter";
    } else if (declaration instanceof Declaration.TypeParameter) {
      return "a type parameter";
    }
    return ofCode(declaration);
  }

  private static String ofCode(Declaration declaration) {
    if (declaration instanceof Declaration.Def) {
      return "a def";
    } else if (declaration instanceof Declaration.Function) {
      return "a function";
    } else if (declaration instanceof Declaration.Process) {
      return "a process";
    } else if (declaration instanceof Declaration.Action) {
      return "an action";
    } else if (declaration instanceof Declaration.Property) {
      return "a property";
    } else if (declaration instanceof Declaration.TemporalProperty) {
      return "a property";
    } else if (declaration instanceof Declaration.Check) {
      return "a check";
    } else if (declaration instanceof Declaration.Label) {
      return "a label";
    }
    return "a local variable";
  }

  static Optional<Identifier> name(Declaration declaration) {
    if (declaration instanceof Declaration.Const named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Hunk named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Enum named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.EnumMember named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Struct named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Field named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Global named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Parameter named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.TypeParameter named) {
      return Optional.of(named.name());
    }
    return nameOfCode(declaration);
  }

  private static Optional<Identifier> nameOfCode(Declaration declaration) {
    if (declaration instanceof Declaration.Def named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Function named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Process named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Action named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Property named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.TemporalProperty named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Check named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Binder named) {
      return Optional.of(named.name());
    } else if (declaration instanceof Declaration.Label named) {
      return Optional.of(named.name());
    }
    return Optional.empty();
  }

  static String nameOf(Declaration declaration) {
    return name(declaration).map(Identifier::text).orElse("?");
  }
}
