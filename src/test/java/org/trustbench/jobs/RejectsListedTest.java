package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;

/** Where a submission or an extract is refused whole, its rejected rows are to be had. */
class RejectsListedTest {
  private static final String BAD = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,oui,non,<b>\n";

  @TempDir Path workspace;
  private SchoolVisits schools;

  @BeforeEach
  void an_inbox() throws IOException {
    schools = new SchoolVisits(workspace);
  }

  @Test
  void where_nothing_is_accepted_the_message_names_a_csv_and_a_page() throws IOException {
    schools.send("H", "H-1", "HILL", BAD);
    MainRun run = schools.job("run");
    assertThat(run.exitCode()).isEqualTo(3);
    Path csv = listed("rejects.csv");
    Path page = listed("rejects.html");
    assertThat(run.err())
        .anyMatch(line -> line.contains(csv.toString()) && line.contains(page.toString()));
    assertThat(PlainCsv.rows(csv))
        .filteredOn(row -> row.get("rule").equals("unknown-answer"))
        .hasSize(3)
        .allMatch(row -> row.get("file").equals("H/judgements.csv"))
        .allMatch(row -> row.get("line").equals("3"))
        .allMatch(row -> row.get("status").equals("refused"));
    assertThat(Files.readString(page)).contains("H/judgements.csv", "unknown-answer");
  }

  @Test
  void an_extract_refused_whole_is_listed_by_line() throws IOException {
    schools
        .inbox()
        .file(
            "national.csv",
            "School,Case,Stage,Item,Result\nHill,C1,late,Q1,J\nNowhere,C2,late,Q1,J\n");
    MainRun run =
        schools.job(
            "run",
            "--layout",
            "long",
            "--extract",
            schools.inbox().path().resolve("national.csv").toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(PlainCsv.rows(listed("rejects.csv")))
        .anyMatch(row -> row.get("line").equals("3") && row.get("rule").equals("unknown-trust"));
  }

  @Test
  void mended_it_is_listed_no_more() {
    schools.send("H", "H-1", "HILL", BAD).send("D", "D-1", "DALE", YES);
    assertThat(schools.job("run").exitCode()).isEqualTo(3);
    assertThat(PlainCsv.rows(listed("rejects.csv")))
        .allMatch(row -> row.get("file").startsWith("H"));
    schools.send("H", "H-1", "HILL", YES);
    assertThat(schools.job("run").exitCode()).isZero();
    assertThat(listed("rejects.csv")).doesNotExist();
    assertThat(listed("rejects.html")).doesNotExist();
  }

  private Path listed(String file) {
    return workspace.resolve("output/rejects").resolve(file);
  }
}
