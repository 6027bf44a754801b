package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.TinyForms;

/** Inspections by two versions of a form, in one landing folder. */
class FormVersionsTest {
  @TempDir Path folder;

  private ReadOutcome read(String from, String to, String judgements) {
    return readBy(TinyForms.read(folder.resolve("f")), from, to, judgements);
  }

  private ReadOutcome readBy(Framework framework, String from, String to, String judgements) {
    LandingFolder landing = new LandingFolder(folder.resolve("sent"));
    landing.send(
        "X",
        "HILL-1",
        "Hill School",
        """
        case_id,stage,risk,town
        C1,early,low,Ely
        C2,late,high,
        """,
        judgements);
    landing.file(
        "X/inspection.json", LandingFolder.manifest("HILL-1", "Hill School").replace(from, to));
    return new SubmissionReader(new Codebook(framework), 1)
        .read(Landing.submissions(landing.path()).get(0))
        .get(0)
        .reading();
  }

  private static final String WIDE =
      "case_id,plan,pace,marked,safe\nC1,yes,no,no,1\nC2,no,na,yes,2\n";

  @Test
  void each_is_read_by_its_own_version() {
    ReadOutcome old = read("\"1\"", "\"0\"", WIDE);
    ReadOutcome present =
        read("2014-02", "2016-02", WIDE.replace("pace", "tempo").replace("marked", "fed_back"));

    assertThat(old.manifest().formVersion()).isEqualTo("0");
    assertThat(old.rejects()).filteredOn(one -> one.cells() > 0).isEmpty();
    assertThat(present.manifest().formVersion()).isEqualTo("1");
    assertThat(present.rejects()).filteredOn(one -> one.cells() > 0).isEmpty();
  }

  @Test
  void what_a_version_does_not_ask_is_rejected_with_its_name() {
    ReadOutcome read =
        read("\"1\"", "\"0\"", "case_id,question_id,answer\nC1,plan,yes\nC1,tempo,yes\n");

    assertThat(read.rejects())
        .filteredOn(one -> one.cells() > 0)
        .extracting(Reject::rule, Reject::line)
        .hasToString("[(\"unknown-question\", 3)]");
    assertThat(read.rejects().stream().map(Reject::reason))
        .contains(
            "\"tempo\" is not a question of schools version 0: correct it, or use the framework it"
                + " belongs to");
  }

  @Test
  void only_questions_of_its_version_are_missed() {
    assertThat(
            read("\"1\"", "\"0\"", "case_id,plan\nC1,yes\nC2,no\n").rejects().stream()
                .map(Reject::reason)
                .toList())
        .contains("lacking, and so not known: question pace, marked, safe, talk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"framework_version\": \"1\", | `` | framework_version is missing, and schools has"
            + " several: write which the inspection was made by, one of 0, 1",
        "\"1\" | \"2\" | it was made for framework schools version 2, this run uses schools version"
            + " 0, 1: send it to a run of its own framework",
        "\"1\" | \"1\" | start_date 2014-02-03 is before 2015-01-01, from which on inspections are"
            + " made by version 1: correct start_date or framework_version"
      })
  void a_version_that_is_not_clear_refuses_the_submission(String from, String to, String reason) {
    assertThat(read(from, to, WIDE).reason()).startsWith("X/inspection.json: ").endsWith(reason);
  }

  @Test
  void an_inspection_of_whoever_is_no_more_is_refused_with_the_line_of_the_register() {
    String register =
        "code,name,aliases,tranche,county,succeeded_by,succeeded_on\n"
            + "DALE,Dale School,,,,,\nHILL,Hill School,,,,DALE,2012-04-01\n";
    TinyForms.read(folder.resolve("f"));
    new LandingFolder(folder.resolve("f")).file("trusts.csv", register);

    assertThat(
            readBy(FrameworkReader.read(folder.resolve("f").toString()), "\"1\"", "\"0\"", WIDE)
                .reason())
        .endsWith(
            "HILL was succeeded by DALE on 2012-04-01 (trusts.csv line 3), and HILL-1 was made on"
                + " 2014-02-03: name the successor in its manifest, or correct succeeded_on");
  }
}
