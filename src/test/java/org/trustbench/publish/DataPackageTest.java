package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;

/**
 * What {@code datapackage.json} and {@code csv-metadata.json} say of the tables of a release is so:
 * of the national samples, of the dirty ones, and of a release for the public.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataPackageTest {
  /** Each type of Table Schema, as its values are to be written; the same go for CSV on the Web. */
  private static final Map<String, String> FORMS =
      Map.of(
          "string", "(?s).*",
          "integer", "-?\\d+",
          "number", "-?\\d+(\\.\\d+)?(E-?\\d+)?",
          "date", "\\d{4}-\\d\\d-\\d\\d",
          "boolean", "true|false");

  private static final Map<String, String> ON_THE_WEB =
      Map.of(
          "string", "string",
          "integer", "integer",
          "number", "double",
          "date", "date",
          "boolean", "boolean");

  @TempDir static Path folder;

  private Path publicRelease;

  @BeforeAll
  void publishForThePublic() {
    Whole national = SampleRuns.national();
    MainRun published =
        MainRun.of(
            "publish",
            "--settings",
            national.workspace().resolve("settings.json").toString(),
            "--framework",
            "iaow-2013",
            "--submissions",
            national.submissions().toString(),
            "--lake",
            national.lake().toString(),
            "--output",
            folder.toString(),
            "--audience",
            "public");
    assertThat(published.exitCode()).as(published.err().toString()).isZero();
    publicRelease = published.release();
  }

  Stream<Path> releases() {
    return Stream.of(SampleRuns.national().release(), SampleRuns.dirty().release(), publicRelease);
  }

  private static JsonNode json(Path file) throws IOException {
    return new JsonMapper().readTree(Files.readString(file));
  }

  private static List<JsonNode> resources(Path release, String format) throws IOException {
    List<JsonNode> resources = new ArrayList<>();
    for (JsonNode resource : json(release.resolve("datapackage.json")).get("resources")) {
      if (resource.get("format").asText().equals(format)) {
        resources.add(resource);
      }
    }
    assertThat(resources).isNotEmpty();
    return resources;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static List<Map<String, String>> rows(Path release, JsonNode resource) {
    return PlainCsv.rows(release.resolve(resource.get("path").asText()));
  }

  private static List<String> cells(Map<String, String> row, List<String> columns) {
    return columns.stream().map(row::get).toList();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void the_package_has_what_its_specification_asks_for(Path release) throws IOException {
    JsonNode described = json(release.resolve("datapackage.json"));
    assertThat(described.get("name").asText()).matches("[a-z0-9._/-]+");
    assertThat(described.get("schema_version").asInt()).isEqualTo(StarSchema.SCHEMA_VERSION);
    assertThat(json(release.resolve("manifest.json")).get("schema_version").asInt())
        .isEqualTo(StarSchema.SCHEMA_VERSION);
    Set<String> names = new HashSet<>();
    Set<String> paths = new TreeSet<>();
    for (JsonNode resource : described.get("resources")) {
      assertThat(names.add(resource.get("name").asText())).isTrue();
      assertThat(release.resolve(resource.get("path").asText())).isRegularFile();
      if (!resource.path("type").asText().equals("table")) {
        continue;
      }
      paths.add(resource.get("path").asText());
      JsonNode schema = resource.get("schema");
      assertThat(texts(schema.get("missingValues"))).containsExactly("");
      Set<String> fields = new HashSet<>();
      for (JsonNode field : schema.get("fields")) {
        assertThat(fields.add(field.get("name").asText())).isTrue();
        assertThat(field.get("name").asText()).matches("[a-z][a-z0-9_]*");
        assertThat(FORMS).containsKey(field.get("type").asText());
        assertThat(field.get("description").asText()).isNotBlank();
      }
      assertThat(fields).containsAll(texts(schema.path("primaryKey")));
      schema.path("uniqueKeys").forEach(key -> assertThat(fields).containsAll(texts(key)));
      assertThat(schema.has("primaryKey")).isNotEqualTo(schema.has("uniqueKeys"));
    }
    assertThat(paths).isEqualTo(tables(release));
  }

  private static Set<String> tables(Path release) throws IOException {
    try (Stream<Path> files = Files.walk(release)) {
      Set<String> tables = new TreeSet<>();
      files
          .map(file -> release.relativize(file).toString())
          .filter(file -> file.matches("(tables|summary)/.*|.*\\.parquet"))
          .filter(file -> file.contains("."))
          .forEach(tables::add);
      return tables;
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void every_cell_of_a_csv_is_of_its_columns_type(Path release) throws IOException {
    for (JsonNode resource : resources(release, "csv")) {
      String name = resource.get("name").asText();
      Map<String, String> forms = new LinkedHashMap<>();
      Set<String> required = new HashSet<>();
      for (JsonNode field : resource.get("schema").get("fields")) {
        forms.put(field.get("name").asText(), FORMS.get(field.get("type").asText()));
        if (field.path("constraints").path("required").asBoolean()) {
          required.add(field.get("name").asText());
        }
      }
      String text = PlainCsv.text(release.resolve(resource.get("path").asText()));
      assertThat(PlainCsv.records(text, ',').get(0))
          .as(name)
          .containsExactlyElementsOf(forms.keySet());
      for (Map<String, String> row : rows(release, resource)) {
        forms.forEach(
            (column, codebook) -> {
              String cell = row.get(column);
              if (cell.isEmpty()) {
                assertThat(required)
                    .as("%s.%s is empty in %s", name, column, row)
                    .doesNotContain(column);
              } else if (!cell.matches(codebook)) {
                throw new AssertionError("%s.%s: %s".formatted(name, column, cell));
              }
            });
      }
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void keys_are_unique_and_every_foreign_key_is_found(Path release) throws IOException {
    Map<String, Set<List<String>>> keys = new LinkedHashMap<>();
    for (JsonNode resource : resources(release, "csv")) {
      JsonNode schema = resource.get("schema");
      List<String> key =
          texts(
              schema.has("primaryKey")
                  ? schema.get("primaryKey")
                  : schema.get("uniqueKeys").get(0));
      Set<List<String>> found = new HashSet<>();
      for (Map<String, String> row : rows(release, resource)) {
        assertThat(found.add(cells(row, key))).as("%s %s", resource.get("name"), row).isTrue();
      }
      keys.put(resource.get("name").asText(), found);
    }
    int references = 0;
    for (JsonNode resource : resources(release, "csv")) {
      for (JsonNode foreign : resource.get("schema").path("foreignKeys")) {
        references++;
        Set<List<String>> referred = keys.get(foreign.get("reference").get("resource").asText());
        assertThat(foreign.get("reference").get("fields")).isEqualTo(foreign.get("fields"));
        for (Map<String, String> row : rows(release, resource)) {
          List<String> cells = cells(row, texts(foreign.get("fields")));
          assertThat(cells.equals(List.of("")) || referred.contains(cells))
              .as("%s of %s in %s", cells, resource.get("name"), foreign)
              .isTrue();
        }
      }
    }
    assertThat(references).isGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void csv_on_the_web_says_the_same_of_the_csvs(Path release) throws IOException {
    JsonNode group = json(release.resolve("csv-metadata.json"));
    assertThat(group.get("@context").get(0).asText()).isEqualTo("http://www.w3.org/ns/csvw");
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, JsonNode> tables = new LinkedHashMap<>();
    for (JsonNode table : group.get("tables")) {
      tables.put(table.get("url").asText(), table);
      names.put(table.get("url").asText(), table.get("dc:title").asText());
    }
    List<JsonNode> resources = resources(release, "csv");
    assertThat(tables).hasSameSizeAs(resources);
    for (JsonNode resource : resources) {
      JsonNode table = tables.get(resource.get("path").asText()).get("tableSchema");
      JsonNode schema = resource.get("schema");
      for (int i = 0; i < schema.get("fields").size(); i++) {
        JsonNode field = schema.get("fields").get(i);
        JsonNode column = table.get("columns").get(i);
        assertThat(column.get("name")).isEqualTo(field.get("name"));
        assertThat(column.get("titles")).isEqualTo(field.get("name"));
        assertThat(column.get("dc:description")).isEqualTo(field.get("description"));
        assertThat(column.get("datatype").asText())
            .isEqualTo(ON_THE_WEB.get(field.get("type").asText()));
        assertThat(column.path("required").asBoolean())
            .isEqualTo(field.path("constraints").path("required").asBoolean());
      }
      assertThat(table.get("columns")).hasSameSizeAs(schema.get("fields"));
      assertThat(table.get("primaryKey")).isEqualTo(schema.get("primaryKey"));
      assertThat(referred(table.path("foreignKeys"), "columnReference", names))
          .isEqualTo(referred(schema.path("foreignKeys"), "fields", Map.of()));
    }
  }

  private static List<String> referred(
      JsonNode foreignKeys, String columns, Map<String, String> names) {
    List<String> referred = new ArrayList<>();
    for (JsonNode key : foreignKeys) {
      String resource = key.get("reference").get("resource").asText();
      referred.add(key.get(columns) + " in " + names.getOrDefault(resource, resource));
    }
    return referred;
  }

  @ParameterizedTest
  @MethodSource("releases")
  void the_dictionary_has_every_column_of_every_table(Path release) throws IOException {
    List<String> described = new ArrayList<>();
    for (JsonNode resource : json(release.resolve("datapackage.json")).get("resources")) {
      for (JsonNode field : resource.path("schema").path("fields")) {
        described.add(
            String.join(
                "|",
                resource.get("name").asText(),
                field.get("name").asText(),
                field.get("type").asText(),
                field.path("unit").asText(),
                field.get("description").asText()));
      }
    }
    assertThat(
            PlainCsv.rows(release.resolve("tables/dictionary.csv")).stream()
                .map(
                    row ->
                        String.join(
                            "|",
                            cells(row, List.of("table", "column", "type", "unit", "description"))))
                .toList())
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void a_fact_has_as_many_rows_as_its_table(Path release) throws IOException {
    JsonNode counts = json(release.resolve("manifest.json")).get("counts");
    assertThat(counts.get("fact_score")).isEqualTo(counts.get("scores"));
    assertThat(counts.get("fact_comparison")).isEqualTo(counts.get("comparisons"));
    assertThat(counts.get("fact_rank")).isEqualTo(counts.get("ranks"));
    assertThat(counts.get("fact_pathway")).isEqualTo(counts.get("pathway"));
    assertThat(counts.get("fact_comparator")).isEqualTo(counts.get("comparators"));
  }
}
