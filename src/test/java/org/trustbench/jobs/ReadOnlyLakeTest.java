package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** A lake on a file system that may only be read; needs somebody who may mount one. */
class ReadOnlyLakeTest {
  @TempDir Path workspace;

  @Test
  void jobs_that_only_read_say_in_one_line_what_to_do() throws Exception {
    TinyFramework.write(workspace.resolve("framework"), json -> json);
    new LandingFolder(workspace.resolve("inbox"))
        .send(
            "H",
            "H-1",
            "HILL",
            "case_id,stage,risk,town\nC1,late,low,\n",
            "case_id,plan\nC1,yes\n");
    assertThat(job("ingest").exitCode()).isZero();
    String lake = workspace.resolve("lake").toString();
    assumeTrue(done("mount", "--bind", lake, lake), "only root mounts");
    try {
      assumeTrue(done("mount", "-o", "remount,ro,bind", lake), "only root mounts");
      for (String job : new String[] {"publish", "benchmark", "score"}) {
        MainRun run = job(job);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
            .singleElement()
            .asString()
            .startsWith("trustbench: the lake " + lake + " may not be written here")
            .contains("cp -a");
      }
    } finally {
      done("umount", lake);
    }
    assertThat(job("benchmark").exitCode()).isZero();
  }

  private static boolean done(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private MainRun job(String job) {
    return MainRun.in(
        workspace,
        job,
        "--framework",
        workspace.resolve("framework").toString(),
        "--submissions",
        workspace.resolve("inbox").toString(),
        "--draws",
        "100");
  }
}
