package org.trustbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.Launched;

/**
 * What {@code jobs/submit} sends to a cluster where the driver is to run in it, what it refuses to,
 * and how it ends.
 */
class SubmitToClusterTest {
  @TempDir Path folder;
  private ScriptsAlone scripts;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void a_spark_with_the_part_for_yarn() throws IOException {
    scripts = ScriptsAlone.in(folder);
    scripts.jarOfSpark("spark-core_2.13-4.1.3.jar");
    scripts.jarOfSpark("spark-yarn_2.13-4.1.3.jar");
    environment.put("HADOOP_CONF_DIR", "/etc/hadoop/conf");
  }

  private Launched submit(String... words) {
    return scripts.submit(environment, words);
  }

  private Launched toYarn(String... words) {
    List<String> all = new ArrayList<>(List.of("run", "--master", "yarn"));
    all.addAll(List.of("--deploy-mode", "cluster"));
    all.addAll(List.of(words));
    return submit(all.toArray(String[]::new));
  }

  private static void assertRefused(Launched launched, String line) {
    assertThat(launched.exitCode()).as(launched.printed()).isEqualTo(2);
    assertThat(launched.out()).isEmpty();
    assertThat(launched.err().lines()).singleElement().asString().contains(line);
  }

  /** The word behind another. */
  private static String after(Launched launched, String word) {
    assertThat(launched.exitCode()).as(launched.printed()).isZero();
    List<String> words = launched.out().lines().toList();
    assertThat(words).contains("[" + word + "]");
    return words.get(words.indexOf("[" + word + "]") + 1);
  }

  private String file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), name).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--master spark://host:7077 --deploy-mode cluster",
        "--deploy-mode=cluster --conf spark.master=spark://host:7077",
        "--master=spark://host:7077 --conf spark.submit.deployMode=cluster"
      })
  void a_standalone_cluster_which_does_not_tell_how_a_driver_ended_gets_none(String options) {
    assertRefused(
        submit(("run " + options).split(" ", -1)),
        "does not say how a driver in it has ended: leave out --deploy-mode cluster");
  }

  @Test
  void so_does_one_that_settings_of_spark_name() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.conf"),
            "spark.master = spark://host:7077\nspark.submit.deployMode cluster\n");

    assertRefused(
        submit("run", "--properties-file", own.toString()), "leave out --deploy-mode cluster");
  }

  @Test
  void yarn_without_its_part_of_spark_or_its_settings_is_refused() throws IOException {
    environment.put("HADOOP_CONF_DIR", "");
    assertRefused(submit("run", "--master", "yarn"), "by HADOOP_CONF_DIR");

    Files.delete(scripts.spark().resolve("jars/spark-yarn_2.13-4.1.3.jar"));
    assertRefused(submit("run", "--master", "yarn"), "holds no spark-yarn");
  }

  @Test
  void what_the_driver_reads_of_this_machine_is_sent_along_under_names_of_its_folder()
      throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.conf"),
            "spark.sql.catalog.lake.jdbc.password.file  %s\n".formatted(file("a password")));
    Path framework = Files.createDirectories(folder.resolve("a framework"));
    Files.writeString(framework.resolve("framework.json"), "{}");

    Launched sent =
        toYarn(
            "--properties-file=" + own,
            "--settings",
            file("settings.json"),
            "--key-file=" + file("key"),
            "--framework",
            framework.toString(),
            "--files",
            file("one.txt"),
            "--lake",
            "/shared/lake");

    assertThat(after(sent, "--files"))
        .matches(
            "\\[\\S+/one.txt,\\S+/sent-0-a_password#sent-0-a_password,\\S+/sent-1-settings.json#sent-1-settings.json,\\S+/sent-2-key#sent-2-key\\]");
    assertThat(after(sent, "--archives"))
        .matches("\\[\\S+/sent-3-framework.tgz#sent-3-framework\\]");
    assertThat(sent.out())
        .contains("[spark.sql.catalog.lake.jdbc.password.file=sent-0-a_password]")
        .contains(
            "[spark.trustbench.sent=sent-0-a_password,sent-1-settings.json,sent-2-key,sent-3-framework]")
        .endsWith(
            """
            [run]
            [--settings]
            [sent-1-settings.json]
            [--key-file]
            [sent-2-key]
            [--framework]
            [sent-3-framework]
            [--lake]
            [/shared/lake]
            """);
    assertThat(after(sent, "--driver-java-options"))
        .contains("java.base/java.lang=")
        .doesNotContain("trustbench.settings", "trustbench.drivers", "java.io.tmpdir");
  }

  @Test
  void without_a_settings_file_of_ones_own_the_standard_one_goes() {
    Launched sent = toYarn("--framework", "iaow-2013");

    assertThat(after(sent, "--files")).endsWith("/sent-0-programme.json#sent-0-programme.json]");
    assertThat(after(sent, "--driver-java-options"))
        .contains("-Dtrustbench.settings=sent-0-programme.json");
    assertThat(sent.out()).endsWith("[run]\n[--framework]\n[iaow-2013]\n");
  }

  @Test
  void a_file_that_is_not_here_is_named_before_anything_is_submitted() {
    assertRefused(toYarn("--key-file", "/gone"), "--key-file /gone is no file that can be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--lake lake", "--output=../out", "--submissions sent", "--extract a.csv"})
  void so_is_a_relative_path_that_the_driver_would_seek_elsewhere(String flag) {
    assertRefused(
        toYarn(flag.split(" ", -1)),
        flag.replace('=', ' ') + " is relative, and with --deploy-mode cluster the driver runs");
  }

  @Test
  void where_the_driver_runs_here_nothing_is_sent() {
    Launched launched = submit("run", "--master", "yarn", "--key-file", "/here");

    assertThat(launched.exitCode()).as(launched.printed()).isZero();
    assertThat(launched.out()).doesNotContain("[--files]").endsWith("[--key-file]\n[/here]\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void the_code_that_a_driver_in_yarn_ended_with_is_the_code_of_the_script(int code)
      throws IOException {
    scripts.spark(
        """
        cat >&2 <<'END'
        12:00:00 ERROR Client: Application diagnostics message: User application exited with status %d
        Exception in thread "main" org.apache.spark.SparkException: Application application_17_0004 finished with failed status
        \tat org.apache.spark.deploy.yarn.Client.run(Client.scala:1403)
        END
        exit 1
        """
            .formatted(code));

    Launched ended = toYarn();

    assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(code);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains(
            "in the cluster with code " + code, "yarn logs -applicationId application_17_0004");
  }

  @Test
  void the_line_in_which_it_says_why_is_shown_and_the_lines_around_it_are_not() throws IOException {
    scripts.spark(
        """
        cat >&2 <<'END'
        12:00:00 ERROR Client: Application diagnostics message: Application application_17_0004 failed due to
        Last 4096 bytes of stderr :
        trustbench: the lake holds no inspection
        12:00:00 ERROR ApplicationMaster: User application exited with status 1
        . Failing the application.
        END
        exit 1
        """);

    assertThat(toYarn().err().lines())
        .hasSize(2)
        .startsWith("trustbench: the lake holds no inspection");
  }

  @Test
  void what_yarn_says_is_shown_where_the_driver_said_nothing() throws IOException {
    scripts.spark(
        """
        cat >&2 <<'END'
        12:00:00 ERROR Client: Application diagnostics message: Application application_17_0004 failed due to
        the queue is closed
        . Failing the application.
        END
        exit 1
        """);

    Launched ended = toYarn();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("the queue is closed");
  }
}
