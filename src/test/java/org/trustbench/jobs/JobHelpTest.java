package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.jobs.settings.ProgrammeSettings;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.support.MainRun;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The help of the program and of its jobs. */
class JobHelpTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  private static Stream<CommandLine> jobs() {
    return Main.commandLine().getSubcommands().values().stream()
        .flatMap(
            job ->
                job.getSubcommands().isEmpty()
                    ? Stream.of(job)
                    : job.getSubcommands().values().stream());
  }

  private static List<String> examples(CommandLine job) {
    return Stream.of(job.getCommandSpec().usageMessage().footer())
        .filter(line -> line.matches("  (trustbench|source) .*"))
        .map(line -> line.strip().replaceFirst("source <\\((.*)\\)", "$1").replaceFirst(" >.*", ""))
        .toList();
  }

  @Test
  void the_program_lists_every_job_once_by_what_it_is_for() {
    List<String> help = MainRun.of("--help").out();
    for (String job : Main.commandLine().getSubcommands().keySet()) {
      assertThat(help).filteredOn(line -> line.startsWith("  " + job + " ")).hasSize(1);
    }
    assertThat(help).contains("Looking into figures:", "Before it is sent:");
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void a_job_shows_examples_that_it_takes(CommandLine job) {
    assertThat(examples(job)).isNotEmpty();
    for (String example : examples(job)) {
      List<String> words = new ArrayList<>();
      WORD.matcher(example).results().forEach(found -> words.add(found.group().replace("\"", "")));
      assertThatCode(
              () ->
                  Main.commandLine()
                      .parseArgs(words.subList(1, words.size()).toArray(String[]::new)))
          .as(example)
          .doesNotThrowAnyException();
      if (words.contains("--layout")) {
        String framework =
            words.contains("--framework")
                ? words.get(words.indexOf("--framework") + 1)
                : "iaow-2013";
        String layout = words.get(words.indexOf("--layout") + 1);
        assertThat(FrameworkReader.read(framework).layout(layout)).as(example).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void every_flag_that_takes_a_value_has_an_example(CommandLine job) {
    Map<String, Setting<?>> settings = new java.util.HashMap<>();
    if (job.getCommand() instanceof Job) {
      ProgrammeSettings.ALL.forEach(setting -> settings.put(setting.flag(), setting));
    }
    String examples = String.join("\n", examples(job)) + " ";
    for (OptionSpec option : job.getCommandSpec().options()) {
      Setting<?> setting = settings.get(option.longestName());
      if (!option.hidden() && option.arity().max() > 0) {
        assertThat(
                setting == null
                    ? examples.contains(option.longestName() + " ")
                    : !setting.example().isEmpty())
            .as("%s %s", job.getCommandName(), option.longestName())
            .isTrue();
      }
    }
  }

  @Test
  void flags_without_effect_are_taken_and_not_shown() {
    assertThat(String.join("\n", MainRun.of("run", "--help").out()))
        .doesNotContain("--draws", "--seed", "--version");
  }
}
