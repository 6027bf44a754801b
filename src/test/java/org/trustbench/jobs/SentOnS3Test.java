package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What was sent to a bucket makes the release that the same files on a disk make. */
@Tag("packaged")
class SentOnS3Test {
  private static final String PREFIX = "spark.trustbench.storage.";

  private final S3Server server = S3Server.shared();
  private final String bucket = server.newBucket();

  @TempDir Path folder;

  @BeforeEach
  void set() {
    for (Map.Entry<String, String> setting : server.settings().entrySet()) {
      System.setProperty(PREFIX + setting.getKey(), setting.getValue());
    }
  }

  @AfterEach
  void unset() {
    server.settings().keySet().forEach(name -> System.clearProperty(PREFIX + name));
  }

  private Path sent(Path local, String name) throws IOException {
    server.use();
    Path there = Place.of("s3://" + bucket + "/" + name);
    try (Stream<Path> files = Files.walk(local)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(there.resolve(local.relativize(file)), Files.readAllBytes(file));
      }
    }
    return there;
  }

  private MainRun run(String workspace, String... args) {
    return MainRun.in(
        folder.resolve(workspace),
        "run",
        Stream.concat(Stream.of("--framework", "iaow-2013"), Stream.of(args))
            .toArray(String[]::new));
  }

  @Test
  void a_landing_folder_in_a_bucket_makes_the_release_of_one_on_a_disk() throws IOException {
    Path samples = Path.of("data-samples/iaow-2013");

    MainRun there = run("there", "--submissions", sent(samples, "landing").toString());
    MainRun here = run("here", "--submissions", samples.toString());

    assertThat(there.exitCode()).as(there.err().toString()).isEqualTo(here.exitCode());
    assertThat(there.release().resolve("manifest.json"))
        .hasSameBinaryContentAs(here.release().resolve("manifest.json"));
    assertThat(there.out().get(0)).contains("submissions of s3://" + bucket + "/landing");
  }

  @Test
  void an_extract_in_a_bucket_makes_the_release_of_one_on_a_disk() throws IOException {
    SchoolVisits schools = new SchoolVisits(folder);
    Path extract = Files.createDirectories(folder.resolve("extract"));
    Files.writeString(
        extract.resolve("long.csv"),
        "School,Case,Stage,Item,Result\nHILL,1,late,Q1,J\nHILL,2,early,Q1,no\nDALE,1,late,Q2,J\n");
    String there = sent(extract, "extract") + "/long.csv";

    MainRun ofBucket =
        schools.doneIn(folder.resolve("there"), "run", "--extract", there, "--layout", "long");
    MainRun ofDisk =
        schools.doneIn(
            folder.resolve("here"),
            "run",
            "--extract",
            extract.resolve("long.csv").toString(),
            "--layout",
            "long");

    assertThat(ofBucket.release().resolve("manifest.json"))
        .hasSameBinaryContentAs(ofDisk.release().resolve("manifest.json"));
  }

  @Test
  void a_bucket_that_is_not_there_is_told_in_one_line() {
    MainRun run = run("there", "--submissions", "s3://no-such-bucket/landing");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            List.of(
                "trustbench: s3://no-such-bucket/landing cannot be listed: there is no bucket"
                    + " s3://no-such-bucket: make it, or name another"));
  }
}
