package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.storage.StorageSettings;
import org.trustbench.support.Paused;
import org.trustbench.support.RestCatalogServer;
import org.trustbench.support.S3Server;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.ScriptedS3;

/**
 * Real processes on a REST catalog, with tables and releases in one bucket: killed in the middle of
 * a write, and two at once. They are known by the variables that Amazon's tools take.
 */
@Tag("packaged")
class DriversOnS3Test {
  private static final String OUTPUT = "s3://" + ScriptedS3.BUCKET + "/out";
  private static final String RELEASES = "out/internal/releases";

  private final ScriptedS3 storage = ScriptedS3.start();
  private RestCatalogServer catalog;

  @TempDir Path folder;
  private SchoolVisits schools;

  @BeforeEach
  void start() throws IOException {
    Map<String, String> tables = new HashMap<>(StorageSettings.ofS3(storage.settings()));
    tables.put("warehouse", "s3://" + ScriptedS3.BUCKET + "/warehouse");
    catalog = RestCatalogServer.start(folder, StorageSettings.withFilesOnS3(tables));
    Files.writeString(folder.resolve("token"), RestCatalogServer.TOKEN);
    Files.writeString(folder.resolve("key"), "a key of the test, long enough for one\n");
    Files.writeString(folder.resolve("settings.json"), "{}");
    schools = new SchoolVisits(folder).send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
  }

  @AfterEach
  void stop() {
    catalog.close();
    storage.close();
  }

  private Paused job(String job, String... further) {
    List<String> options = new ArrayList<>();
    storage.settings().entrySet().stream()
        .filter(setting -> !setting.getKey().contains("access-key"))
        .forEach(
            setting ->
                options.add(
                    "-Dspark.trustbench.storage." + setting.getKey() + "=" + setting.getValue()));
    String lake = "-Dspark.sql.catalog.lake.";
    options.addAll(
        List.of(
            lake + "type=rest",
            lake + "uri=" + catalog.uri(),
            lake + "token.file=" + folder.resolve("token")));
    List<String> words = new ArrayList<>(List.of(job));
    words.addAll(List.of("--settings", folder.resolve("settings.json").toString()));
    words.addAll(List.of("--framework", schools.framework().toString()));
    words.addAll(List.of("--submissions", schools.inbox().path().toString()));
    words.addAll(List.of("--output", OUTPUT, "--judgement-change", "1"));
    words.addAll(List.of("--lake", folder.resolve("none").toString()));
    words.addAll(List.of("--key-file", folder.resolve("key").toString()));
    words.addAll(List.of(further));
    return Paused.startJob(
        null,
        folder,
        options,
        words,
        Map.of("AWS_ACCESS_KEY_ID", S3Server.KEY, "AWS_SECRET_ACCESS_KEY", S3Server.SECRET));
  }

  private void done(String job) {
    try (Paused run = job(job)) {
      assertThat(run.goOn()).as(run.said()).isZero();
    }
  }

  /** Kills a run that is about to write something. */
  private void killedAt(Predicate<ScriptedS3.Request> which) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch dead = new CountDownLatch(1);
    storage.script(
        request -> {
          if (!which.test(request)) {
            return 0;
          }
          reached.countDown();
          try {
            dead.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return 500;
        });
    try (Paused run = job("run")) {
      assertThat(reached.await(2, java.util.concurrent.TimeUnit.MINUTES)).as(run.said()).isTrue();
      run.kill();
    }
    dead.countDown();
    storage.script(request -> 0);
  }

  private List<String> manifests() {
    return storage.below(RELEASES).stream().filter(key -> key.endsWith("/manifest.json")).toList();
  }

  private Map<String, Integer> figures() {
    Map<String, Integer> figures = new HashMap<>();
    for (String key : storage.below(RELEASES)) {
      if (!key.endsWith("/run.json")) {
        figures.put(key, java.util.Arrays.hashCode(storage.bytes(RELEASES + "/" + key)));
      }
    }
    return figures;
  }

  @Test
  void a_run_killed_at_any_write_leaves_no_release_and_the_next_one_makes_it_whole()
      throws InterruptedException, IOException {
    List<Predicate<ScriptedS3.Request>> moments =
        List.of(
            request -> request.writes(".parquet") && request.key().contains("/tallies/"),
            request -> request.writes(".metadata.json") && request.key().contains("/submissions/"),
            request -> request.writes("/tables/scores.csv"),
            request -> request.writes("/manifest.json"));

    for (Predicate<ScriptedS3.Request> moment : moments) {
      killedAt(moment);
      assertThat(manifests()).isEmpty();
      assertThat(storage.keys()).doesNotContain("out/internal/latest.json");
    }
    done("run");

    assertThat(manifests()).hasSize(1);
    assertThat(storage.keys()).contains("out/internal/latest.json");
    done("check");
    Map<String, Integer> embedded = new HashMap<>();
    Path here =
        schools.doneIn(folder.resolve("embedded"), "run", "--judgement-change", "1").release();
    SchoolVisits.bytes(here)
        .forEach((name, bytes) -> embedded.put(here.getFileName() + "/" + name, bytes));
    embedded.remove(here.getFileName() + "/run.json");
    assertThat(figures()).isEqualTo(embedded);
  }

  @Test
  void two_drivers_at_once_publish_one_release_and_lose_nothing() throws IOException {
    done("run");
    schools.send("H", "H-1", "HILL", MENDED);
    try (Paused one = job("run");
        Paused other = job("run")) {
      assertThat(one.goOn()).as(one.said()).isZero();
      assertThat(other.goOn()).as(other.said()).isZero();
    }

    assertThat(manifests()).hasSize(2);
    done("check");
    done("maintain");
    done("check");
  }
}
