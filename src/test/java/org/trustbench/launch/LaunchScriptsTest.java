package org.trustbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.Launched;

/**
 * The launch scripts in surroundings that users have, with a Spark that prints what it is given.
 */
class LaunchScriptsTest {
  @TempDir Path folder;
  private ScriptsAlone scripts;
  private Path home;
  private Path spark;

  @BeforeEach
  void a_built_program() throws IOException {
    scripts = ScriptsAlone.in(folder);
    home = scripts.home();
    spark = scripts.spark();
  }

  private Launched submit(Map<String, String> environment, String script, String... words) {
    return scripts.script(environment, script, words);
  }

  private void assertSubmitted(Launched launched) {
    assertThat(launched.exitCode()).as(launched.printed()).isZero();
    assertThat(launched.err()).isEmpty();
    assertThat(launched.out())
        .contains("[" + home.resolve("target/trustbench.jar") + "]\n[sql]\n")
        .contains("trustbench.settings=" + home.resolve("jobs/programme.json"));
  }

  @Test
  void a_variable_that_makes_cd_print_changes_nothing() {
    assertSubmitted(
        submit(
            Map.of("CDPATH", folder + ":" + home),
            "cd '%s' && exec bash jobs/submit sql".formatted(home)));
  }

  @Test
  void a_link_to_a_script_starts_the_program_it_leads_to() throws IOException {
    Path link = Files.createDirectories(folder.resolve("bin")).resolve("trustbench");
    Files.createSymbolicLink(link, Path.of("../a home/jobs/submit"));

    assertSubmitted(submit(Map.of(), "exec bash '%s' sql".formatted(link)));
  }

  @Test
  void names_beyond_ascii_can_be_opened_in_the_posix_locale() {
    Launched launched =
        submit(Map.of("LC_ALL", "POSIX"), "exec bash '%s/jobs/submit' sql".formatted(home));

    assertSubmitted(launched);
    assertThat(launched.out()).contains("charmap UTF-8");
  }

  @Test
  void the_folder_for_temporary_files_is_that_of_the_environment() {
    Launched launched =
        submit(
            Map.of("TMPDIR", folder.toString()), "exec bash '%s/jobs/submit' sql".formatted(home));

    assertSubmitted(launched);
    assertThat(launched.out()).contains("-Djava.io.tmpdir=" + folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--master yarn", "--master=k8s://https://host:6443", "--conf spark.master=yarn"})
  void a_cluster_that_needs_a_whole_spark_is_refused_without_one(String option) {
    Launched launched =
        submit(
            Map.of("SPARK_HOME", ""), "exec bash '%s/jobs/submit' sql %s".formatted(home, option));

    assertThat(launched.exitCode()).as(launched.printed()).isEqualTo(2);
    assertThat(launched.err().lines())
        .singleElement()
        .asString()
        .endsWith("needs a whole Spark 4.1: name its folder by SPARK_HOME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "http://host:7077", "local[*"})
  void a_master_that_spark_does_not_know_is_refused_in_a_line(String master) {
    Launched launched =
        submit(Map.of(), "exec bash '%s/jobs/submit' sql --master '%s'".formatted(home, master));

    assertRefused(
        launched,
        2,
        "trustbench: --master %s is none of Spark's: write local[N], spark://HOST:PORT, yarn or k8s://URL"
            .formatted(master));
  }

  /** A Java that is known by its file alone. */
  private Path java(String version) throws IOException {
    Path java = folder.resolve("java-" + version);
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    assertThat(
            Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nexit 9\n")
                .toFile()
                .setExecutable(true))
        .isTrue();
    return java;
  }

  private void assertRefused(Launched launched, int exitCode, String line) {
    assertThat(launched.exitCode()).as(launched.printed()).isEqualTo(exitCode);
    assertThat(launched.out()).isEmpty();
    assertThat(launched.err().lines()).singleElement().asString().contains(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "11.0.2"})
  void a_java_that_is_too_old_is_named(String version) throws IOException {
    assertRefused(
        submit(
            Map.of("JAVA_HOME", java(version).toString()),
            "exec bash '%s/jobs/submit' sql".formatted(home)),
        1,
        "is too old: take 17 or 25");
  }

  @Test
  void a_folder_without_java_is_named() {
    assertRefused(
        submit(
            Map.of("JAVA_HOME", folder.toString()),
            "exec bash '%s/jobs/submit' sql".formatted(home)),
        1,
        "there is no Java at " + folder);
  }

  @Test
  void what_later_versions_of_java_lack_is_not_asked_of_them() throws IOException {
    Launched launched =
        submit(
            Map.of("JAVA_HOME", java("25.0.1").toString()),
            "exec bash '%s/jobs/submit' sql".formatted(home));

    assertSubmitted(launched);
    assertThat(launched.out())
        .contains("java.base/java.lang=", "--sun-misc-unsafe-memory-access=allow")
        .doesNotContain("sun.security.action");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark-core_2.12-3.5.6.jar", "spark-core_2.13-3.5.6.jar"})
  void a_spark_that_is_too_old_is_named(String jar) throws IOException {
    scripts.jarOfSpark(jar);

    assertRefused(
        submit(Map.of(), "exec bash '%s/jobs/submit' sql".formatted(home)),
        2,
        "-3.5.6 in " + spark + "/jars is not served: take Spark 4.1");
  }

  @Test
  void a_hadoop_that_does_not_run_on_the_java_there_is_is_named() throws IOException {
    scripts.jarOfSpark("spark-core_2.13-4.1.3.jar");
    scripts.jarOfSpark("hadoop-client-api-3.4.2.jar");
    String script = "exec bash '%s/jobs/submit' sql".formatted(home);

    assertRefused(
        submit(Map.of("JAVA_HOME", java("25").toString()), script),
        2,
        "does not run on Java 25: name Java 17 or 21 by JAVA_HOME");
    assertSubmitted(submit(Map.of("JAVA_HOME", java("17.0.2").toString()), script));
  }

  @Test
  void a_folder_with_a_colon_is_named() throws IOException {
    Path moved = Files.move(home, home.resolveSibling("a:b"));

    Launched launched = submit(Map.of(), "exec bash '%s/jobs/submit' sql".formatted(moved));

    assertThat(launched.exitCode()).isEqualTo(1);
    assertThat(launched.err().lines())
        .singleElement()
        .asString()
        .contains("a class path cannot hold a colon");
  }

  @Test
  void a_clone_that_turns_line_ends_keeps_scripts_and_data() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source"));
    for (String file : List.of(".gitattributes", "jobs/run", "jobs/launch.sh")) {
      copy(source, file);
    }
    copy(source, "src/main/resources/frameworks/iaow-2013/questions.csv");
    copy(source, "data-samples/iaow-2013/DTV-2014-05/cases.csv");
    Launched cloned =
        Launched.run(
            "bash",
            "-c",
            "cd '%s' && git init -q && git -c core.autocrlf=true add . && git -c user.name=a -c user.email=a@b commit -qm a && cd .. && git -c core.autocrlf=true clone -q source clone && diff -r --exclude=.git source clone"
                .formatted(source));

    assertThat(cloned.exitCode()).as(cloned.printed()).isZero();
  }

  private static void copy(Path source, String file) throws IOException {
    Files.createDirectories(source.resolve(file).getParent());
    Files.copy(Launched.root().resolve(file), source.resolve(file));
  }
}
