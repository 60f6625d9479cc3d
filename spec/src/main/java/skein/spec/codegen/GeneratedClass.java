package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** A class as generated: to be loaded, and for those who want to look at it. */
public final class GeneratedClass {
  private final String name;
  private final byte[] bytes;
  private final ImmutableList<Method> methods;

  GeneratedClass(String name, byte[] bytes, ImmutableList<Method> methods) {
    this.name = name;
    this.bytes = bytes;
    this.methods = methods;
  }

  /** A method and its code. */
  record Method(String name, String descriptor, boolean isStatic, Code code) {}

  /** The name it has in its bytes. */
  public String name() {
    return name;
  }

  /** The class file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Bytes of code of each method, by name; at most a few more than there are. */
  public ImmutableMap<String, Integer> methodSizes() {
    ImmutableMap.Builder<String, Integer> sizes = ImmutableMap.builder();
    methods.forEach(method -> sizes.put(method.name(), method.code().size()));
    return sizes.buildOrThrow();
  }

  /** The methods' code, for people. */
  public String listing() {
    StringBuilder listing = new StringBuilder();
    for (Method method : methods) {
      listing.append(method.name()).append(method.descriptor());
      listing.append(" // ").append(method.code().size()).append(" bytes\n");
      listing.append(method.code().listing()).append('\n');
    }
    return listing.toString();
  }
}
