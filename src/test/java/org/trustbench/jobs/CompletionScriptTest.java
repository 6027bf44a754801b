package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;

/** The words that bash offers, by the script that the program prints. */
class CompletionScriptTest {
  @TempDir Path folder;

  /** What is typed, its last word still open, and what is offered. */
  private static final List<List<String>> TYPED =
      List.of(
          List.of("jobs/submit exp", "explain"),
          List.of("jobs/submit check", "check check-submission"),
          List.of("trustbench --master local[2] run --foc", "--focus"),
          List.of("./jobs/run --aud", "--audience"),
          List.of("./jobs/run --audience ", "internal public"),
          List.of("./jobs/run --audience p", "public"),
          List.of("./jobs/run --audience = p", "public"),
          List.of("./jobs/run --audience =", "internal public"),
          List.of("./jobs/run --focus ", ""),
          List.of("jobs/submit feed --foc", ""),
          List.of("jobs/submit sql --format ", "table csv"),
          List.of("jobs/submit framework dr", "draft"),
          List.of("jobs/submit check-submission --l", "--layout"),
          List.of("jobs/submit check-submission my", "my folder"),
          List.of("./jobs/run --lake my", "my folder"),
          List.of("./jobs/run --dra", ""));

  @Test
  void bash_offers_the_jobs_flags_and_values_there_are() throws Exception {
    Files.createDirectory(folder.resolve("my folder"));
    StringBuilder script =
        new StringBuilder(String.join("\n", MainRun.of("completion", "bash").out()))
            .append(
                """

                typed() {
                  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
                  _trustbench
                  echo "${COMPREPLY[*]}"
                }
                set -u
                """);
    for (List<String> one : TYPED) {
      String words = one.get(0) + (one.get(0).endsWith(" ") ? "''" : "");
      script.append("typed ").append(words).append('\n');
    }
    List<String> wanted = new ArrayList<>();
    TYPED.forEach(one -> wanted.add(one.get(1)));

    assertThat(bash(script.toString())).isEqualTo(wanted);
  }

  private List<String> bash(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("typed.bash"), script);
    Process bash =
        new ProcessBuilder("bash", "--norc", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(bash.waitFor()).as("%s", lines).isZero();
    return lines;
  }

  @Test
  void the_words_run_of_the_launch_script_stands_before_it() {
    assertThat(MainRun.of("run", "completion", "zsh").out())
        .isEqualTo(MainRun.of("completion", "bash").out());
  }

  @Test
  void another_shell_is_told_which_there_are() {
    MainRun run = MainRun.of("completion", "bahs");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "trustbench: completion is for bash and zsh, and not for \"bahs\"; did you mean bash?");
  }
}
