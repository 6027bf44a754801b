package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.storage.Place;
import org.trustbench.support.MainRun;
import org.trustbench.support.S3Server;
import org.trustbench.support.SchoolVisits;

/** Jobs whose output is a bucket, on a server of S3 that checks who asks. */
@Tag("packaged")
class OutputOnS3Test {
  private static final String PREFIX = "spark.trustbench.storage.";

  private final S3Server server = S3Server.shared();
  private final String output = "s3://" + server.newBucket() + "/a/b";

  @TempDir Path folder;
  private SchoolVisits schools;

  @BeforeEach
  void send() throws IOException {
    server.settings().forEach((name, value) -> System.setProperty(PREFIX + name, value));
    schools = new SchoolVisits(folder).always("--judgement-change", "1");
    schools.send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
  }

  @AfterEach
  void unset() {
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith(PREFIX));
  }

  private MainRun job(String job, String... further) {
    return schools.job(
        job,
        Stream.concat(Stream.of("--output", output), Stream.of(further)).toArray(String[]::new));
  }

  private MainRun done(String job, String... further) {
    MainRun run = job(job, further);
    assertThat(run.exitCode()).as("%s %s %s", job, run.err(), run.out()).isZero();
    return run;
  }

  private Map<String, String> files(Path release) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> paths = Files.walk(release)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            release.relativize(path).toString(),
            new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    files.remove("run.json");
    return files;
  }

  @Test
  void every_job_that_takes_a_release_reads_it_there() throws IOException {
    MainRun first = done("run");
    String before = SchoolVisits.id(first);
    schools.send("H", "H-1", "HILL", MENDED);
    MainRun second = done("run");
    String after = SchoolVisits.id(second);
    String duck = "duckdb:" + folder.resolve("figures.duckdb");

    assertThat(second.release().toString()).isEqualTo(output + "/internal/releases/" + after);
    assertThat(done("diff", before, after).out())
        .last()
        .isEqualTo("differences: %s/internal/diff/%s-%s".formatted(output, before, after));
    assertThat(done("check").out())
        .anyMatch(line -> line.startsWith("no fault found: ") && line.contains(" 2 releases "));
    assertThat(done("explain", "--trust", "HILL", "--measure", "safe-late").out())
        .anyMatch(line -> line.startsWith("release " + after));
    assertThat(
            done(
                    "explain",
                    "--release",
                    first.release().toString(),
                    "--trust",
                    "HILL",
                    "--measure",
                    "safe-late")
                .out())
        .anyMatch(line -> line.startsWith("release " + before))
        .anyMatch(line -> line.contains("framework " + first.release() + "/framework"));
    assertThat(done("feed", "--to", duck).out())
        .anyMatch(line -> line.startsWith("release " + after + " is current in "));
    assertThat(done("compare", "--trust", "HILL", "--with", "DALE").out())
        .last()
        .asString()
        .contains(output + "/internal/compare/");
    assertThat(done("publish", "--as-of", before).out())
        .contains("the same inputs made this release before: it stands unchanged");
    assertThat(done("maintain").out()).last().asString().contains("0 unfinished releases");

    server.use();
    Path there = second.release();
    Path here = schools.done("publish").release();
    assertThat(files(there)).isNotEmpty().isEqualTo(files(here));
  }

  @Test
  void what_was_not_taken_in_is_told_there_too() throws IOException {
    schools.inbox().send("F", "F-1", "FORD", "case_id,stage,risk,town\n", "case_id\n");

    MainRun run = job("run");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).anyMatch(line -> line.contains(output + "/internal/rejects/rejects.csv"));
    server.use();
    assertThat(Place.at(output + "/internal/rejects/rejects.html")).exists();
  }

  @Test
  void what_is_wrong_with_the_bucket_is_one_line_without_a_secret() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("s3://no-such-bucket/out", "there is no bucket s3://no-such-bucket");
    told.put("s3://UPPER_case/out", "s3://UPPER_case");
    told.forEach(
        (place, why) -> {
          MainRun run = schools.job("run", "--output", place);
          assertThat(run.exitCode()).isEqualTo(1);
          assertThat(run.err()).singleElement().asString().contains(place, why);
        });
    for (String setting : List.of("s3.secret-access-key", "s3.endpoint")) {
      System.setProperty(
          PREFIX + setting, setting.equals("s3.endpoint") ? "http://127.0.0.1:1" : "hush");
      MainRun run = job("run");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).singleElement().asString().contains(output).doesNotContain("hush");
      server.settings().forEach((name, value) -> System.setProperty(PREFIX + name, value));
    }
  }
}
