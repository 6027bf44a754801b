package org.trustbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.Launched;

/** Help and version by the launch scripts, without a warning of the JVM or of Spark. */
@Tag("packaged")
class HelpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "help        | Usage: trustbench ",
        "help run    | Usage: trustbench run [FLAGS]",
        "feed help   | Usage: trustbench feed --to URL [FLAGS]",
        "score --help | Usage: trustbench score [FLAGS]",
        "--version   | trustbench "
      })
  void submit_says_it_and_nothing_else(String words, String begins) {
    List<String> command = new ArrayList<>(List.of("./jobs/submit"));
    command.addAll(List.of(words.split(" ", -1)));

    Launched help = Launched.run(Map.of(), command);

    assertThat(help.exitCode()).as(help.printed()).isZero();
    assertThat(help.out()).startsWith(begins.stripLeading());
    assertThat(help.err()).isEmpty();
  }
}
