package org.trustbench.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.PipelineException;
import org.trustbench.storage.Place;
import org.trustbench.storage.StorageSettings;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.ScriptedS3;

/** A release in a bucket: there whole or not at all, whatever the server does. */
class ReleaseOnS3Test {
  private static final String RELEASES = "out/internal/releases/";
  private static final int[] FIGURES = {15, 17, 12};

  private final ScriptedS3 server = ScriptedS3.start();
  private final Path output = Place.of("s3://" + ScriptedS3.BUCKET + "/out");

  /** A disk with the same release. */
  @TempDir static Path disk;

  private static String id;

  @BeforeAll
  static void publishOnDisk() {
    id = SmallReleases.publish(disk, FIGURES).id();
  }

  @BeforeEach
  void use() {
    server.use();
  }

  @AfterEach
  void close() {
    StorageSettings.from(() -> new StorageSettings.Values(Map.of(), Map.of()));
    server.close();
  }

  private String publish() {
    return SmallReleases.publish(output, FIGURES).id();
  }

  private Map<String, Integer> stored() {
    Map<String, Integer> bytes = new TreeMap<>();
    for (String name : server.below(RELEASES + id)) {
      bytes.put(name, java.util.Arrays.hashCode(server.bytes(RELEASES + id + "/" + name)));
    }
    bytes.remove("run.json");
    return bytes;
  }

  private Map<String, Integer> ofDisk() throws IOException {
    Map<String, Integer> bytes = SchoolVisits.bytes(disk.resolve("internal/releases/" + id));
    bytes.remove("run.json");
    return bytes;
  }

  /** The release is not there, for any reader. */
  private void assertInvisible() {
    AudienceFolder place = AudienceFolder.internal(output);
    assertThat(place.holds(id)).isFalse();
    assertThat(server.keys()).doesNotContain("out/internal/latest.json");
    assertThatThrownBy(() -> ReleaseFolder.open(place, null)).hasMessageContaining("is missing");
    assertThatThrownBy(() -> ReleaseFolder.ofAnyAudience(output, id))
        .hasMessageContaining("is in neither");
  }

  private void failing(int status, Predicate<ScriptedS3.Request> which) {
    server.script(request -> which.test(request) ? status : 0);
  }

  @Test
  void it_is_byte_by_byte_the_release_on_a_disk_and_the_manifest_came_last() throws IOException {
    assertThat(publish()).isEqualTo(id);

    assertThat(stored()).isNotEmpty().isEqualTo(ofDisk());
    List<String> written =
        server.requests().stream()
            .filter(request -> request.method().equals("PUT"))
            .map(ScriptedS3.Request::key)
            .toList();
    assertThat(written.subList(written.size() - 2, written.size()))
        .containsExactly(RELEASES + id + "/manifest.json", "out/internal/latest.json");
    assertThat(ReleaseCheck.in(output).faults()).isEmpty();
  }

  @Test
  void a_reader_gets_verified_copies_that_nobody_else_may_read() throws IOException {
    ReleaseFolder release = SmallReleases.publish(output, FIGURES);

    Path copy = release.verified("tables/scores.csv");

    assertThat(Place.isLocal(copy)).isTrue();
    assertThat(copy)
        .hasSameBinaryContentAs(SmallReleases.publish(disk, FIGURES).verified("tables/scores.csv"));
    assertThat(release.tables()).isNotEmpty();
    assertThat(Files.isDirectory(release.framework())).isTrue();
  }

  @Test
  void storage_that_keeps_other_bytes_than_it_was_sent_is_told_as_that() {
    String scores = RELEASES + id + "/tables/scores.csv";
    server.script(
        request -> {
          if (!request.key().equals(scores) && server.keys().contains(scores)) {
            server.put(scores, "f63;chunk-signature=4a".getBytes(UTF_8));
          }
          return 0;
        });

    assertThatThrownBy(this::publish)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("tables/scores.csv does not come back from the storage as it was")
        .hasMessageContaining("s3.chunked-encoding-enabled");
    assertInvisible();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void whichever_write_fails_nothing_is_to_be_seen_and_the_next_run_finishes(int which)
      throws IOException {
    AtomicInteger writes = new AtomicInteger();
    failing(403, request -> request.method().equals("PUT") && writes.incrementAndGet() >= which);

    assertThatThrownBy(this::publish)
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("s3://figures/out/internal/releases/" + id + "/")
        .hasMessageContaining(" cannot be written: access is denied");
    assertInvisible();

    server.script(request -> 0);
    assertThat(publish()).isEqualTo(id);
    assertThat(stored()).isEqualTo(ofDisk());
  }

  @Test
  void nothing_is_to_be_seen_before_the_manifest() {
    failing(409, request -> request.writes("/manifest.json"));

    assertThatThrownBy(this::publish)
        .hasMessageContaining("/manifest.json: another job was writing it at the same moment");

    assertThat(server.below(RELEASES + id)).contains("tables/scores.csv");
    assertInvisible();
  }

  @Test
  void what_goes_wrong_for_a_moment_is_done_again() throws IOException {
    int[] troubles = {503, 409, ScriptedS3.CUT_WHILE_SENT, ScriptedS3.CUT_WHILE_ANSWERED};
    Set<String> met = ConcurrentHashMap.newKeySet();
    AtomicInteger files = new AtomicInteger();
    server.script(
        request -> {
          boolean isNew = request.headers().containsKey("if-none-match") && met.add(request.key());
          int number = isNew ? files.incrementAndGet() : 0;
          return number % 9 == 1 ? troubles[number / 9 % troubles.length] : 0;
        });

    publish();

    assertThat(stored()).isEqualTo(ofDisk());
  }

  @Test
  void a_file_that_arrived_with_other_bytes_keeps_the_release_from_being_seen() {
    String scores = RELEASES + id + "/tables/scores.csv";
    server.script(
        request -> {
          if (request.reads("/tables/scores.csv")) {
            server.put(scores, "other figures".getBytes(UTF_8));
          }
          return 0;
        });

    assertThatThrownBy(this::publish)
        .hasMessageContaining("s3://figures/" + scores)
        .isInstanceOf(PipelineException.class);
    assertInvisible();
  }

  @Test
  void what_another_run_has_stored_with_other_bytes_is_never_overwritten() {
    String scores = RELEASES + id + "/tables/scores.csv";
    server.put(scores, "other figures".getBytes(UTF_8));

    assertThatThrownBy(this::publish)
        .hasMessageContaining(
            "s3://figures/%s is not what release %s is made of: nothing was published"
                .formatted(scores, id));
    assertThat(server.bytes(scores)).asString(UTF_8).isEqualTo("other figures");
    assertInvisible();
  }

  @Test
  void a_release_that_is_there_is_held_to_what_would_be_written() {
    publish();
    String scores = RELEASES + id + "/tables/scores.csv";
    assertThat(publish()).isEqualTo(id);

    server.put(scores, "other figures".getBytes(UTF_8));
    server.use();

    assertThatThrownBy(this::publish).hasMessageContaining(scores + " is not what release");
    assertThatThrownBy(() -> ReleaseFolder.ofAnyAudience(output, id).verified("tables/scores.csv"))
        .hasMessageContaining(scores + " is not as it was published");
    assertThat(ReleaseCheck.in(output).faults())
        .singleElement()
        .asString()
        .contains(scores + " is not as it was published");
  }

  @Test
  void of_two_runs_at_once_both_publish_the_one_release() throws IOException {
    server.script(
        request -> {
          if (request.writes("/manifest.json")) {
            server.script(any -> 0);
            server.use();
            publish();
          }
          return 0;
        });

    assertThat(publish()).isEqualTo(id);

    assertThat(stored()).isEqualTo(ofDisk());
    assertThat(ReleaseCheck.in(output).faults()).isEmpty();
  }

  @Test
  void what_broke_off_is_cleared_away_once_it_is_old_and_a_release_never() {
    publish();
    String other = "0123456789abcdef";
    Instant old = Instant.now().minus(Duration.ofDays(30));
    Instant before = Instant.now().minus(Duration.ofDays(7));
    for (String name : server.below(RELEASES + id)) {
      byte[] bytes = server.bytes(RELEASES + id + "/" + name);
      server.put(RELEASES + id + "/" + name, bytes, old);
      if (!name.equals("manifest.json")) {
        server.put(RELEASES + other + "/" + name, bytes, old);
      }
    }
    server.put(RELEASES + other + "/tables/scores.csv", new byte[] {1});
    int files = server.below(RELEASES + id).size();

    assertThat(UnfinishedReleases.remove(output, before)).isZero();
    server.put(RELEASES + other + "/tables/scores.csv", new byte[] {1}, old);
    assertThat(UnfinishedReleases.remove(output, before)).isEqualTo(1);

    assertThat(server.below(RELEASES + other)).isEmpty();
    assertThat(server.below(RELEASES + id)).hasSize(files);
  }
}
