package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.TinyFramework;

/** A trust inspected twice, where the dates sent do not tell which inspection is the latest. */
class UndatedInspectionsTest {
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";
  private static final String YES = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";

  @TempDir Path workspace;
  private LandingFolder inbox;

  @BeforeEach
  void a_school_inspected_twice() throws IOException {
    TinyFramework.write(workspace.resolve("framework"), json -> json);
    inbox =
        new LandingFolder(workspace.resolve("inbox"))
            .send("D", "D-1", "DALE", CASES, YES)
            .send("new", "H-2024", "HILL", CASES, YES)
            .send("old", "H-Z2023", "HILL", CASES, YES)
            .file("new/inspection.json", undated("H-2024"));
  }

  @Test
  void nothing_is_published_until_it_is_said_which_is_the_latest() {
    MainRun refused = run();
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).singleElement().asString().contains("HILL (H-2024 undated, H-Z2023");
    assertThat(workspace.resolve("output/releases")).doesNotExist();
  }

  @Test
  void a_day_admits_the_dated_one_and_says_which_it_leaves_out() throws IOException {
    MainRun run = run("--as-at", "2014-12-31");
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.contains("left out by --as-at 2014-12-31: 1, H-2024"));
    assertThat(PlainCsv.rows(run.release().resolve("tables/comparisons.csv")))
        .extracting(row -> row.get("inspection_id"))
        .contains("H-Z2023")
        .doesNotContain("H-2024");
  }

  @Test
  void withdrawing_one_leaves_the_other() throws IOException {
    run();
    assertThat(job("ingest", "--withdraw", "H-Z2023", "--why", "an older one").exitCode()).isZero();
    MainRun run = run();
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    assertThat(PlainCsv.rows(run.release().resolve("tables/comparisons.csv")))
        .extracting(row -> row.get("inspection_id"))
        .contains("H-2024");
  }

  private MainRun run(String... args) {
    return job("run", args);
  }

  private MainRun job(String job, String... args) {
    String[] all = new String[args.length + 6];
    System.arraycopy(args, 0, all, 6, args.length);
    all[0] = "--framework";
    all[1] = workspace.resolve("framework").toString();
    all[2] = "--submissions";
    all[3] = inbox.path().toString();
    all[4] = "--draws";
    all[5] = "100";
    return MainRun.in(workspace, job, all);
  }

  private static String undated(String id) {
    return """
    {"inspection_id": "%s", "trust": "HILL", "framework": "schools", "framework_version": "1",
     "synthetic": true}
    """
        .formatted(id);
  }
}
