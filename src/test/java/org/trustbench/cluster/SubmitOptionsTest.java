package org.trustbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.Launched;

/** What the launch scripts refuse, each in one line, before Spark could say it in many. */
@Tag("packaged")
class SubmitOptionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jobs/run", "jobs/submit run"})
  void an_unknown_option_is_exit_code_2_and_named(String script) {
    List<String> command = new ArrayList<>(List.of(script.split(" ", -1)));
    command.add("--nonsense");
    Launched wrong = Launched.run(Map.of(), command);
    assertThat(wrong.exitCode()).as(wrong.printed()).isEqualTo(2);
    assertThat(wrong.err()).contains("--nonsense");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--master", "--master="})
  void an_option_of_spark_without_its_value_is_exit_code_2(String option) {
    Launched wrong = Launched.run("jobs/submit", "run", option);
    assertThat(wrong.exitCode()).as(wrong.printed()).isEqualTo(2);
    assertThat(wrong.err()).contains("--master needs a value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--conf spark.executor.cores=many",
        "--executor-cores 0",
        "--total-executor-cores -1",
        "--driver-memory lots",
        "--driver-memory 2gb",
        "--driver-memory 10m",
        "--driver-memory 900t",
        "--executor-memory 1x",
        "--conf spark.executor.memory=-1g",
        "--conf nonsense",
        "--conf nospark=1",
        "--conf =1",
        "--conf spark.master=",
        "--deploy-mode nonsense",
        "--deploy-mode cluster",
        "--packages nonsense",
        "--exclude-packages a:b:c",
        "--jars /nowhere/a.jar",
        "--files /nowhere/a",
        "--keytab /nowhere/a",
        "--properties-file /tmp",
        "--driver-java-options -Xmx1g",
        "--driver-java-options -Dname=\"open",
        "--conf spark.driver.extraJavaOptions=-Xmx1g",
        "--master local[x]",
        "--master local[0]",
        "--master local[9999999999]",
        "--master mesos://host:1",
        "--master sparkk://host:7077",
        "--master spark://host",
        "--master spark://host:port"
      })
  void a_malformed_option_of_spark_is_exit_code_2_and_one_line_that_quotes_it(String option) {
    List<String> command = new ArrayList<>(List.of("jobs/submit", "score"));
    String[] words = option.split(" ", -1);
    command.addAll(List.of(words));
    Launched wrong = Launched.run(Map.of(), command);
    assertThat(wrong.exitCode()).as(wrong.printed()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err().lines()).singleElement().asString().startsWith("trustbench: ");
    assertThat(wrong.err())
        .contains(words[words.length - 1].replaceFirst("^.*=(?=.)", "").replaceFirst("1g$", ""));
  }

  @Test
  void a_value_that_spark_could_not_read_is_exit_code_2_before_anything_is_done() {
    Launched wrong = Launched.run("jobs/submit", "score", "--conf", "spark.network.timeout=long");
    assertThat(wrong.exitCode()).as(wrong.printed()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err().lines())
        .singleElement()
        .asString()
        .startsWith("trustbench: --conf spark.network.timeout=long: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx10m", "-Dsome=1 -Xmx900t"})
  void memory_that_no_job_can_do_with_or_that_is_not_there_is_refused_by_run_too(String options) {
    Launched wrong = Launched.run(Map.of("TRUSTBENCH_JAVA_OPTS", options), List.of("jobs/run"));
    assertThat(wrong.exitCode()).as(wrong.printed()).isEqualTo(2);
    assertThat(wrong.err().lines()).singleElement().asString().contains("-Xmx");
  }

  @Test
  void what_is_printed_onto_a_full_disk_is_exit_code_1() {
    Launched cut = Launched.run("bash", "-c", "jobs/submit --version >/dev/full");
    assertThat(cut.exitCode()).as(cut.printed()).isEqualTo(1);
    assertThat(cut.err().lines()).singleElement().asString().contains("the disk is full");
  }

  @Test
  void a_folder_that_is_gone_is_told_in_a_line() {
    Launched gone =
        Launched.run(
            Map.of("AT", Launched.root().toString(), "GONE", folder.resolve("gone").toString()),
            List.of("bash", "-c", "mkdir $GONE && cd $GONE && rmdir $GONE && exec $AT/jobs/run"));
    assertThat(gone.exitCode()).as(gone.printed()).isEqualTo(2);
    assertThat(gone.err()).contains("trustbench: the folder that this is started in is no longer");
    assertThat(gone.err()).doesNotContain("\tat ");
  }
}
