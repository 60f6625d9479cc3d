package skein.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema as our schemas use; what it does not know it refuses. */
final class JsonSchema {
  private static final List<String> KNOWN =
      List.of(
          "$schema",
          "$defs",
          "$ref",
          "title",
          "description",
          "type",
          "required",
          "const",
          "enum",
          "properties",
          "additionalProperties",
          "items");

  private final JsonNode root;
  private final Path directory;

  private JsonSchema(Path file) throws IOException {
    this.root = new ObjectMapper().readTree(Files.readString(file));
    this.directory = file.getParent();
  }

  /** What a document breaks of a schema in {@code cli/}; empty if nothing. */
  static List<String> mistakes(String schema, String document) throws IOException {
    Path file = Path.of(System.getProperty("skein.root"), "cli", schema);
    List<String> mistakes = new ArrayList<>();
    JsonSchema parsed = new JsonSchema(file);
    parsed.check(parsed.root, new ObjectMapper().readTree(document), "$", mistakes);
    return mistakes;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> mistakes)
      throws IOException {
    schema
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KNOWN.contains(key)) {
                mistakes.add("the schema uses " + key);
              }
            });
    if (schema.has("$ref")) {
      follow(schema.get("$ref").asText(), value, at, mistakes);
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      mistakes.add(at + " is not " + schema.get("const"));
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      mistakes.add(at + " is " + value + ", not one of " + schema.get("enum"));
    }
    if (schema.has("type") && !hasType(value, schema.get("type").asText())) {
      mistakes.add(at + " is " + value.getNodeType() + ", not " + schema.get("type"));
    }
    if (value.isObject()) {
      checkObject(schema, value, at, mistakes);
    }
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), at + "[" + i + "]", mistakes);
      }
    }
  }

  private void follow(String reference, JsonNode value, String at, List<String> mistakes)
      throws IOException {
    if (reference.startsWith("#/$defs/")) {
      check(root.at(reference.substring(1)), value, at, mistakes);
    } else {
      JsonSchema other = new JsonSchema(directory.resolve(reference));
      other.check(other.root, value, at, mistakes);
    }
  }

  private void checkObject(JsonNode schema, JsonNode value, String at, List<String> mistakes)
      throws IOException {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        mistakes.add(at + " lacks " + name);
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode known = schema.path("properties").path(field.getKey());
      JsonNode rest = schema.path("additionalProperties");
      String where = at + "." + field.getKey();
      if (!known.isMissingNode()) {
        check(known, field.getValue(), where, mistakes);
      } else if (rest.isObject()) {
        check(rest, field.getValue(), where, mistakes);
      } else if (rest.isBoolean() && !rest.asBoolean()) {
        mistakes.add(where + " is unknown");
      }
    }
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode each : values) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasType(JsonNode value, String type) {
    switch (type) {
      case "object":
        return value.isObject();
      case "array":
        return value.isArray();
      case "string":
        return value.isTextual();
      case "boolean":
        return value.isBoolean();
      case "integer":
        return value.isIntegralNumber();
      case "number":
        return value.isNumber();
      default:
        return false;
    }
  }
}
