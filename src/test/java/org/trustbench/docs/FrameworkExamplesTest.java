package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Target;
import org.trustbench.support.Launched;

/** The parts that the guide for authors of frameworks adds to its invented pools programme. */
class FrameworkExamplesTest {
  private static final Path GUIDE = Launched.root().resolve("jobs/FRAMEWORKS.md");

  /** A file of the guide; of two of one name the later is without slips. */
  private static final Pattern FILE =
      Pattern.compile("(?ms)^`pools/([a-z]+\\.(?:csv|json))`:\\n\\n```\\w+\\n(.*?)^```$");

  private static final Pattern PART = Pattern.compile("(?ms)^```\\n(\"(\\w+)\": .*?)^```$");

  @TempDir Path folder;

  private FrameworkReader.Checked with(String part) throws IOException {
    String guide = Files.readString(GUIDE);
    Map<String, String> files = new TreeMap<>();
    FILE.matcher(guide).results().forEach(file -> files.put(file.group(1), file.group(2)));
    String text =
        PART.matcher(guide)
            .results()
            .filter(found -> found.group(2).equals(part))
            .map(found -> found.group(1).strip())
            .findFirst()
            .orElseThrow();
    files.computeIfPresent("framework.json", (name, json) -> put(json, text));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return FrameworkReader.check(folder.toString());
  }

  private static String put(String json, String part) {
    return json.replaceFirst("\\{", Matcher.quoteReplacement("{\n" + part + ","));
  }

  @Test
  void targets_are_read_as_the_guide_has_them() throws IOException {
    FrameworkReader.Checked checked = with("targets");

    assertThat(checked.mistakes()).isEmpty();
    Framework framework = checked.framework();
    assertThat(framework.targets())
        .containsExactly(
            new Target(
                "standard",
                "The association's standard",
                new Target.Value(.8),
                .02,
                List.of("theme-A")),
            new Target(
                "band",
                "Near enough to all pools",
                new Target.AverageOf("programme"),
                .05,
                List.of("theme-B")));
  }

  @Test
  void ratings_are_read_as_the_guide_has_them() throws IOException {
    FrameworkReader.Checked checked = with("ratings");

    assertThat(checked.mistakes()).isEmpty();
    assertThat(checked.framework().ratingRules().isEmpty()).isFalse();
  }
}
