package skein.spec.codegen;

import com.google.common.collect.ImmutableMap;

/**
 * A class as generated, for those who want to look at it.
 *
 * @param name its name in {@code bytes}
 * @param bytes the class file
 * @param methodSizes bytes of code of each method
 * @param listing the methods' code, for people
 */
@SuppressWarnings("ArrayRecordComponent") // not a value: nobody compares two of them
public record GeneratedClass(
    String name, byte[] bytes, ImmutableMap<String, Integer> methodSizes, String listing) {}
