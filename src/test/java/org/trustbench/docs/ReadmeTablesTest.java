package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.support.MainRun;
import org.trustbench.support.SampleRuns;

/** The tables in the README are those that the program prints; {@code -Ddocs.write} renews them. */
class ReadmeTablesTest {
  private static final String START = "<!-- run -->\n```text\n";
  private static final String END = "```\n<!-- /run -->";

  @Test
  void the_readme_shows_the_tables_that_a_run_on_the_samples_prints() throws IOException {
    Path root = Path.of(System.getProperty("project.root", "."));
    MainRun run =
        MainRun.of(
            "benchmark",
            "--settings",
            root.resolve("jobs/programme.json").toString(),
            "--lake",
            SampleRuns.national().lake().toString());
    Path readme = root.resolve("README.md");
    String text = Files.readString(readme);
    String tables = tables(run.out());
    if (Boolean.getBoolean("docs.write")) {
      String before = text.substring(0, text.indexOf(START) + START.length());
      Files.writeString(readme, before + tables + text.substring(text.indexOf(END)));
      text = Files.readString(readme);
    }
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    assertThat(text).contains(START + tables + END);
  }

  /** The printed lines from the notice about synthetic data on. */
  private static String tables(List<String> printed) {
    int start = 0;
    while (!printed.get(start).startsWith("SYNTHETIC")) {
      start++;
    }
    return printed.subList(start, printed.size()).stream()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
