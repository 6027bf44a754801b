package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.disclosure.adversary.Attack;
import org.trustbench.disclosure.adversary.Attack.Count;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.disclosure.adversary.Rounding;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/**
 * What a public release made by a run tells of what was sent. A file with a row for each judgement
 * has as many rows as there are judgements, so that rows less what is shown bound what is withheld;
 * and a hash of what was sent lets guesses be tried.
 */
class PublicRelease_AccountTest {
  @TempDir Path workspace;

  /** Forty lessons, and twelve interviews of which so few were judged, and so many insufficient. */
  private Path published(String name, int judgedInterviews, int insufficient) throws IOException {
    StringBuilder cases = new StringBuilder("case_id,evidence,stage,risk,town\n");
    StringBuilder judged = new StringBuilder("case_id,question_id,answer\n");
    for (int c = 0; c < 40; c++) {
      cases.append("L%d,lesson,%s,low,\n".formatted(c, c < 20 ? "late" : "early"));
      for (String question : List.of("plan", "pace", "marked")) {
        judged.append("L%d,%s,%s\n".formatted(c, question, c % 3 == 0 ? "no" : "yes"));
      }
      judged.append("L%d,safe,%d\n".formatted(c, c % 2 == 0 ? 1 : 4));
    }
    for (int c = 0; c < 12; c++) {
      cases.append("T%d,interview,,,\n".formatted(c));
      if (c < judgedInterviews) {
        judged.append("T%d,talk,%s\n".formatted(c, c < insufficient ? "no" : "yes"));
      }
    }
    Path folder = Files.createDirectory(workspace.resolve(name));
    SchoolVisits schools = new SchoolVisits(folder);
    schools.inbox().send("HILL", "HILL-2014", "HILL", cases.toString(), judged.toString());
    schools.inbox().send("DALE", "DALE-2014", "DELL", SchoolVisits.CASES, SchoolVisits.YES);
    MainRun run = schools.job("run", "--audience", "public", "--round-counts-to", "1");
    assertThat(run.exitCode()).as("DALE is refused").isEqualTo(3);
    return run.release();
  }

  @Test
  void where_anything_is_withheld_what_was_sent_is_withheld_too() throws IOException {
    Path release = published("few", 2, 1);
    PublishedTables tables = PublishedTables.of(release);
    Attack attack = Attack.on(TinyFramework.read(), new Rounding(1, 10), tables);
    assertThat(attack.suppressed())
        .containsExactlyInAnyOrder("HILL-2014 question-talk", "HILL-2014 section-A4");
    assertThat(attack.pinned(DisclosureRules.FEWEST_VALUES)).isEmpty();
    assertThat(attack.highest("HILL-2014 question-talk", Count.ASSESSED)).isGreaterThan(2);
    assertThat(tables.table("coverage"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("cases")).isEqualTo("52");
              assertThat(List.of("read", "accepted", "rejected", "collapsed", "out_of_scope"))
                  .allMatch(count -> row.get(count).isEmpty());
            });
  }

  @Test
  void a_release_is_the_same_to_its_id_whatever_the_judgements_withheld_were() throws IOException {
    Path one = published("one", 5, 1);
    Path other = published("other", 5, 3);
    assertThat(other.getFileName()).isEqualTo(one.getFileName());
    Map<String, Integer> before = SchoolVisits.bytes(one);
    Map<String, Integer> after = SchoolVisits.bytes(other);
    before.remove("run.json");
    after.remove("run.json");
    assertThat(after).isEqualTo(before);
    assertThat(names(one.resolve("run.json")))
        .containsExactlyInAnyOrder(
            "admission",
            "submissions_snapshot",
            "finished",
            "milliseconds",
            "spark_jobs",
            "java",
            "processors",
            "manifest_sha256");
    assertThat(
            new ObjectMapper().readTree(one.resolve("manifest.json").toFile()).get("submissions"))
        .extracting(JsonNode::asText)
        .as("nothing of what was refused")
        .containsExactly("HILL-2014");
  }

  private static List<String> names(Path json) throws IOException {
    List<String> names = new ArrayList<>();
    new ObjectMapper().readTree(json.toFile()).fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void where_nothing_is_withheld_it_is_told() throws IOException {
    List<Map<String, String>> rows =
        PlainCsv.rows(published("all", 12, 1).resolve("tables/coverage.csv"));
    assertThat(rows).extracting(row -> row.get("accepted")).containsExactly("172");
  }
}
