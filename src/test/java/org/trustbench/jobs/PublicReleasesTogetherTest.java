package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyForms;
import org.trustbench.support.TinyFramework;

/** Several public releases from one lake. */
class PublicReleasesTogetherTest {
  @TempDir Path workspace;
  private SchoolVisits schools;

  @BeforeEach
  void two_schools() throws IOException {
    schools = new SchoolVisits(workspace);
    send("HILL", 7);
    send("DALE", 20);
  }

  /** Forty lessons: so many are late ones, in which alone safety was looked at. */
  private void send(String school, int late) {
    StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
    StringBuilder judged = new StringBuilder("case_id,plan,pace,marked,safe\n");
    for (int i = 0; i < 40; i++) {
      cases.append("C%d,%s,low,\n".formatted(i, i < late ? "late" : "early"));
      judged.append(
          "C%d,%s,%s,%s,%s\n"
              .formatted(i, yes(i % 3), yes(i % 2), yes(i % 5), i % 2 == 0 ? "1" : "3"));
    }
    schools.inbox().send(school, school + "-2014", school, cases.toString(), judged.toString());
  }

  private static String yes(int rest) {
    return rest == 0 ? "no" : "yes";
  }

  private MainRun publish(String... settings) {
    List<String> all = new ArrayList<>(List.of("--audience", "public"));
    all.addAll(List.of(settings));
    return schools.done("run", all.toArray(String[]::new));
  }

  private static List<String> suppressed(MainRun run) {
    return PlainCsv.rows(run.release().resolve("tables/scores.csv")).stream()
        .filter(row -> row.get("score_status").equals("suppressed"))
        .map(row -> row.get("inspection_id") + " " + row.get("measure_id"))
        .toList();
  }

  @Test
  void one_with_another_threshold_is_refused_and_names_the_first_and_what_to_do() {
    MainRun first = publish();
    assertThat(suppressed(first)).contains("HILL-2014 safe-late");
    MainRun second = schools.job("run", "--audience", "public", "--suppress-below", "5");
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(String.join("\n", second.err()))
        .contains("no public release", "release " + SchoolVisits.id(first), "HILL-2014")
        .contains("publish with 10");
    assertThat(schools.job("benchmark", "--audience", "public", "--suppress-below", "5").exitCode())
        .isEqualTo(2);
    assertThat(String.join("\n", second.out())).doesNotContain("Overall");
    assertThat(workspace.resolve("output/public/releases").toFile().list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--focus HILL --comparator programme",
        "--score-rule mean-of-questions",
        "--round-counts-to 1",
        "--reliable-from 30",
        "--reject-tolerance 0.2",
      })
  void one_with_other_settings_shows_nothing_that_the_first_withholds(String settings) {
    List<String> first = suppressed(publish());
    assertThat(suppressed(publish(settings.split(" ", -1)))).containsAll(first);
    // And in the other order.
    assertThat(suppressed(publish("--seed", "2"))).isEqualTo(first);
  }

  @Test
  void an_inspection_sent_again_and_another_one_more_are_published() {
    publish();
    send("HILL", 12);
    send("FORD", 20);
    assertThat(suppressed(publish())).doesNotContain("HILL-2014 safe-late");
  }

  @Test
  void other_measures_are_refused_and_other_labels_are_not() throws IOException {
    MainRun first = publish();
    TinyFramework.write(
        schools.framework(), json -> json.replace("Safe in late classes", "Safe when late"));
    assertThat(suppressed(publish())).isEqualTo(suppressed(first));
    TinyFramework.write(
        schools.framework(), json -> json.replace("\"in\": [\"late\"]", "\"in\": [\"early\"]"));
    MainRun second = schools.job("run", "--audience", "public");
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(String.join("\n", second.err())).contains("publish with that framework");
  }

  @Test
  void a_further_version_of_the_form_leaves_inspections_by_the_earlier_one_as_they_were()
      throws IOException {
    TinyFramework.write(
        schools.framework(), json -> json.replace("\"version\": \"1\"", "\"version\": \"0\""));
    for (String school : List.of("HILL", "DALE")) {
      schools
          .inbox()
          .file(
              school + "/inspection.json",
              LandingFolder.manifest(school + "-2014", school)
                  .replace("\"framework_version\": \"1\"", "\"framework_version\": \"0\""));
    }
    List<String> first = suppressed(publish());
    assertThat(first).contains("HILL-2014 safe-late");
    TinyForms.write(schools.framework(), json -> json, questions -> questions);
    assertThat(suppressed(publish())).containsAll(first);
    TinyForms.write(
        schools.framework(),
        json -> json,
        questions -> questions.replace(",A1|A2,yes|no,yes,lesson,0,", ",A1,yes|no,yes,lesson,0,"));
    MainRun other = schools.job("run", "--audience", "public");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(String.join("\n", other.err())).contains("publish with that framework");
  }

  @Test
  void the_terminal_and_the_summary_say_of_a_withheld_figure_that_it_is_and_no_finding_tells_of_it()
      throws IOException {
    MainRun run = publish("--focus", "HILL", "--comparator", "programme");
    assertThat(run.out())
        .filteredOn(line -> line.startsWith("Safe in late classes"))
        .singleElement()
        .asString()
        .matches("Safe in late classes +\\[c] +\\[c] +\\[c] .*not compared.*");
    assertThat(run.out())
        .anyMatch(line -> line.contains("Robust"))
        .noneMatch(line -> line.contains("Adjusted"));
    assertThat(PlainCsv.rows(run.release().resolve("tables/findings.csv")))
        .noneMatch(
            row ->
                row.get("inspection_id").equals("HILL-2014")
                    && row.get("measure_id").equals("safe-late"));
    assertThat(PlainCsv.rows(run.release().resolve("summary/safety.csv")))
        .filteredOn(row -> row.toString().contains("Safe in late classes"))
        .allMatch(row -> row.toString().contains("[c]") || row.toString().contains("suppressed"));
  }

  @Test
  void internal_releases_are_not_held_to_public_ones() {
    publish();
    schools.done("run");
    schools.done("run", "--audience", "internal", "--reliable-from", "20");
    publish();
  }
}
