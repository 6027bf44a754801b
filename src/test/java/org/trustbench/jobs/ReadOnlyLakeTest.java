package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;

/** A lake on a file system that may only be read; needs somebody who may mount one. */
class ReadOnlyLakeTest {
  @TempDir Path workspace;

  @Test
  void jobs_that_only_read_say_in_one_line_what_to_do() throws Exception {
    SchoolVisits schools = new SchoolVisits(workspace).send("H", "H-1", "HILL", YES);
    schools.done("ingest");
    String lake = workspace.resolve("lake").toString();
    assumeTrue(isDone("mount", "--bind", lake, lake), "only root mounts");
    try {
      assumeTrue(isDone("mount", "-o", "remount,ro,bind", lake), "only root mounts");
      for (String job : new String[] {"publish", "benchmark", "score", "check"}) {
        MainRun run = schools.job(job);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
            .singleElement()
            .asString()
            .startsWith("trustbench: the lake " + lake + " may not be written here")
            .contains("cp -a");
      }
    } finally {
      isDone("umount", lake);
    }
    schools.done("benchmark");
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
