package org.trustbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;

/** How the launch scripts make and use the archive of classes laid out ready for use. */
class ClassArchiveTest {
  @TempDir Path folder;
  private ScriptsAlone scripts;
  private Path home;

  @BeforeEach
  void a_built_program() throws IOException {
    scripts = ScriptsAlone.in(folder);
    home = scripts.home();
  }

  /** A Java that counts the archives it lays out, each a file of two letters. */
  private Map<String, String> countingJava() throws IOException {
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/bash
        for word in "$@"; do
          case $word in
            -XX:DumpLoadedClassList=*) sleep 0.5; echo listed >"${word#*=}" ;;
            -XX:SharedArchiveFile=*) archive=${word#*=} ;;
            -Xshare:dump) echo laid out >>'%s' ;;
          esac
        done
        case " $* " in *" -Xshare:dump "*) echo ok >"$archive" ;; esac
        """
            .formatted(folder.resolve("archives")));
    if (!java.toFile().setExecutable(true)) {
      throw new IOException(java + " cannot be made a program");
    }
    Instant built = Instant.now().minusSeconds(60);
    Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(built.minusSeconds(60)));
    Files.setLastModifiedTime(home.resolve("target/trustbench.jar"), FileTime.from(built));
    return Map.of("JAVA_HOME", folder.resolve("java").toString());
  }

  @Test
  void of_two_first_runs_at_once_one_lays_out_the_classes() throws IOException {
    Launched both =
        scripts.script(
            countingJava(),
            "bash '%1$s/jobs/run' & bash '%1$s/jobs/run' && wait $!".formatted(home));

    assertThat(both.exitCode()).as(both.printed()).isZero();
    assertThat(both.err().lines()).containsExactly("preparing the class archive");
    assertThat(Files.readAllLines(folder.resolve("archives"))).hasSize(1);
    assertThat(home.resolve("target/trustbench.jsa")).hasContent("ok");
    assertThat(home.resolve("target/trustbench.jsa.making")).doesNotExist();
  }

  @Test
  void classes_are_laid_out_where_one_that_was_killed_has_left_its_folder() throws IOException {
    Path left = Files.createDirectory(home.resolve("target/trustbench.jsa.making"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(600)));

    Launched run = scripts.script(countingJava(), "exec bash '%s/jobs/run'".formatted(home));

    assertThat(run.exitCode()).as(run.printed()).isZero();
    assertThat(home.resolve("target/trustbench.jsa")).hasContent("ok");
    assertThat(left).doesNotExist();
  }

  /** The words that {@code jobs/submit} gives Spark's launcher, each on a line. */
  private List<String> toLauncher(String... options) throws IOException {
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/bash
        printf '\\0\\n'
        printf '%s\\0' printf '%s\\n' "$@"
        """);
    if (!java.toFile().setExecutable(true)) {
      throw new IOException(java + " cannot be made a program");
    }
    Files.writeString(home.resolve("target/spark/jars/b.jar"), "");
    Files.writeString(home.resolve("target/spark/jars/a.jar"), "");
    String words = String.join(" ", options);
    Launched submitted =
        scripts.script(
            Map.of("JAVA_HOME", folder.resolve("java").toString(), "SPARK_HOME", ""),
            "exec bash '%s/jobs/submit' sql %s".formatted(home, words));
    assertThat(submitted.exitCode()).as(submitted.printed()).isZero();
    return submitted.out().lines().toList();
  }

  private Path archive(int secondsAfterJar) throws IOException {
    Path archive = Files.writeString(home.resolve("target/trustbench.jsa"), "");
    FileTime built = Files.getLastModifiedTime(home.resolve("target/trustbench.jar"));
    Files.setLastModifiedTime(
        archive, FileTime.from(built.toInstant().plusSeconds(secondsAfterJar)));
    return archive;
  }

  @Test
  void a_submitted_job_uses_the_archive_on_the_class_path_it_was_made_for() throws IOException {
    Path archive = archive(1);

    List<String> words = toLauncher();

    assertThat(words)
        .containsSequence(
            "--driver-class-path",
            "%1$s/trustbench.jar:%1$s/spark/jars/a.jar:%1$s/spark/jars/b.jar"
                .formatted(home.resolve("target")));
    assertThat(words.get(words.indexOf("--driver-java-options") + 1))
        .contains("\"-XX:SharedArchiveFile=" + archive + "\"");
  }

  @Test
  void
      a_submitted_job_does_without_for_want_of_a_fresh_one_on_a_cluster_and_with_its_own_class_path()
          throws IOException {
    assertThat(toLauncher().toString()).doesNotContain("SharedArchiveFile", "class-path");
    archive(-1);
    assertThat(toLauncher().toString()).doesNotContain("SharedArchiveFile", "class-path");
    archive(1);
    assertThat(toLauncher("--master", "spark://host:7077").toString())
        .doesNotContain("SharedArchiveFile", "class-path");
    assertThat(toLauncher("--driver-class-path", "/own.jar"))
        .containsSequence("--driver-class-path", "/own.jar")
        .containsOnlyOnce("--driver-class-path")
        .noneMatch(word -> word.contains("SharedArchiveFile"));
    assertThat(toLauncher("--conf", "spark.driver.extraClassPath=/own.jar"))
        .doesNotContain("--driver-class-path")
        .noneMatch(word -> word.contains("SharedArchiveFile"));
  }
}
