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
    Path toMend = listed("to-mend/H/problems.html");
    assertThat(run.err()).anyMatch(line -> line.endsWith("to be sent back: " + toMend));
    assertThat(Files.readString(toMend)).contains("refused", "H/judgements.csv", "unknown-answer");
    assertThat(listed("to-mend/H/summary.txt"))
        .content()
        .contains(
            "H-1: Hill School: refused: ",
            "unknown-answer: 3, with judgements rejected 3; first: H/judgements.csv line 3: answer")
        .doesNotContain("oui", "C2");
  }

  @Test
  void an_institution_that_nobody_knows_bars_no_other_of_its_extract() throws IOException {
    MainRun run =
        extract(
            "Hill,C1,late,Q1,J\nNowhere,C2,late,Q1,J\nNowhere,C3,late,Q1,J\nNowhere,C4,late,Q1,J\n");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).anyMatch(line -> line.contains("not in the register: 3 (3 judgements"));
    assertThat(PlainCsv.rows(run.release().resolve("tables/scores.csv")))
        .extracting(row -> row.get("trust_id"))
        .containsOnly("HILL");
    assertThat(PlainCsv.rows(listed("rejects.csv")))
        .filteredOn(row -> row.get("rule").equals("unknown-trust"))
        .extracting(row -> row.get("line"))
        .containsExactly("3", "4", "5");
  }

  @Test
  void an_institution_of_too_many_faults_is_refused_by_name_and_bars_no_other() throws IOException {
    MainRun run =
        extract(
            "Hill,C1,late,Q1,J\nHill,C2,late,Q1,J\nThe Dale,C3,late,Q1,oui\nThe Dale,C4,late,Q1,J\n");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .anyMatch(line -> line.contains("Dale School (DALE-2015): 1 of 2 judgements was rejected"));
    assertThat(listed("to-mend/national.csv/summary.txt"))
        .content()
        .contains("DALE-2015: Dale School: refused: ")
        .doesNotContain("Hill");
    assertThat(PlainCsv.rows(run.release().resolve("tables/scores.csv")))
        .extracting(row -> row.get("trust_id"))
        .containsOnly("HILL");
  }

  @Test
  void rows_of_no_inspection_are_not_said_to_be_refused_for_what_another_did() throws IOException {
    MainRun run =
        extract(
            "Hill,C1,late,Q1,J\nHill,C2,late,Q1,J\nThe Dale,C3,late,Q1,oui\nThe Dale,C4,late,Q1,J\n",
            "Remark");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(listed("to-mend/national.csv/summary.txt"))
        .content()
        .contains("DALE-2015: Dale School: refused: ")
        .doesNotContain("rows of no inspection: refused");
  }

  @Test
  void an_extract_of_lines_that_cannot_be_read_is_refused_whole_and_listed_by_line() {
    MainRun run = extract("Hill,C1,late,Q1,J\nHill,C2,late,Q1,J,J\n");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(PlainCsv.rows(listed("rejects.csv")))
        .anyMatch(row -> row.get("line").equals("3") && row.get("rule").equals("malformed-line"));
  }

  private MainRun extract(String rows) {
    return extract(rows, "");
  }

  /** An extract with one more column, which is foreign to the layout and empty. */
  private MainRun extract(String rows, String foreign) {
    String comma = foreign.isEmpty() ? "" : ",";
    schools
        .inbox()
        .file(
            "national.csv",
            "School,Case,Stage,Item,Result"
                + comma
                + foreign
                + "\n"
                + rows.replace("\n", comma + "\n"));
    return schools.job(
        "run",
        "--layout",
        "long",
        "--extract",
        schools.inbox().path().resolve("national.csv").toString());
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
    assertThat(listed("to-mend/H")).doesNotExist();
  }

  private Path listed(String file) {
    return workspace.resolve("output/internal/rejects").resolve(file);
  }
}
