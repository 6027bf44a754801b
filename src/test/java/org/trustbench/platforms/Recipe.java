package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.support.Launched;

/**
 * A section of a guide in {@code jobs/platforms}, with its blocks as they are given.
 *
 * @param places what a test puts in the place of hosts and folders
 */
record Recipe(String section, Map<String, String> places) {

  /** The section of a guide under a heading. */
  static Recipe of(String guide, String heading, Map<String, String> places) throws IOException {
    String text = Files.readString(Launched.root().resolve("jobs/platforms").resolve(guide));
    int start = text.indexOf("\n## " + heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int end = text.indexOf("\n## ", start + 1);
    return new Recipe(text.substring(start, end < 0 ? text.length() : end), places);
  }

  /** The blocks of a language, in order. */
  List<String> blocks(String language) {
    Matcher block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(section);
    List<String> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(placed(block.group(1)));
    }
    assertThat(blocks).as(language).isNotEmpty();
    return blocks;
  }

  /** Writes the settings that the section gives where it says that they lie. */
  void writeSettings() throws IOException {
    Matcher named =
        Pattern.compile("`(/etc/trustbench/\\w+\\.(?:conf|properties))`").matcher(section);
    assertThat(named.find()).isTrue();
    Files.writeString(Path.of(placed(named.group(1))), blocks("text").get(0));
  }

  /**
   * Runs a block as a shell does that stops at the first line that fails.
   *
   * @return what was printed
   */
  static String run(String block, Map<String, String> environment) {
    return run(block, environment, Launched.LIMIT);
  }

  /** The same of a block that takes longer. */
  static String run(String block, Map<String, String> environment, Duration limit) {
    List<String> words = List.of("bash", "-c", "set -euo pipefail\n" + block);
    Launched done = Launched.run(environment, words, limit);
    assertThat(done.exitCode()).as(block + "\n" + done.printed()).isZero();
    return done.printed();
  }

  private String placed(String text) {
    String placed = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      placed = placed.replace(place.getKey(), place.getValue());
    }
    return placed;
  }
}
