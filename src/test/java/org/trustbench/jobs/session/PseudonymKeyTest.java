package org.trustbench.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.lake.Lake;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.StoredSubmission;
import org.trustbench.support.TinyFramework;

/** Where the key of a lake's pseudonyms comes from, and that a lake keeps to the one it has. */
class PseudonymKeyTest {
  private static final String ONE = "one-0123456789abcdef0123456789abcdef";
  private static final String TWO = "two-0123456789abcdef0123456789abcdef";

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = LakeFolder.open(TinyFramework.read(), folder.resolve("lake"));
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private String fingerprint(Path named, String environment) {
    return new PseudonymKey(named, environment, folder.resolve("lake"))
        .pseudonyms(lake)
        .fingerprint();
  }

  /** Takes in a case under a key, as an ingest does. */
  private String ingested(Path named, String environment) {
    String fingerprint = fingerprint(named, environment);
    lake.submissions()
        .commit(
            known ->
                List.of(
                    StoredSubmission.of(
                        new StoredRows("hash", "ingest"),
                        fingerprint,
                        SubmissionStatus.ACCEPTED,
                        Revision.of(Optional.empty(), Optional.empty())
                            .begun(1, "2020-01-01T00:00:00Z"))));
    return fingerprint;
  }

  private Path beside() {
    return folder.resolve("lake.key");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_key_is_made_beside_a_new_lake_for_its_owner_alone_and_found_there_again()
      throws IOException {
    String first = ingested(null, null);

    assertThat(Files.readString(beside())).matches("[0-9a-f]{64}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(beside())))
        .isEqualTo("rw-------");
    assertThat(fingerprint(null, null)).isEqualTo(first);
    try (var files = Files.list(folder)) {
      assertThat(files)
          .extracting(Path::getFileName)
          .map(Path::toString)
          .contains("lake.key")
          .hasSize(2);
    }
  }

  @Test
  void a_file_that_is_named_outdoes_the_environment_and_neither_makes_a_key() throws IOException {
    String one = ingested(file("one", ONE + "\n"), TWO);

    assertThat(fingerprint(null, ONE)).isEqualTo(one);
    assertThat(beside()).doesNotExist();
  }

  @Test
  void a_lake_refuses_another_key_than_it_began_with_and_quotes_neither() throws IOException {
    Path two = file("two", TWO);
    String kept = ingested(null, ONE);

    assertThatThrownBy(() -> fingerprint(two, null))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("the lake was written under another key (its fingerprint is " + kept)
        .hasMessageContaining("than that of " + two)
        .hasMessageNotContaining(ONE)
        .hasMessageNotContaining(TWO);
  }

  @Test
  void a_key_that_is_lost_is_asked_for_and_not_made_anew() throws IOException {
    ingested(null, null);
    Files.delete(beside());

    assertThatThrownBy(() -> fingerprint(null, null))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("that is not at " + beside() + ": put it back");
    assertThat(beside()).doesNotExist();
  }

  @Test
  void a_key_that_is_missing_too_short_or_no_text_is_wrong_usage_and_is_not_quoted()
      throws IOException {
    Path brief = file("brief", "PLANTED");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3, 0x28});

    assertThatThrownBy(() -> fingerprint(folder.resolve("nowhere"), ONE))
        .hasMessageContaining("nowhere cannot be read");
    assertThatThrownBy(() -> fingerprint(bytes, ONE)).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> fingerprint(file("long", ONE.repeat(1000)), null))
        .hasMessageContaining("too long for a key");
    assertThatThrownBy(() -> fingerprint(brief, ONE))
        .hasMessageContaining("the key of " + brief + " is shorter than 32 characters")
        .hasMessageNotContaining("PLANTED");
    assertThatThrownBy(() -> fingerprint(null, ""))
        .hasMessageContaining("the environment variable TRUSTBENCH_KEY is shorter");
  }
}
