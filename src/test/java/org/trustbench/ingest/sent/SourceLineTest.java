package org.trustbench.ingest.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.support.LandingFolder;

/** A line of what was sent is found again in the encoding that its layout names. */
class SourceLineTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "UTF-16LE"})
  void a_line_in_any_encoding(String charset) {
    byte[] bytes = "School,Case\nHill,é1\nDale,C2\n".getBytes(Charset.forName(charset));
    new LandingFolder(folder).file("long.csv", bytes);
    Submission extract = ExtractSubmission.of(List.of(folder.resolve("long.csv")), "long");
    ReadOptions options = new ReadOptions(charset, null, 0, null, null);

    SourceLine line = SourceLine.find(List.of(extract), "long.csv", 2, options);

    assertThat(line.header()).isEqualTo("School,Case");
    assertThat(line.text()).isEqualTo("Hill,é1");
  }
}
