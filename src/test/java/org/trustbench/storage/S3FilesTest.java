package org.trustbench.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.PipelineException;
import org.trustbench.support.S3Server;
import software.amazon.awssdk.core.sync.RequestBody;

/** Files in a bucket are read, listed, written and deleted as those of a disk are. */
class S3FilesTest {
  private final S3Server server = S3Server.shared();
  private final String bucket = server.newBucket();
  private final Path folder = Place.of("s3://" + bucket + "/folder");

  @BeforeEach
  void use() {
    server.use();
  }

  @AfterAll
  static void close() {
    StorageSettings.from(() -> new StorageSettings.Values(Map.of(), Map.of()));
  }

  private void put(String key, String text) {
    try (var client = server.client()) {
      client.putObject(
          request -> request.bucket(bucket).key(key), RequestBody.fromString(text, UTF_8));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
          .toList();
    }
  }

  @Test
  void what_is_written_is_there_to_be_read() throws IOException {
    Path file = folder.resolve("a b/ä+%20&.txt");
    Files.createDirectories(file.getParent());

    Files.writeString(file, "figures");

    assertThat(server.keys(bucket)).containsExactly("folder/a b/ä+%20&.txt");
    assertThat(Files.readString(file)).isEqualTo("figures");
    assertThat(Files.size(file)).isEqualTo(7);
    assertThat(Files.isRegularFile(file)).isTrue();
    assertThat(Files.isDirectory(file.getParent())).isTrue();
  }

  @Test
  void a_folder_lists_what_is_in_it_and_a_walk_all_below() throws IOException {
    put("folder/b/2.csv", "2");
    put("folder/b/c/3.csv", "333");
    put("folder/a.csv", "1");
    put("folder/b/", "");
    put("folder/empty/", "");
    put("folder-beside/x.csv", "x");

    assertThat(names(folder)).containsExactly("a.csv", "b/", "empty/");
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString))
          .containsExactly("a.csv", "b/2.csv", "b/c/3.csv");
    }
    assertThat(names(Place.of("s3://" + bucket))).containsExactly("folder/", "folder-beside/");
  }

  @Test
  void what_begins_with_the_name_of_a_folder_is_not_the_folder() {
    put("folder-beside/x.csv", "x");
    put("folder.csv", "x");

    assertThat(Files.exists(folder)).isFalse();
    assertThatThrownBy(() -> names(folder)).isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @CsvSource({"folder/a//b", "folder/../b", "folder/a?b", "folder/a#b"})
  void a_name_that_is_no_path_is_refused(String key) {
    put(key, "x");

    assertThatThrownBy(() -> names(folder))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("give it another");
  }

  @Test
  void a_file_named_as_a_folder_is_refused() {
    put("folder/a", "x");
    put("folder/a/b", "x");

    assertThatThrownBy(() -> names(folder))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("give it another");
  }

  @Test
  void a_file_is_read_from_anywhere_in_it() throws IOException {
    put("folder/a.csv", "0123456789");
    ByteBuffer three = ByteBuffer.allocate(3);

    try (var channel = Files.newByteChannel(folder.resolve("a.csv"))) {
      channel.position(7).read(three);
      assertThat(new String(three.array(), UTF_8)).isEqualTo("789");
      channel.position(2).read(three.clear());
      assertThat(new String(three.array(), UTF_8)).isEqualTo("234");
      assertThat(channel.position(10).read(three.clear())).isEqualTo(-1);
    }
  }

  @Test
  void nothing_is_there_before_all_has_been_written() throws IOException {
    Path file = folder.resolve("a.csv");

    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(new byte[100_000]);
      assertThat(server.keys(bucket)).isEmpty();
    }

    assertThat(server.keys(bucket)).containsExactly("folder/a.csv");
  }

  @Test
  void what_waits_to_be_sent_is_readable_by_its_owner_alone() throws IOException {
    Path waiting = Path.of(StorageSettings.ofS3(Map.of()).get("s3.staging-dir"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(waiting)))
        .isEqualTo("rwx------");
    try (OutputStream out = Files.newOutputStream(folder.resolve("a.csv"))) {
      out.write(new byte[100_000]);
      assertThat(names(waiting)).isNotEmpty();
    }
    assertThat(names(waiting)).isEmpty();
  }

  @Test
  void a_deleted_file_is_gone_and_its_folder_with_it() throws IOException {
    put("folder/b/2.csv", "2");

    assertThat(Files.deleteIfExists(folder.resolve("b/2.csv"))).isTrue();
    assertThat(Files.deleteIfExists(folder.resolve("b/2.csv"))).isFalse();
    assertThat(Files.exists(folder)).isFalse();
  }

  @Test
  void a_copy_for_readers_of_this_machine_goes_with_them(@TempDir Path none) throws IOException {
    put("folder/a.csv", "figures");
    Path copied;

    try (LocalCopy copy = LocalCopy.of(folder.resolve("a.csv"))) {
      copied = copy.path();
      assertThat(Files.readString(copied)).isEqualTo("figures");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copied)))
          .isEqualTo("rw-------");
    }

    assertThat(copied).doesNotExist();
  }

  @Test
  void a_bucket_that_is_not_there_ends_the_job_in_a_line() {
    Path nowhere = Place.of("s3://no-such-bucket/a");

    assertThatThrownBy(() -> Files.exists(nowhere))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "s3://no-such-bucket/a cannot be listed: there is no bucket s3://no-such-bucket: make"
                + " it, or name another");
    assertThatThrownBy(() -> Files.writeString(nowhere, "x"))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("s3://no-such-bucket/a cannot be written: there is no bucket");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3.secret-access-key | wrong                  | access is denied (SignatureDoesNotMatch):"
            + " see the key, and what it is granted",
        "s3.endpoint          | http://127.0.0.1:1     | no connection: Connection refused; is the"
            + " server there?",
        "s3.endpoint          | http://nowhere.invalid | the host nowhere.invalid is not known"
            + " here: correct its name, or add it to /etc/hosts"
      })
  void storage_that_cannot_be_reached_ends_the_job_in_a_line(
      String setting, String value, String words) {
    Map<String, String> settings = server.settings();
    settings.put(setting, value);
    StorageSettings.from(() -> new StorageSettings.Values(settings, Map.of()));

    assertThatThrownBy(() -> Files.exists(folder))
        .isInstanceOf(PipelineException.class)
        .hasMessage("%s cannot be listed: %s", folder, words);
  }

  @Test
  void a_file_that_may_not_be_read_fails_by_itself() {
    put("folder/a.csv", "figures");
    Map<String, String> settings = server.settings();
    settings.put("s3.secret-access-key", "wrong");
    StorageSettings.from(() -> new StorageSettings.Values(settings, Map.of()));

    assertThatThrownBy(() -> Files.newInputStream(folder.resolve("a.csv")).read())
        .isInstanceOf(AccessDeniedException.class);
  }
}
