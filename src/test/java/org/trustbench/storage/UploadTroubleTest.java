package org.trustbench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.PipelineException;
import org.trustbench.support.ScriptedS3;

/** Storage that is busy, or goes away, while a file is on its way to it or from it. */
class UploadTroubleTest {
  private static final int PART = 5 * 1024 * 1024;
  private static final byte[] SMALL = bytes(200_000);
  private static final byte[] IN_PARTS = bytes(2 * PART + 1000);

  private final ScriptedS3 server = ScriptedS3.start();
  private final Path file = Place.of("s3://" + ScriptedS3.BUCKET + "/a/b.bin");

  @BeforeEach
  void use() {
    Map<String, String> settings = server.settings();
    settings.put("s3.multipart.part-size-bytes", String.valueOf(PART));
    settings.put("s3.retry.min-wait-ms", "1");
    StorageSettings.from(() -> new StorageSettings.Values(settings, Map.of()));
  }

  @AfterEach
  void close() {
    StorageSettings.from(() -> new StorageSettings.Values(Map.of(), Map.of()));
    server.close();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private void write(byte[] bytes, StandardOpenOption option) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, option)) {
      out.write(bytes);
    }
  }

  private void once(int what, Predicate<ScriptedS3.Request> which) {
    AtomicInteger met = new AtomicInteger();
    server.script(request -> which.test(request) && met.incrementAndGet() == 1 ? what : 0);
  }

  private void always(int what, Predicate<ScriptedS3.Request> which) {
    server.script(request -> which.test(request) ? what : 0);
  }

  private void assertNothingStored(byte[] bytes, String why) {
    assertThatThrownBy(() -> write(bytes, StandardOpenOption.CREATE))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith(file + " cannot be written: ")
        .hasMessageContaining(why);
    assertThat(server.keys()).isEmpty();
    assertThat(server.openUploads()).isZero();
  }

  @Test
  void a_file_above_the_size_of_a_part_is_stored_in_parts_and_whole() throws IOException {
    write(IN_PARTS, StandardOpenOption.CREATE_NEW);

    assertThat(server.requests()).filteredOn(request -> request.writesPart(3)).hasSize(1);
    assertThat(server.bytes("a/b.bin")).isEqualTo(IN_PARTS);
    assertThat(Files.readAllBytes(file)).isEqualTo(IN_PARTS);
    assertThat(server.openUploads()).isZero();
  }

  @Test
  void a_new_file_in_parts_never_takes_the_place_of_another() {
    server.put("a/b.bin", SMALL);

    assertThatThrownBy(() -> write(IN_PARTS, StandardOpenOption.CREATE_NEW))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(server.bytes("a/b.bin")).isEqualTo(SMALL);
    assertThat(server.openUploads()).isZero();
  }

  @Test
  void a_new_file_that_somebody_else_is_writing_at_the_moment_may_be_written_again() {
    always(409, ScriptedS3.Request::completes);
    assertThatThrownBy(() -> write(IN_PARTS, StandardOpenOption.CREATE_NEW))
        .isInstanceOf(WriteConflictException.class);

    always(409, request -> request.writes("b.bin"));
    assertThatThrownBy(() -> write(SMALL, StandardOpenOption.CREATE_NEW))
        .isInstanceOf(WriteConflictException.class)
        .hasMessageContaining(file + ": another job was writing it at the same moment: run again");

    assertThat(server.keys()).isEmpty();
    assertThat(server.openUploads()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {503, ScriptedS3.CUT_WHILE_SENT, ScriptedS3.CUT_WHILE_ANSWERED})
  void what_goes_wrong_once_in_the_middle_is_sent_again(int what) throws IOException {
    once(what, request -> request.writesPart(2));
    write(IN_PARTS, StandardOpenOption.CREATE);
    assertThat(server.bytes("a/b.bin")).isEqualTo(IN_PARTS);

    once(what, request -> request.writes("b.bin"));
    write(SMALL, StandardOpenOption.CREATE);
    assertThat(server.bytes("a/b.bin")).isEqualTo(SMALL);
    assertThat(server.openUploads()).isZero();
  }

  @Test
  void a_server_that_stays_busy_ends_the_job_in_a_line() {
    always(503, request -> request.writesPart(2));
    assertNothingStored(IN_PARTS, "the server is too busy (SlowDown)");

    always(503, request -> request.writes("b.bin"));
    assertNothingStored(SMALL, "the server is too busy (SlowDown)");
  }

  @Test
  void a_connection_that_is_always_cut_ends_the_job_in_a_line() {
    always(ScriptedS3.CUT_WHILE_SENT, request -> request.writesPart(2));
    assertNothingStored(IN_PARTS, "the connection was cut");

    always(ScriptedS3.CUT_WHILE_SENT, request -> request.writes("b.bin"));
    assertNothingStored(SMALL, "the connection was cut");
  }

  @Test
  void what_is_cut_in_the_middle_of_being_read_is_whole_or_fails() throws IOException {
    server.put("a/b.bin", SMALL);
    once(ScriptedS3.CUT_WHILE_ANSWERED, request -> request.reads("b.bin"));
    assertThat(Files.readAllBytes(file)).isEqualTo(SMALL);

    always(ScriptedS3.CUT_WHILE_ANSWERED, request -> request.reads("b.bin"));
    assertThatThrownBy(() -> Files.readAllBytes(file))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(file + " cannot be read: the connection was cut");
    assertThatThrownBy(() -> LocalCopy.of(file)).isInstanceOf(PipelineException.class);
  }

  /** As Iceberg reads tables by itself. */
  @Test
  void so_is_what_is_read_of_a_table() throws IOException {
    server.put("a/b.bin", SMALL);
    try (S3FileIO io = new S3FileIO()) {
      io.initialize(StorageSettings.ofS3(server.settings()));
      once(ScriptedS3.CUT_WHILE_ANSWERED, request -> request.reads("b.bin"));
      try (InputStream in = io.newInputFile(file.toString()).newStream()) {
        assertThat(in.readAllBytes()).isEqualTo(SMALL);
      }

      always(ScriptedS3.CUT_WHILE_ANSWERED, request -> request.reads("b.bin"));
      try (InputStream in = io.newInputFile(file.toString()).newStream()) {
        assertThatThrownBy(in::readAllBytes)
            .isInstanceOf(SocketException.class)
            .satisfies(cut -> assertThat(StorageFailure.isOutOfReach(cut)).isTrue());
      }
    }
  }
}
