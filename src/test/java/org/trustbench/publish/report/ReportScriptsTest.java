package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.terms.Terms;

class ReportScriptsTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("project.root", "."), "src/main/resources/report");
  private static final Pattern BEGINNING = Pattern.compile("\"use strict\"");

  /** A script that no page has does nothing, and nothing complains. */
  @Test
  void every_script_that_is_written_is_on_the_pages() throws Exception {
    long written = 0;
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
        written += beginnings(Files.readString(file));
      }
    }

    assertThat(
            beginnings(PageScript.own(Terms.STANDARD))
                + beginnings(PageScript.search(Terms.STANDARD)))
        .isEqualTo(written);
  }

  private static long beginnings(String script) {
    return BEGINNING.matcher(script).results().count();
  }
}
