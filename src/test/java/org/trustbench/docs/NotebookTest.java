package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trustbench.support.Launched;
import org.trustbench.support.PublishedRelease;

/** The notebook, cell by cell, with what its first cell puts on the class path and nothing else. */
@Tag("packaged")
class NotebookTest {
  private static final Path FOLDER = Launched.root().resolve("notebooks-java");
  private static final String JARS = "%jars ";

  private final JsonNode notebook = read();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void the_notebook_runs_to_its_end_and_shows_the_figures_of_the_release() throws IOException {
    PublishedRelease release = PublishedRelease.embedded();
    String printed = printed(release);
    assertThat(printed).contains("release " + release.id(), "SYNTHETIC DATA");

    Map<String, NamedCsvRecord> measures =
        release.rows("scores").stream()
            .filter(row -> row.getField("trust_id").equals("NSP"))
            .collect(Collectors.toMap(row -> row.getField("measure_id"), row -> row));
    List<String> wanted = List.of("theme", "child_protection");
    int shown = 0;
    for (NamedCsvRecord row : release.rows("comparisons")) {
      NamedCsvRecord measure = measures.get(row.getField("measure_id"));
      if (row.getField("trust_id").equals("NSP")
          && row.getField("comparator_id").equals("tranche")
          && wanted.contains(measure.getField("measure_kind"))) {
        assertLine(
            printed,
            measure.getField("measure_label"),
            number(row.getField("score_percent")),
            number(row.getField("benchmark_percent")),
            number(row.getField("difference_points")),
            row.getField("verdict95"));
        shown++;
      }
    }
    assertThat(shown).as("themes and child-protection measures").isEqualTo(20);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void the_league_is_that_of_the_trust_s_tranche_with_rank_intervals() throws IOException {
    PublishedRelease release = PublishedRelease.embedded();
    String printed = printed(release);
    String league = printed.substring(printed.indexOf("All work with cases: tranche"));
    List<NamedCsvRecord> rows =
        release.rows("comparisons").stream()
            .filter(row -> row.getField("measure_id").equals("overall"))
            .filter(row -> row.getField("comparator_id").equals("tranche"))
            .toList();
    String group =
        rows.stream()
            .filter(row -> row.getField("trust_id").equals("NSP"))
            .findFirst()
            .orElseThrow()
            .getField("comparator_group");
    Map<String, String> names =
        release.rows("scores").stream()
            .filter(row -> row.getField("measure_id").equals("overall"))
            .collect(
                Collectors.toMap(
                    row -> row.getField("trust_id"), row -> row.getField("trust_name")));
    List<NamedCsvRecord> ranked =
        rows.stream().filter(row -> row.getField("comparator_group").equals(group)).toList();
    assertThat(ranked).hasSizeGreaterThan(3);
    for (NamedCsvRecord row : ranked) {
      assertLine(
          league,
          row.getField("rank"),
          row.getField("rank_lower"),
          row.getField("rank_upper"),
          names.get(row.getField("trust_id")),
          number(row.getField("score_percent")));
    }
    assertThat(league.lines().filter(line -> line.contains("Probation"))).hasSameSizeAs(ranked);
  }

  @Test
  void the_notebook_is_for_a_java_kernel_and_is_stored_without_outputs() {
    assertThat(notebook.at("/metadata/kernelspec/name").asText()).isEqualTo("java");
    assertThat(notebook.at("/metadata/kernelspec/language").asText()).isEqualTo("java");
    assertThat(cells()).isNotEmpty();
    for (JsonNode cell : cells()) {
      assertThat(cell.get("outputs")).isEmpty();
      assertThat(cell.get("execution_count").isNull()).isTrue();
    }
  }

  @Test
  void the_notebook_says_before_anything_else_that_the_samples_are_synthetic() {
    JsonNode first = notebook.get("cells").get(0);
    assertThat(first.get("cell_type").asText()).isEqualTo("markdown");
    assertThat(source(first)).contains("synthetic");
  }

  private static Map<PublishedRelease, String> done = new java.util.HashMap<>();

  /** What the cells print; they are run once for all tests. */
  private String printed(PublishedRelease release) throws IOException {
    if (!done.containsKey(release)) {
      done.put(release, run(release));
    }
    return done.get(release);
  }

  private String run(PublishedRelease release) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        JShell shell =
            JShell.builder()
                .out(stream)
                .err(stream)
                .remoteVMOptions(
                    "-Dfile.encoding=UTF-8",
                    Launched.QUICK_JVM,
                    "-Dtrustbench.release=" + release.folder())
                .build()) {
      for (JsonNode cell : cells()) {
        String source = source(cell);
        if (source.startsWith(JARS)) {
          for (String jar : jars(source.substring(JARS.length()))) {
            shell.addToClasspath(jar);
          }
        } else {
          evaluate(shell, source, out);
        }
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void evaluate(JShell shell, String cell, ByteArrayOutputStream out) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = cell;
    while (!rest.isBlank()) {
      CompletionInfo next = analysis.analyzeCompletion(rest);
      assertThat(next.completeness().isComplete()).as(rest).isTrue();
      for (SnippetEvent event : shell.eval(next.source())) {
        Snippet snippet = event.snippet();
        assertThat(shell.diagnostics(snippet).map(d -> d.getMessage(Locale.ENGLISH)))
            .as(snippet.source())
            .isEmpty();
        assertThat(event.exception())
            .as("%s%n%s", snippet.source(), out.toString(StandardCharsets.UTF_8))
            .isNull();
        assertThat(event.status()).as(snippet.source()).isEqualTo(Snippet.Status.VALID);
        assertThat(snippet.kind())
            .as("a notebook defines nothing: " + snippet.source())
            .isNotIn(Snippet.Kind.METHOD, Snippet.Kind.TYPE_DECL);
      }
      rest = next.remaining();
    }
  }

  /** The files that the patterns of the first cell mean. */
  private static List<String> jars(String patterns) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String pattern : patterns.strip().split(" ", -1)) {
      Path path = FOLDER.resolve(pattern).normalize();
      String name = path.getFileName().toString();
      try (Stream<Path> files = Files.list(path.getParent())) {
        files
            .filter(
                file ->
                    file.getFileSystem().getPathMatcher("glob:" + name).matches(file.getFileName()))
            .forEach(file -> jars.add(file.toString()));
      }
    }
    assertThat(jars).as(patterns).hasSizeGreaterThan(2);
    return jars;
  }

  /** Some line holds all of these as words of their own. */
  private static void assertLine(String printed, String... words) {
    assertThat(printed.lines())
        .as("a line that holds %s, in%n%s", List.of(words), printed)
        .anyMatch(
            line -> {
              String padded = " " + line + " ";
              return Stream.of(words).allMatch(word -> padded.contains(" " + word + " "));
            });
  }

  /** As Tablesaw prints a number that it read. */
  private static String number(String cell) {
    return String.valueOf(Double.parseDouble(cell));
  }

  private List<JsonNode> cells() {
    List<JsonNode> cells = new ArrayList<>();
    for (JsonNode cell : notebook.get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static String source(JsonNode cell) {
    StringBuilder source = new StringBuilder();
    cell.get("source").forEach(line -> source.append(line.asText()));
    return source.toString();
  }

  private static JsonNode read() {
    try {
      return new JsonMapper()
          .readTree(Files.readString(FOLDER.resolve("norfolk-and-suffolk.ipynb")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
