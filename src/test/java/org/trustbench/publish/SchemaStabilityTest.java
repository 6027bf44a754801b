package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustbench.support.SampleRuns;

/**
 * The tables of a release against those recorded. {@code -Dschema.approve=true} records them as
 * they are now, if nothing that others rely on is gone or the version has stepped.
 */
class SchemaStabilityTest {
  private static final Path RECORDED =
      Path.of(System.getProperty("project.root", "."), "src/test/resources/schema/tables.txt");

  /**
   * Tables as lines: the version, then what each column is and each key.
   *
   * @param lines {@code table.column} or {@code table} to what it is
   */
  private record Schema(int version, Map<String, String> lines) {
    static Schema parsed(List<String> text) {
      Map<String, String> lines = new TreeMap<>();
      for (String line : text.subList(1, text.size())) {
        lines.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
      }
      return new Schema(Integer.parseInt(text.get(0).substring("version ".length())), lines);
    }

    List<String> text() {
      List<String> text = new ArrayList<>(List.of("version " + version));
      lines.forEach((name, is) -> text.add(name + " " + is));
      return text;
    }

    /** What somebody relies on and is no more, or is another thing. */
    List<String> brokenBy(Schema now) {
      return lines.entrySet().stream()
          .filter(line -> !line.getValue().equals(now.lines.get(line.getKey())))
          .map(
              line ->
                  "%s was %s and is %s"
                      .formatted(line.getKey(), line.getValue(), now.lines.get(line.getKey())))
          .toList();
    }

    boolean isAllowedAfter(Schema recorded) {
      return version > recorded.version
          || (version == recorded.version && recorded.brokenBy(this).isEmpty());
    }
  }

  private static Schema published() throws IOException {
    JsonNode described =
        new JsonMapper()
            .readTree(
                Files.readString(SampleRuns.national().release().resolve("datapackage.json")));
    Map<String, String> lines = new TreeMap<>();
    for (JsonNode resource : described.get("resources")) {
      String table = resource.get("name").asText();
      JsonNode schema = resource.path("schema");
      if (schema.isMissingNode()) {
        continue;
      }
      lines.put(
          table,
          resource.get("path").asText()
              + " "
              + (schema.has("primaryKey") ? schema.get("primaryKey") : schema.get("uniqueKeys")));
      for (JsonNode field : schema.get("fields")) {
        lines.put(
            table + "." + field.get("name").asText(),
            (field.get("type").asText() + " " + field.path("unit").asText()).strip());
      }
    }
    return new Schema(described.get("schema_version").asInt(), lines);
  }

  @Test
  void the_tables_are_those_recorded() throws IOException {
    Schema now = published();
    if (Boolean.getBoolean("schema.approve")) {
      if (Files.exists(RECORDED)) {
        Schema recorded = Schema.parsed(Files.readAllLines(RECORDED));
        assertThat(now.isAllowedAfter(recorded))
            .as("step StarSchema.SCHEMA_VERSION first: %s", recorded.brokenBy(now))
            .isTrue();
      }
      Files.createDirectories(RECORDED.getParent());
      Files.write(RECORDED, now.text());
    }
    Schema recorded = Schema.parsed(Files.readAllLines(RECORDED));
    assertThat(now.isAllowedAfter(recorded))
        .as("a step of StarSchema.SCHEMA_VERSION is needed: %s", recorded.brokenBy(now))
        .isTrue();
    assertThat(now.text())
        .as("mvn test -Dtest=SchemaStabilityTest -Dschema.approve=true")
        .isEqualTo(Files.readAllLines(RECORDED));
  }

  private static Schema schema(int version, String... lines) {
    List<String> text = new ArrayList<>(List.of("version " + version));
    text.addAll(List.of(lines));
    return Schema.parsed(text);
  }

  @Test
  void a_column_that_goes_or_has_another_name_or_type_needs_another_version() {
    Schema recorded = schema(1, "t t.csv [\"a\"]", "t.a string", "t.b number percent");

    for (Schema broken :
        List.of(
            schema(1, "t t.csv [\"a\"]", "t.a string"),
            schema(1, "t t.csv [\"a\"]", "t.a string", "t.c number percent"),
            schema(1, "t t.csv [\"a\"]", "t.a string", "t.b integer percent"),
            schema(1, "t t.csv [\"a\"]", "t.a string", "t.b number"),
            schema(1, "t t.csv [\"a\",\"b\"]", "t.a string", "t.b number percent"),
            schema(1, "u t.csv [\"a\"]", "u.a string", "u.b number percent"))) {
      assertThat(broken.isAllowedAfter(recorded)).as(broken.text().toString()).isFalse();
      assertThat(new Schema(2, broken.lines()).isAllowedAfter(recorded)).isTrue();
    }
    assertThat(
            schema(0, "t t.csv [\"a\"]", "t.a string", "t.b number percent")
                .isAllowedAfter(recorded))
        .as("a version never goes back")
        .isFalse();
  }

  @Test
  void a_column_or_table_that_is_new_needs_none() {
    assertThat(
            schema(1, "t t.csv [\"a\"]", "t.a string", "t.b string", "u u.csv [\"c\"]", "u.c date")
                .isAllowedAfter(schema(1, "t t.csv [\"a\"]", "t.a string")))
        .isTrue();
  }
}
