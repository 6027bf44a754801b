package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.disclosure.adversary.Attack;
import org.trustbench.disclosure.adversary.Attack.Count;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.disclosure.adversary.Rounding;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/**
 * The account of what was sent, beside scores: a file with a row for each judgement has as many
 * rows as there are judgements, so that rows less what is shown bound what is withheld.
 */
class PublicRelease_AccountTest {
  @TempDir Path workspace;

  /** Forty lessons, and twelve interviews of which so few were judged. */
  private Path published(int judgedInterviews) throws IOException {
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
        judged.append("T%d,talk,%s\n".formatted(c, c == 0 ? "no" : "yes"));
      }
    }
    SchoolVisits schools = new SchoolVisits(workspace);
    schools.inbox().send("HILL", "HILL-2014", "HILL", cases.toString(), judged.toString());
    return schools.done("run", "--audience", "public", "--round-counts-to", "1").release();
  }

  @Test
  void where_anything_is_withheld_what_was_sent_is_withheld_too() throws IOException {
    Path release = published(2);
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
  void where_nothing_is_withheld_it_is_told() throws IOException {
    List<Map<String, String>> rows = PlainCsv.rows(published(12).resolve("tables/coverage.csv"));
    assertThat(rows).extracting(row -> row.get("accepted")).containsExactly("172");
  }
}
