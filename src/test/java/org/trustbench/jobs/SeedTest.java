package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** Nothing published is drawn at random. */
class SeedTest {
  @TempDir Path workspace;

  @Test
  void two_seeds_and_none_come_to_one_release_byte_for_byte() throws IOException {
    SchoolVisits schools = eightSchools();
    MainRun none = schools.jobIn(workspace.resolve("none"), "run");
    MainRun one = schools.jobIn(workspace.resolve("one"), "run", "--seed", "1", "--draws", "100");
    MainRun two = schools.jobIn(workspace.resolve("two"), "run", "--seed", "2");
    assertThat(Files.readString(none.release().resolve("tables/ranks.csv"))).contains("stepdown");
    assertThat(published(one)).isEqualTo(published(none)).isEqualTo(published(two));
    assertThat(none.out()).noneMatch(line -> line.contains("no effect"));
    assertThat(one.out()).anyMatch(line -> line.startsWith("draws and seed: no effect"));
    assertThat(two.out()).anyMatch(line -> line.startsWith("seed: no effect"));
  }

  @Test
  void a_settings_file_that_has_one_is_told_that_it_decides_nothing() throws IOException {
    SchoolVisits schools = new SchoolVisits(workspace).send("H", "H-1", "HILL", YES);
    Files.writeString(workspace.resolve("settings.json"), "{\"seed\": 7}");
    assertThat(schools.done("run").out()).anyMatch(line -> line.startsWith("seed: no effect"));
  }

  /** Schools of some more cases than are compared at least, every other one better. */
  private SchoolVisits eightSchools() throws IOException {
    SchoolVisits schools = new SchoolVisits(workspace);
    StringBuilder register = new StringBuilder(TinyFramework.TRUSTS);
    for (int school = 0; school < 8; school++) {
      register.append("S%d,School %d,,,\n".formatted(school, school));
      StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
      StringBuilder judged = new StringBuilder("case_id,plan,pace,safe\n");
      for (int i = 0; i < 20; i++) {
        cases.append("C%d,early,low,\n".formatted(i));
        judged.append("C%d,%s,yes,1\n".formatted(i, i % 8 < school ? "yes" : "no"));
      }
      schools
          .inbox()
          .send("S" + school, "S-" + school, "S" + school, cases.toString(), judged.toString());
    }
    Files.writeString(schools.framework().resolve("trusts.csv"), register.toString());
    return schools;
  }

  private static Map<String, Integer> published(MainRun run) throws IOException {
    Map<String, Integer> bytes = SchoolVisits.bytes(run.release());
    bytes.remove("run.json");
    return bytes;
  }
}
