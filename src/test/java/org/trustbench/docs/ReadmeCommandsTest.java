package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;

/** Every command that a README gives in a block of sh is run, but for those listed here. */
@Tag("packaged")
class ReadmeCommandsTest {
  private static final List<String> READMES = List.of("README.md", "jobs/README.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

  /** The tests themselves, and commands for machines that a test does not have. */
  private static final Set<String> NOT_RUN =
      Set.of(
          "./jobs/test",
          "./jobs/submit run --master spark://HOST:7077",
          "./jobs/submit run --master yarn",
          "./jobs/submit feed --to jdbc:postgresql://HOST/DATABASE",
          "./jobs/submit run --master k8s://https://HOST:6443"
              + " --conf spark.kubernetes.container.image=IMAGE");

  @TempDir static Path folder;

  @Test
  void every_readme_gives_commands() throws IOException {
    for (String readme : READMES) {
      assertThat(commands(readme)).as(readme).isNotEmpty();
    }
  }

  @Test
  void the_commands_that_are_not_run_are_exactly_those_known() throws IOException {
    List<String> notRun = new ArrayList<>();
    for (String readme : READMES) {
      commands(readme).stream().filter(command -> !isRun(command)).forEach(notRun::add);
    }
    assertThat(notRun).containsExactlyInAnyOrderElementsOf(NOT_RUN);
  }

  @TestFactory
  Stream<DynamicTest> the_command_does_what_it_is_given_for() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String readme : READMES) {
      commands(readme).stream()
          .filter(ReadmeCommandsTest::isRun)
          .filter(command -> !commands.contains(command))
          .forEach(commands::add);
    }
    return commands.stream()
        .map(command -> DynamicTest.dynamicTest(command, () -> assertRuns(command)));
  }

  private static boolean isRun(String command) {
    return command.matches("\\./jobs/(run|submit)( .*)?") && !NOT_RUN.contains(command);
  }

  /** Lake and output lie in a folder of this test's, one lake for all commands. */
  private static void assertRuns(String command) throws IOException {
    String redirected = command;
    if (command.contains(" synthesise ")) {
      redirected = command.replaceAll("(--to) (\\S+)", "$1 " + folder.resolve("synthetic"));
    } else {
      redirected +=
          " --lake %s --output %s".formatted(folder.resolve("lake"), folder.resolve("output"));
    }
    Launched done = Launched.run(Map.of(), List.of("bash", "-c", redirected));
    assertThat(done.exitCode()).as(redirected + "\n" + done.printed()).isZero();
    if (command.matches("\\./jobs/(run|submit run|submit publish)( .*)?")) {
      String last = done.out().lines().reduce((a, b) -> b).orElseThrow();
      assertThat(last).startsWith("release: ");
      assertThat(Path.of(last.substring("release: ".length())).resolve("manifest.json")).exists();
    }
  }

  /** The commands of a README's blocks of sh, without comments, each on one line. */
  private static List<String> commands(String readme) throws IOException {
    String text = Files.readString(Launched.root().resolve(readme));
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      block
          .group(1)
          .replaceAll("\\\\\\n\\s*", "")
          .lines()
          .map(line -> line.replaceAll("(^|\\s+)#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(commands::add);
    }
    return commands;
  }
}
