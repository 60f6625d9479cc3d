package skein.spec.types;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import skein.spec.syntax.Declaration;

/**
 * Finds what a call puts for the type parameters of what it calls. A parameter's type as a whole
 * takes whatever converts to it; inside a set, an array, a map or a queue, and by reference, the
 * type must be the very one, so what is found there decides.
 */
final class TypeArguments {
  private final Map<Declaration.TypeParameter, Type> exact = new IdentityHashMap<>();
  private final Map<Declaration.TypeParameter, Type> loose = new IdentityHashMap<>();

  /** Takes in one argument. */
  void learn(Type parameter, Type argument, boolean exactly) {
    if (parameter instanceof Type.Variable variable) {
      learn(variable.declaration(), argument, exactly);
    } else if (parameter instanceof Type.SetOf p && argument instanceof Type.SetOf a) {
      learn(p.element(), a.element(), true);
    } else if (parameter instanceof Type.Array p && argument instanceof Type.Array a) {
      learn(p.element(), a.element(), true);
    } else if (parameter instanceof Type.QueueOf p && argument instanceof Type.QueueOf a) {
      learn(p.element(), a.element(), true);
    } else if (parameter instanceof Type.MapOf p && argument instanceof Type.MapOf a) {
      learn(p.key(), a.key(), true);
      learn(p.value(), a.value(), true);
    }
  }

  private void learn(Declaration.TypeParameter variable, Type argument, boolean exactly) {
    if (argument.isError() || argument instanceof Type.Null || argument instanceof Type.Unit) {
      return;
    }
    if (exactly) {
      exact.putIfAbsent(variable, argument);
    } else {
      Optional<Type> joined =
          Conversions.join(loose.getOrDefault(variable, new Type.Error()), argument);
      loose.put(variable, joined.orElseGet(() -> loose.get(variable)));
    }
  }

  /** The type found for a type parameter. */
  Optional<Type> of(Declaration.TypeParameter variable) {
    Type found = exact.get(variable);
    return Optional.ofNullable(found != null ? found : loose.get(variable));
  }

  ImmutableMap<Declaration.TypeParameter, Type> all(
      ImmutableList<Declaration.TypeParameter> variables) {
    ImmutableMap.Builder<Declaration.TypeParameter, Type> all = ImmutableMap.builder();
    variables.forEach(variable -> of(variable).ifPresent(type -> all.put(variable, type)));
    return all.buildKeepingLast();
  }

  /** The type with everything found put in; what was not found is an error already reported. */
  Type substitute(Type type) {
    if (type instanceof Type.Variable variable) {
      return of(variable.declaration()).orElse(new Type.Error());
    } else if (type instanceof Type.SetOf set) {
      return new Type.SetOf(Conversions.nonNull(substitute(set.element())));
    } else if (type instanceof Type.Array array) {
      return new Type.Array(array.size(), substitute(array.element()));
    } else if (type instanceof Type.MapOf map) {
      return new Type.MapOf(substitute(map.key()), substitute(map.value()));
    } else if (type instanceof Type.QueueOf queue) {
      return new Type.QueueOf(substitute(queue.element()), queue.capacity());
    }
    return type;
  }
}
