package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is broken in a framework, and however much, looking it through comes to an end. */
class FrameworkReader_BrokenTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<JsonNode> STRANGE =
      List.of(
          JsonNodeFactory.instance.nullNode(),
          JsonNodeFactory.instance.numberNode(7),
          JsonNodeFactory.instance.textNode(""),
          JsonNodeFactory.instance.arrayNode());

  @TempDir Path folder;
  private JsonNode whole;

  @BeforeEach
  void the_framework_with_a_bit_of_everything() throws IOException {
    Framework built = FrameworkReader.read("ofsted-csc-2014");
    for (Framework.SourceFile file : built.files()) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
    ObjectNode root = (ObjectNode) JSON.readTree(built.files().get(0).text());
    root.set("institution", JSON.readTree("{\"one\": \"home\", \"many\": \"homes\"}"));
    root.set(
        "case", JSON.readTree("{\"one\": \"visit\", \"many\": \"visits\", \"article\": \"a\"}"));
    String when = "{\"any\": [{\"attribute\": \"sector\", \"in\": [\"private\"]}]}";
    root.set(
        "measures",
        JSON.readTree(
            "[{\"id\": \"m\", \"kind\": \"k\", \"label\": \"M\", \"questions\": [\"safety_children\"],"
                + " \"when\": %s}]".formatted(when)));
    root.set("measure_kinds", JSON.readTree("[{\"id\": \"k\", \"label\": \"K\"}]"));
    root.set(
        "pathways",
        JSON.readTree(
            "[{\"id\": \"p\", \"label\": \"P\", \"when\": %s, \"steps\": [{\"label\": \"S\","
                    .formatted(when)
                + " \"questions\": [\"safety_children\"]}]}]"));
    root.set("attributes", JSON.readTree(shortened(root.get("attributes"))));
    write(root);
    assertThat(FrameworkReader.check(folder.toString()).mistakes())
        .extracting(Mistake::sentence)
        .isEmpty();
    whole = root;
  }

  @Test
  void what_is_missing_or_of_the_wrong_kind_is_told_with_its_place() throws IOException {
    int tried = 0;
    for (String pointer : pointers(whole, "", new ArrayList<>())) {
      for (JsonNode strange : STRANGE) {
        tried += isTold(pointer, strange) ? 1 : 0;
      }
      tried += isTold(pointer, null) ? 1 : 0;
    }
    assertThat(tried).as("frameworks with something wrong").isGreaterThan(500);
  }

  /** Puts something in the place of a value, or nothing; whether the framework is then wrong. */
  private boolean isTold(String pointer, JsonNode instead) throws IOException {
    JsonNode copy = whole.deepCopy();
    int last = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      if (instead == null) {
        object.remove(name);
      } else {
        object.set(name, instead);
      }
    } else if (parent instanceof ArrayNode array) {
      if (instead == null) {
        array.remove(Integer.parseInt(name));
      } else {
        array.set(Integer.parseInt(name), instead);
      }
    }
    write(copy);
    List<Mistake> mistakes = FrameworkReader.check(folder.toString()).mistakes();
    assertThat(mistakes)
        .as("%s is %s", pointer, instead)
        .allSatisfy(
            mistake -> {
              assertThat(mistake.file()).startsWith(folder.toString());
              assertThat(mistake.line() > 0 || !mistake.place().isEmpty()).isTrue();
              assertThat(mistake.wrong()).isNotBlank();
              assertThat(mistake.fix()).isNotBlank();
              assertThat(mistake.place() + mistake.wrong() + mistake.fix())
                  .doesNotContain("$", "/properties", "oneOf", "schema");
            });
    return !mistakes.isEmpty();
  }

  private static List<String> pointers(JsonNode node, String at, List<String> found) {
    if (!at.isEmpty()) {
      found.add(at);
    }
    node.properties()
        .forEach(entry -> pointers(entry.getValue(), at + "/" + entry.getKey(), found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers(node.get(i), at + "/" + i, found);
    }
    return found;
  }

  /** Two values of each attribute are as good as twelve. */
  private static String shortened(JsonNode attributes) {
    for (JsonNode attribute : attributes) {
      ArrayNode values = (ArrayNode) attribute.get("values");
      while (values.size() > 2) {
        values.remove(2);
      }
    }
    return attributes.toString();
  }

  private void write(JsonNode root) throws IOException {
    Files.writeString(folder.resolve("framework.json"), root.toPrettyString());
  }
}
