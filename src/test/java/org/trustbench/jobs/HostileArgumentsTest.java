package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.jobs.settings.ProgrammeSettings;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every argument of every job, found in the program itself, with values nobody should give: a job
 * is done, or says in one line why not.
 */
class HostileArgumentsTest {
  private static final String CASES = "case_id,stage,risk\nC1,late,low\nC2,early,high\n";
  private static final String JUDGEMENTS = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,no,yes,3\n";

  private static final List<String> NUMBERS =
      List.of("", "x", "-1", "-9223372036854775808", "1e400", "NaN", "99999999999999999999", "٣");
  private static final List<String> DATES =
      List.of("", "2014", "2014-02-30", "04/03/2014", "-999999999-01-01", "+999999999-12-31");
  private static final List<String> PATHS =
      List.of("", "s3://bucket/x", "hdfs:/x", "file:x", "/dev/null", "/dev/null/x", "a\0b");
  private static final List<String> WORDS =
      List.of("", " ", "two\nlines\u001b[31m", "%s%n", "x".repeat(5000), "a\0b", "٣:٣", "s3://b/x");

  /** Where only one word may stand before others, such as {@code FILE:LINE}. */
  private static final Map<String, List<String>> BESIDES =
      Map.of(
          "--to", List.of("duckdb:", "duckdb:s3://b/x", "duckdb:/dev/null/x", "jdbc:postgresql:"),
          "--reject", List.of(":", "x:", ":1", "x:-1", "x:99999999999999999999", "../../x:1"),
          "--release", List.of("0000000000000000", "/dev/null"),
          "--framework", List.of("/dev/null", "..", "hdfs://x/y"));

  /** What a job cannot do without, besides what all are given. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "compare", List.of("--trust", "HILL", "--with", "DALE"),
          "explain", List.of("--trust", "HILL", "--measure", "overall"),
          "feed", List.of("--to", "duckdb:/dev/null/x"),
          "diff", List.of("0000000000000000", "1111111111111111"));

  @TempDir static Path folder;

  private static InputStream input;

  /** A job that asks for input gets none, rather than what the runner of tests waits for. */
  @BeforeAll
  static void no_input() {
    input = System.in;
    System.setIn(InputStream.nullInputStream());
  }

  @AfterAll
  static void input_as_before() {
    System.setIn(input);
  }

  @BeforeAll
  static void two_schools() throws IOException {
    TinyFramework.write(folder.resolve("framework"), json -> json);
    new LandingFolder(folder.resolve("inbox"))
        .send("H", "H-1", "HILL", CASES, JUDGEMENTS)
        .send("D", "D-1", "DALE", CASES, JUDGEMENTS);
    MainRun run = MainRun.in(folder, "run", common().toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
  }

  private static List<String> common() {
    return List.of(
        "--framework",
        folder.resolve("framework").toString(),
        "--submissions",
        folder.resolve("inbox").toString());
  }

  /** A job, and one of its arguments. */
  static Stream<Arguments> arguments() {
    List<Arguments> found = new ArrayList<>();
    CommandLine program = Main.commandLine();
    List<String> settings = new ArrayList<>();
    for (Map.Entry<String, CommandLine> job : program.getSubcommands().entrySet()) {
      for (ArgSpec argument : job.getValue().getCommandSpec().args()) {
        boolean isOption = argument instanceof OptionSpec;
        String name = isOption ? ((OptionSpec) argument).longestName() : argument.paramLabel();
        boolean isSetting =
            job.getValue().getCommand() instanceof Job
                && ProgrammeSettings.ALL.stream()
                    .anyMatch(setting -> setting.isFlag() && setting.flag().equals(name));
        if (argument.arity().max() == 0 || isSetting && settings.contains(name)) {
          continue;
        }
        if (isSetting) {
          settings.add(name);
        }
        found.add(
            Arguments.of(
                isSetting ? "publish" : job.getKey(), isOption ? name : "", values(argument)));
      }
    }
    return found.stream();
  }

  private static List<String> values(ArgSpec argument) {
    Class<?> type = argument.typeInfo().getType();
    List<String> values = new ArrayList<>(WORDS);
    if (argument.auxiliaryTypes()[0].equals(Path.class)) {
      values = new ArrayList<>(PATHS);
    } else if (type.equals(LocalDate.class)) {
      values = new ArrayList<>(DATES);
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      values = new ArrayList<>(NUMBERS);
    }
    if (argument instanceof OptionSpec option) {
      values.addAll(BESIDES.getOrDefault(option.longestName(), List.of()));
    }
    return values;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("arguments")
  void a_value_nobody_should_give_ends_in_a_figure_or_in_one_line(
      String job, String name, List<String> values) {
    for (String value : values) {
      assertOneLine(job, name, value);
    }
  }

  private static void assertOneLine(String job, String name, String value) {
    List<String> args = new ArrayList<>();
    boolean isProgramme = !List.of("framework", "synthesise").contains(job);
    if (isProgramme) {
      args.addAll(List.of("--settings", folder.resolve("settings.json").toString()));
      args.addAll(List.of("--lake", folder.resolve("lake").toString()));
      args.addAll(List.of("--output", folder.resolve("output").toString()));
      args.addAll(common());
    }
    List<String> needed = new ArrayList<>(NEEDED.getOrDefault(job, List.of()));
    replace(args, name);
    if (name.isEmpty()) {
      needed = job.equals("diff") ? new ArrayList<>(needed.subList(1, 2)) : new ArrayList<>();
    }
    replace(needed, name);
    if (name.equals("--reject")) {
      needed.clear();
    }
    if (name.equals("--extract")) {
      replace(args, "--submissions");
    }
    if (job.equals("synthesise") && !name.equals("--to")) {
      needed.addAll(List.of("--to", folder.resolve("made").toString(), "--scale", "0.001"));
      replace(needed, name);
    }
    args.addAll(needed);
    args.addAll(name.isEmpty() ? List.of(value) : List.of(name, value));
    args.add(0, job);

    MainRun run = MainRun.of(args.toArray(String[]::new));

    assertThat(run.exitCode()).as("%s: %s", args, run.err()).isBetween(0, 3);
    assertThat(run.err())
        .as("%s", args)
        .hasSizeLessThanOrEqualTo(run.exitCode() == 0 ? 1 : Integer.MAX_VALUE)
        .noneMatch(line -> line.contains("\tat ") || line.contains("made a mistake"))
        .noneMatch(line -> line.contains("\u001b") || line.contains("Exception"));
    if (run.exitCode() == 1 || run.exitCode() == 2) {
      assertThat(run.err().stream().filter(line -> !line.startsWith("settings: ")))
          .as("%s", args)
          .singleElement()
          .asString()
          .startsWith("trustbench: ");
    }
  }

  private static void replace(List<String> args, String name) {
    int at = args.indexOf(name);
    if (at >= 0) {
      args.subList(at, at + 2).clear();
    }
  }

  @Test
  void no_folder_is_made_of_another_storage() {
    assertThat(Path.of("s3:")).doesNotExist();
    assertThat(Path.of("hdfs:")).doesNotExist();
    assertThat(Files.exists(folder.resolve("s3:"))).isFalse();
  }
}
