package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.support.Notebook;
import org.trustbench.support.PublishedRelease;
import org.trustbench.support.SchoolVisits;

/**
 * The notebooks, cell by cell, with what the first cell puts on the class path and nothing else.
 */
@Tag("packaged")
class NotebookTest {
  private static final String PROFILE = "one-institution";
  private static final Map<String, String> DONE = new HashMap<>();

  @TempDir static Path folder;
  private static Path ofSchools;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void the_notebook_runs_to_its_end_and_shows_the_figures_of_the_release() throws IOException {
    PublishedRelease release = PublishedRelease.embedded();
    String printed = printed(PROFILE, release);
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
    String printed = printed(PROFILE, release);
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
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void the_profile_follows_the_cases_of_the_trust_along_the_pathway() throws IOException {
    PublishedRelease release = PublishedRelease.embedded();
    String printed = printed(PROFILE, release);
    int steps = 0;
    for (NamedCsvRecord row : release.rows("pathway")) {
      if (row.getField("trust_id").equals("NSP")
          && row.getField("comparator_id").equals("tranche")) {
        assertLine(
            printed,
            row.getField("step"),
            row.getField("step_label"),
            row.getField("remaining"),
            number(row.getField("remaining_percent")),
            number(row.getField("others_percent")));
        steps++;
      }
    }
    assertThat(steps).isEqualTo(8);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void the_league_shows_every_trust_with_the_ranks_that_are_not_ruled_out() throws IOException {
    PublishedRelease release = PublishedRelease.embedded();
    String printed = printed("league", release);
    Map<String, String> names =
        release.rows("scores").stream()
            .filter(row -> row.getField("measure_id").equals("overall"))
            .collect(
                Collectors.toMap(
                    row -> row.getField("trust_id"), row -> row.getField("trust_name")));
    List<NamedCsvRecord> ranks =
        release.rows("ranks").stream()
            .filter(row -> row.getField("measure_id").equals("overall"))
            .filter(row -> row.getField("comparator_id").equals("programme"))
            .toList();
    assertThat(ranks).hasSize(35);
    int maybeFirst = 0;
    for (NamedCsvRecord row : ranks) {
      String name = names.get(row.getField("trust_id"));
      assertLine(
          printed,
          row.getField("rank"),
          row.getField("rank_lower"),
          row.getField("rank_upper"),
          name,
          number(row.getField("score_percent")));
      int lower = Integer.parseInt(row.getField("rank_lower"));
      int rank = Integer.parseInt(row.getField("rank"));
      int upper = Integer.parseInt(row.getField("rank_upper"));
      String dashes =
          " ".repeat(lower - 1) + "-".repeat(rank - lower) + "o" + "-".repeat(upper - rank);
      assertThat(printed.lines()).contains("%-35s  %s".formatted(dashes, name));
      maybeFirst += lower == 1 ? 1 : 0;
    }
    assertThat(printed).contains("trusts that may be first: %d,".formatted(maybeFirst));
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_figure_its_tallies_and_its_judgements_are_the_same_sums() throws IOException {
    PublishedRelease release = PublishedRelease.embedded();
    String printed = printed("from-a-figure-to-its-tallies", release);
    NamedCsvRecord score =
        release.rows("scores").stream()
            .filter(row -> row.getField("trust_id").equals("NSP"))
            .filter(row -> row.getField("measure_id").equals("theme-1"))
            .findFirst()
            .orElseThrow();
    String sufficient = score.getField("sufficient");
    String assessed = score.getField("assessed");
    long insufficient = Long.parseLong(assessed) - Long.parseLong(sufficient);
    assertThat(printed)
        .contains("exit code of explain: 0", "exit code of sql: 0")
        .doesNotContain("exit code of sql: 1", "exit code of sql: 2");
    assertLine(printed, score.getField("measure_label"), sufficient, assessed);
    assertLine(printed, "Sum", sufficient, assessed);
    assertLine(printed, sufficient, assessed, score.getField("score_percent"));
    assertLine(printed, "sufficient", sufficient);
    assertLine(printed, "insufficient", String.valueOf(insufficient));
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_notebook_runs_to_its_end_on_a_public_release(String name) throws IOException {
    String printed = new Notebook(name).run(PublishedRelease.embeddedForPublic());
    assertThat(printed).contains("SYNTHETIC DATA").doesNotContain("judgements.csv", "NaN");
    if (!name.equals("league")) {
      assertThat(printed).contains("withheld");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_notebook_runs_to_its_end_on_a_release_of_another_framework(String name)
      throws IOException {
    Path release = ofSchools();

    String printed = new Notebook(name).run(new PublishedRelease(release));

    assertThat(printed)
        .contains("release " + release.getFileName() + ", internal")
        .doesNotContain("Probation", "exit code of explain: 1", "exit code of explain: 2");
    if (!name.equals("league")) {
      assertThat(printed).contains("HILL: Hill School");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_notebook_is_for_a_java_kernel_and_is_stored_without_outputs(String name) {
    Notebook notebook = new Notebook(name);
    assertThat(notebook.json().at("/metadata/kernelspec/name").asText()).isEqualTo("java");
    assertThat(notebook.json().at("/metadata/kernelspec/language").asText()).isEqualTo("java");
    assertThat(notebook.cells()).isNotEmpty();
    for (JsonNode cell : notebook.cells()) {
      assertThat(cell.get("outputs")).isEmpty();
      assertThat(cell.get("execution_count").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_notebook_says_before_anything_else_that_the_samples_are_synthetic(String name) {
    JsonNode first = new Notebook(name).json().get("cells").get(0);
    assertThat(first.get("cell_type").asText()).isEqualTo("markdown");
    assertThat(Notebook.source(first)).contains("synthetic");
  }

  /** A release of the schools, made once for all notebooks. */
  private static synchronized Path ofSchools() throws IOException {
    if (ofSchools == null) {
      SchoolVisits schools =
          new SchoolVisits(folder)
              .send("H", "H-1", "HILL", SchoolVisits.YES)
              .send("D", "D-1", "DALE", SchoolVisits.MENDED);
      ofSchools = schools.done("run", "--focus", "HILL").release();
    }
    return ofSchools;
  }

  private static List<String> names() {
    List<String> names = Notebook.names();
    assertThat(names).hasSizeGreaterThanOrEqualTo(3).contains(PROFILE);
    return names;
  }

  /** What the cells print; they are run once for all tests. */
  private static String printed(String name, PublishedRelease release) throws IOException {
    if (!DONE.containsKey(name)) {
      DONE.put(name, new Notebook(name).run(release));
    }
    return DONE.get(name);
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
    return String.valueOf(Double.parseDouble(cell)).replaceFirst("\\.0$", "");
  }
}
