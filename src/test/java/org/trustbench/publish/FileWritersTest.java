package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.util.ZstdVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.Version;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Framework;

/** What writes the files of a release is part of its id. */
class FileWritersTest {
  @TempDir Path folder;

  @Test
  void it_names_what_parquet_files_say_that_wrote_them() throws Exception {
    ReleaseFolder release = SmallReleases.publish(folder, 5, 6, 7);
    Path file = release.folder().resolve("parquet/dim_trust/dim_trust.parquet");
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      assertThat(FileWriters.present())
          .startsWith(reader.getFooter().getFileMetaData().getCreatedBy() + ", zstd ");
    }
  }

  @Test
  void it_asks_the_libraries_that_are_there_and_not_those_it_was_compiled_with() throws Exception {
    try (InputStream in = FileWriters.class.getResourceAsStream("FileWriters.class")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain(Version.FULL_VERSION, "zstd " + ZstdVersion.VERSION)
          .doesNotContain(ZstdVersion.VERSION);
    }
  }

  @Test
  void other_writers_make_another_release() {
    Framework framework = Programmes.framework(Programmes.PROBATION);
    String now = FileWriters.named("parquet-mr version 1.16.0 (build a)", "1.5.7-6");

    assertThat(id(framework, FileWriters.named("parquet-mr version 1.15.2 (build b)", "1.5.7-6")))
        .isNotEqualTo(id(framework, now));
    assertThat(id(framework, FileWriters.named("parquet-mr version 1.16.0 (build a)", "1.5.6-9")))
        .isNotEqualTo(id(framework, now));
  }

  @Test
  void the_compression_of_java_is_known_by_what_it_makes() {
    assertThat(FileWriters.present()).matches(".*, deflate [0-9a-f]{8}");
    assertThat(FileWriters.present()).isEqualTo(FileWriters.present());
  }

  private static String id(Framework framework, String software) {
    return Release.id(framework, new Release.Inputs(software, Map.of(), Map.of(), Map.of()));
  }
}
