package org.trustbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.PublishedRelease;

/** The download, on a machine without Maven, in a folder with a space that nobody may write. */
@Tag("packaged")
class DownloadTest {
  private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

  /** What the page on platforms says that it holds. */
  private static final List<String> PARTS =
      List.of(
          "CHANGELOG.md",
          "LICENSE",
          "NOTICE",
          "README.md",
          "bin",
          "bom.json",
          "data-samples",
          "drivers",
          "frameworks",
          "jobs",
          "lib",
          "licences",
          "spark");

  @TempDir Path folder;

  @Test
  void it_runs_from_a_folder_that_may_only_be_read_for_another_user_without_maven()
      throws IOException {
    Path home = unpacked();
    assertThat(files(home))
        .filteredOn(name -> !name.isEmpty() && !name.contains("/"))
        .containsExactlyElementsOf(PARTS);
    assertThat(files(home))
        .contains("LICENSE", "NOTICE", "README.md", "bom.json", "jobs/PLATFORMS.md")
        .contains("licences/THIRD-PARTY.txt", "licences/SPARK-AND-DRIVERS.txt")
        .contains("frameworks/iaow-2013/framework.json")
        .anyMatch(name -> name.matches("drivers/duckdb_jdbc-.*\\.jar"))
        .noneMatch(name -> name.contains("rocksdbjni"));
    assertThat(Files.readString(home.resolve("bom.json")))
        .contains("\"CycloneDX\"", "pkg:maven/de.siegmar/fastcsv@", "pkg:maven/org.apache.spark/")
        .doesNotContain("pkg:maven/org.assertj/");
    List<String> before = files(home);

    Launched run = asAnother(home, "run");

    assertThat(run.exitCode()).as(run.printed()).isZero();
    assertThat(run.err().lines()).containsExactly("preparing the class archive");
    assertThat(archives()).hasSize(1);
    Path output = folder.resolve("work/output");
    assertThat(PublishedRelease.latestInternal(output).checksums())
        .isEqualTo(PublishedRelease.embedded().checksums());

    Launched spark =
        asAnother(home, "submit", "sql", "--master", "local[1]", "select count(*) n from cases");
    assertThat(spark.exitCode()).as(spark.printed()).isZero();
    assertThat(spark.out()).contains("1 row");
    assertThat(files(home)).isEqualTo(before);
  }

  /** The archive as the build made it, without the right to write anywhere in it. */
  private Path unpacked() throws IOException {
    Path archive;
    try (Stream<Path> made = Files.list(Launched.root().resolve("target"))) {
      archive =
          made.filter(file -> file.getFileName().toString().matches("trustbench-.*\\.tar\\.gz"))
              .findFirst()
              .orElseThrow();
    }
    Path place = Files.createDirectories(folder.resolve("a folder"));
    shell("tar xzf '%s' -C '%s' && chmod -R a-w '%s'/trustbench-*", archive, place, place);
    for (String name : List.of("", "a folder", "user", "work")) {
      Path made = Files.createDirectories(folder.resolve(name));
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Path maven = Files.createDirectories(folder.resolve("path")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho Maven was called >&2\nexit 9\n");
    shell("chmod -R a+rx '%s'", maven.getParent());
    try (Stream<Path> folders = Files.list(place)) {
      return folders
          .filter(one -> one.getFileName().toString().startsWith("trustbench-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Launched asAnother(Path home, String... words) {
    List<String> command = new ArrayList<>();
    if (IS_ROOT) {
      command.addAll(List.of("runuser", "-u", "nobody", "--"));
    }
    command.addAll(
        List.of(
            "env",
            "-i",
            "-C",
            folder.resolve("work").toString(),
            "HOME=" + folder.resolve("user"),
            "JAVA_HOME=" + System.getProperty("java.home"),
            "TRUSTBENCH_JAVA_OPTS=" + Launched.QUICK_JVM,
            "PATH=" + folder.resolve("path") + ":/usr/bin:/bin",
            home.resolve("bin/trustbench").toString()));
    command.addAll(List.of(words));
    return Launched.run(Map.of(), command);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> cache = Files.list(folder.resolve("user/.cache/trustbench"))) {
      return cache.toList();
    }
  }

  private static List<String> files(Path home) throws IOException {
    try (Stream<Path> paths = Files.walk(home)) {
      return paths.map(path -> home.relativize(path).toString()).sorted().toList();
    }
  }

  private static void shell(String script, Object... values) {
    Launched done = Launched.run("bash", "-c", script.formatted(values));
    assertThat(done.exitCode()).as(done.printed()).isZero();
  }
}
