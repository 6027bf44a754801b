package org.trustbench.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustbench.PipelineException;
import org.trustbench.support.ScriptedS3;

/** Objects that somebody else replaces, or has stored before. */
class ReplacedObjectTest {
  private final ScriptedS3 server = ScriptedS3.start();
  private final Path folder = Place.of("s3://" + ScriptedS3.BUCKET + "/sent");
  private final Path file = folder.resolve("judgements.csv");

  @BeforeEach
  void use() {
    server.put("sent/judgements.csv", "C1,yes".getBytes(UTF_8));
    server.use();
  }

  @AfterEach
  void close() {
    StorageSettings.from(() -> new StorageSettings.Values(Map.of(), Map.of()));
    server.close();
  }

  private void replace(String text) {
    server.put("sent/judgements.csv", text.getBytes(UTF_8));
  }

  private static final String REPLACED =
      "s3://figures/sent/judgements.csv cannot be read: it was replaced while it was being read:"
          + " run again when all is there";

  @Test
  void one_that_is_replaced_between_a_list_and_its_reading_ends_the_job() throws IOException {
    List<Path> listed;
    try (Stream<Path> files = Files.list(folder)) {
      listed = files.toList();
    }
    replace("C1,no\nC2,no\nC3,no");

    assertThatThrownBy(() -> Files.readString(listed.get(0)))
        .isInstanceOf(PipelineException.class)
        .hasMessage(REPLACED);
  }

  @Test
  void one_that_is_replaced_between_two_readings_of_it_ends_the_job() throws IOException {
    try (var first = Files.newByteChannel(file)) {
      first.read(ByteBuffer.allocate(2));
    }
    replace("C1,nay");

    try (var second = Files.newByteChannel(file)) {
      assertThatThrownBy(() -> second.position(3).read(ByteBuffer.allocate(3)))
          .isInstanceOf(PipelineException.class)
          .hasMessage(REPLACED);
    }
  }

  @Test
  void what_the_job_itself_has_written_is_read_as_it_is_now() throws IOException {
    assertThat(Files.readString(file)).isEqualTo("C1,yes");

    Files.writeString(file, "C1,no");

    assertThat(Files.readString(file)).isEqualTo("C1,no");
  }

  @Test
  void a_new_file_is_not_written_over_one_that_is_there() {
    assertThatThrownBy(() -> Files.writeString(file, "C1,no", StandardOpenOption.CREATE_NEW))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(server.bytes("sent/judgements.csv")).asString(UTF_8).isEqualTo("C1,yes");
  }

  @Test
  void a_server_without_conditional_requests_is_told() {
    server.script(request -> request.headers().containsKey("if-none-match") ? 501 : 0);

    assertThatThrownBy(
            () -> Files.writeString(folder.resolve("new"), "x", StandardOpenOption.CREATE_NEW))
        .hasMessageContaining("the server knows no conditional requests");
  }
}
