package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;

/** A trust inspected twice, where the dates sent do not tell which inspection is the latest. */
class UndatedInspectionsTest {
  @TempDir Path workspace;
  private SchoolVisits schools;

  @BeforeEach
  void a_school_inspected_twice() throws IOException {
    schools =
        new SchoolVisits(workspace)
            .send("D", "D-1", "DALE", YES)
            .send("new", "H-2024", "HILL", YES)
            .send("old", "H-Z2023", "HILL", YES);
    schools.inbox().file("new/inspection.json", undated("H-2024"));
  }

  @Test
  void nothing_is_published_until_it_is_said_which_is_the_latest() {
    MainRun refused = schools.job("run");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).singleElement().asString().contains("HILL (H-2024 undated, H-Z2023");
    assertThat(workspace.resolve("output/internal/releases")).doesNotExist();
  }

  @Test
  void a_day_admits_the_dated_one_and_says_which_it_leaves_out() throws IOException {
    MainRun run = schools.done("run", "--as-at", "2014-12-31");
    assertThat(run.out())
        .anyMatch(line -> line.contains("left out by --as-at 2014-12-31: 1, H-2024"));
    assertThat(PlainCsv.rows(run.release().resolve("tables/comparisons.csv")))
        .extracting(row -> row.get("inspection_id"))
        .contains("H-Z2023")
        .doesNotContain("H-2024");
  }

  @Test
  void withdrawing_one_leaves_the_other() throws IOException {
    schools.job("run");
    schools.done("ingest", "--withdraw", "H-Z2023", "--why", "an older one");
    MainRun run = schools.done("run");
    assertThat(PlainCsv.rows(run.release().resolve("tables/comparisons.csv")))
        .extracting(row -> row.get("inspection_id"))
        .contains("H-2024");
  }

  private static String undated(String id) {
    return """
    {"inspection_id": "%s", "trust": "HILL", "framework": "schools", "framework_version": "1",
     "synthetic": true}
    """
        .formatted(id);
  }
}
