package org.trustbench.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.io.PositionOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of Hadoop is as it was until a new one is whole. */
class WholeHadoopFilesTest {
  @TempDir Path folder;

  @Test
  void a_reader_sees_the_earlier_file_or_the_new_one() throws IOException {
    Path file = folder.resolve("latest.json");
    Files.writeString(file, "earlier");
    WholeHadoopFiles files = new WholeHadoopFiles(new Configuration());

    try (PositionOutputStream out =
        files.newOutputFile(file.toUri().toString()).createOrOverwrite()) {
      out.write("new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      out.flush();
      assertThat(file).hasContent("earlier");
    }

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**/.latest*json-*[0-9a-f]");
  }
}
