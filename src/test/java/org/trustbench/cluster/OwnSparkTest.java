package org.trustbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.Launched;

/** What the launch scripts hand on to a Spark of one's own, or to the JVM. */
@Tag("packaged")
class OwnSparkTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"spark.driver.memory 600m", "spark.driver.memory=600m"})
  void memory_that_a_file_of_settings_gives_the_driver_outdoes_the_standard(String line)
      throws IOException {
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\ncase \"$*\" in *launcher.Main*) exec '%s' \"$@\" ;; esac\nprintf '[%%s]\\n' \"$@\"\n"
            .formatted(Path.of(System.getProperty("java.home"), "bin", "java")));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Path own = Files.writeString(folder.resolve("own.conf"), line + "\n");
    Map<String, String> environment =
        Map.of("JAVA_HOME", folder.resolve("java").toString(), "SPARK_HOME", "");
    assertThat(Launched.run(environment, List.of("jobs/submit", "score")).out())
        .contains("[-Xmx2g]");
    Launched given =
        Launched.run(
            environment, List.of("jobs/submit", "score", "--properties-file", own.toString()));
    assertThat(given.out()).contains("[-Xmx600m]").doesNotContain("[-Xmx2g]");
  }

  @Test
  void a_spark_of_ones_own_is_given_the_jar_the_options_and_the_job() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("spark/bin"));
    Path script =
        Files.writeString(
            bin.resolve("spark-submit"), "#!/bin/sh\nprintf '[%s]\\n' \"$@\"\nexit 7\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Path jars = Files.createDirectories(bin.resolveSibling("jars"));
    Files.writeString(jars.resolve("spark-yarn_2.13-4.1.3.jar"), "");
    Launched submitted =
        Launched.run(
            Map.of("SPARK_HOME", bin.getParent().toString(), "HADOOP_CONF_DIR", folder.toString()),
            List.of(
                "jobs/submit",
                "ingest",
                "--master=yarn",
                "--conf",
                "spark.app.name=two words",
                "--driver-java-options",
                "-Dfirst=1",
                "--conf=spark.driver.extraJavaOptions=-Dsecond=2",
                "--focus",
                "Norfolk and Suffolk"));
    assertThat(submitted.exitCode()).as(submitted.printed()).isEqualTo(7);
    List<String> words = submitted.out().lines().toList();
    assertThat(words)
        .containsSubsequence("[--class]", "[org.trustbench.jobs.Main]")
        .containsSubsequence("[--master]", "[yarn]")
        .containsSubsequence("[--conf]", "[spark.app.name=two words]")
        .endsWith(
            "[" + Launched.root().resolve("target/trustbench.jar") + "]",
            "[ingest]",
            "[--focus]",
            "[Norfolk and Suffolk]");
    assertThat(words.get(words.indexOf("[--driver-java-options]") + 1))
        .contains("-Dtrustbench.settings=", "-Dfirst=1", "-Dsecond=2");
  }

  @Test
  void settings_of_ones_own_leave_standing_what_they_do_not_say() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("spark/bin"));
    Path script =
        Files.writeString(bin.resolve("spark-submit"), "#!/bin/sh\nprintf '[%s]\\n' \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Path own =
        Files.writeString(folder.resolve("own.conf"), "spark.yarn.maxAppAttempts = 2\n# none\n");
    Launched submitted =
        Launched.run(
            Map.of("SPARK_HOME", bin.getParent().toString()),
            List.of("jobs/submit", "score", "--properties-file", own.toString()));
    assertThat(submitted.out())
        .contains("[--conf]\n[spark.redaction.regex=(?i)secret|password")
        .contains("[--properties-file]\n[" + own + "]\n")
        .doesNotContain("[spark.yarn.maxAppAttempts=");
  }
}
