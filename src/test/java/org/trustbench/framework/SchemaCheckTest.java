package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.TinyFramework;

/** Whatever the schema finds is said in a sentence with a fix, never in the schema's own words. */
class SchemaCheckTest {
  /** Rules of the schema that each have a line in the table of breaches below. */
  private static final Set<String> TRIED =
      Set.of(
          "additionalProperties",
          "const",
          "contains",
          "enum",
          "maxItems",
          "maxLength",
          "maximum",
          "minItems",
          "minLength",
          "minimum",
          "oneOf",
          "pattern",
          "required",
          "type",
          "uniqueItems");

  /** What describes, and finds nothing. */
  private static final Set<String> SILENT =
      Set.of("$schema", "$defs", "$ref", "description", "format", "items", "properties", "title");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"version\": \"1\", ~ ~ \"version\" is missing (add",
        "\"version\": \"1\" ~ \"version\": [] ~ is [] (it is to be a text",
        "\"version\": \"1\" ~ \"version\": \"\" ~ is empty or too short (write something)",
        "\"id\": \"schools\" ~ \"id\": \"my schools\" ~ \"my schools\" is no id (an id is",
        "\"skip_lines\": 2 ~ \"skip_lines\": -1 ~ is -1 (it is to be at least 0)",
        "\"skip_lines\": 2 ~ \"skip_lines\": 4294967298 ~ is 4294967298 (it is to be at most 2147483647)",
        "\"above\": 50 ~ \"at_least\": -1 ~ is -1 (it is to be at least 0)",
        "\"above\": 50 ~ \"above\": -0.5 ~ is -0.5 (it is to be at least 0)",
        "\"above\": 50 ~ \"at_least\": 101 ~ is 101 (it is to be at most 100)",
        "\"delimiter\": \";\" ~ \"delimiter\": \";;\" ~ is too long (it holds at most 1 character)",
        "[\"lesson\", \"interview\"] ~ [\"lesson\", \"lesson\"] ~ has one thing twice",
        "\"case_key\": [\"Case\"] ~ \"case_key\": [] ~ is empty or too short (write at least 1)",
        "\"not_recorded\" ~ \"nothing\" ~ \"nothing\" is not a choice (write one of not_applicable, not_recorded)",
        "\"means\": \"not_recorded\" ~ \"aliases\": [] ~ no answer means not_recorded (add",
        "\"above\": 50 ~ \"below\": 50 ~ \"below\" means nothing here (what is read here is word, at_least",
        "\"above\": 50 ~ \"above\": 50, \"at_least\": 2 ~ says neither or both of",
        "\"id\": \"schools\" ~ \"id\": \"sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss\" ~ is too long (it holds at most 100 characters)",
        "\"case_mix\": ~ \"peers\": [{ \"id\": \"p\", \"label\": \"P\", \"nearest\": 1e300 }], \"case_mix\": ~ (it is to be at most 100000)",
        "{ \"code\": \"1\" }, ~ MANY ~ is too long (it holds at most 100)",
      })
  void a_breach_is_a_sentence_with_a_fix(String from, String to, String says) throws IOException {
    String many = "{ \"code\": \"x\" }, ".repeat(200);
    Path written =
        TinyFramework.write(
            folder, json -> json.replace(from, to == null ? "" : to.replace("MANY", many)));

    List<Mistake> mistakes = FrameworkReader.check(written.toString()).mistakes();

    assertThat(mistakes).extracting(Mistake::sentence).anyMatch(one -> one.contains(says));
    assertThat(mistakes)
        .allSatisfy(
            mistake -> {
              assertThat(mistake.fix()).isNotBlank();
              assertThat(mistake.place() + mistake.wrong())
                  .doesNotContain("$", "/", "must ", "schema");
            });
  }

  @Test
  void every_rule_of_the_schema_is_tried() throws IOException {
    Set<String> used = new TreeSet<>();
    collect(
        new JsonMapper()
            .readTree(SchemaCheckTest.class.getResource("/frameworks/framework.schema.json")),
        false,
        used);
    used.removeAll(SILENT);

    assertThat(used).isEqualTo(new TreeSet<>(TRIED));
  }

  /** Names of rules: every name in the schema, but those of entries and definitions. */
  private static void collect(JsonNode node, boolean isOfNames, Set<String> into) {
    node.properties()
        .forEach(
            entry -> {
              if (!isOfNames) {
                into.add(entry.getKey());
              }
              boolean holdsNames = List.of("properties", "$defs").contains(entry.getKey());
              collect(entry.getValue(), !isOfNames && holdsNames, into);
            });
    node.elements().forEachRemaining(one -> collectOf(one, node, into));
  }

  private static void collectOf(JsonNode one, JsonNode node, Set<String> into) {
    if (node.isArray()) {
      collect(one, false, into);
    }
  }
}
