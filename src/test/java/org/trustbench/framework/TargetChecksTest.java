package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.TinyFramework;

class TargetChecksTest {
  private static final String JSON =
      """
      "targets": [
        { "id": "standard", "label": "Standard", "target": 80, "tolerance": 2 },
        { "id": "band", "label": "Band", "average_of": "programme", "tolerance": 5, "measures": ["theme-B"] }],
      """;

  @TempDir Path folder;

  private FrameworkReader.Checked checked(String from, String to) throws IOException {
    assertThat(JSON).contains(from);
    TinyFramework.write(
        folder, json -> json.replace("\"layouts\":", JSON.replace(from, to) + "\"layouts\":"));
    return FrameworkReader.check(folder.toString());
  }

  @Test
  void targets_without_mistakes_are_read_and_one_for_all_leaves_what_another_names()
      throws IOException {
    Framework framework = checked("Band", "Band").framework();
    List<Target> targets = framework.targets();

    assertThat(targets)
        .containsExactly(
            new Target("standard", "Standard", new Target.Value(.8), .02, List.of()),
            new Target("band", "Band", new Target.AverageOf("programme"), .05, List.of("theme-B")));
    assertThat(targets.get(0).isFor(framework.measure("theme-A"), targets)).isTrue();
    assertThat(targets.get(0).isFor(framework.measure("theme-B"), targets)).isFalse();
    assertThat(targets.get(1).isFor(framework.measure("theme-B"), targets)).isTrue();
    assertThat(TinyFramework.read().targets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "theme-B | theme-C | target band | there is no theme-C | did you mean theme-A?",
        "\"programme\" | \"program\" | target band | there is no program | did you mean programme?",
        "\"tolerance\": 5, | `` | target band | an average without a tolerance | \"tolerance\"",
        "\"target\": 80, | `` | target standard | nothing says what is held to | \"average_of\"",
        "\"average_of\" | \"target\": 70, \"average_of\" | target band | both a standard and an"
            + " average | or \"average_of\"",
        "80 | 800 | target standard | a target of 800 % is more than everything | 80 and 2, say",
        "\"tolerance\": 2 | \"tolerance\": 60 | target standard | a tolerance of 60 points | 80 and"
            + " 2, say",
        "80, \"tolerance\": 2 | 100 | target standard | leaves chance no room | \"tolerance\" too",
        "\"id\": \"band\" | \"id\": \"standard\" | targets | standard stands twice | an id of its"
            + " own",
        ", \"measures\": [\"theme-B\"] | `` | target band | both it and standard are for all"
            + " measures | \"measures\"",
        "\"tolerance\": 2 | \"tolerance\": 2, \"measures\": [\"theme-B\"] | target band | theme-B"
            + " is held to standard already | one target",
      })
  void each_mistake_is_told_with_its_fix(
      String from, String to, String place, String wrong, String fix) throws IOException {
    assertThat(checked(from, to).mistakes())
        .anySatisfy(
            mistake -> {
              assertThat(mistake.place()).isEqualTo(place);
              assertThat(mistake.wrong()).contains(wrong);
              assertThat(mistake.fix()).contains(fix);
            });
  }
}
