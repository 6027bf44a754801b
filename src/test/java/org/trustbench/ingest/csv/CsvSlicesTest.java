package org.trustbench.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.Sent;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.support.LandingFolder;
import org.trustbench.tasks.TaskRunner;

/** Files of an extract are cut between lines, and every slice is read below the header. */
class CsvSlicesTest {
  private static final Layout LONG =
      Sent.CODEBOOK.framework().layouts().stream()
          .filter(layout -> layout.id().equals("long"))
          .findFirst()
          .orElseThrow();
  private static final String HEADER = "School,Case,Stage,Item,Result";

  @TempDir Path folder;

  private static String rows(String end) {
    return IntStream.range(0, 40)
        .mapToObj(i -> "Hill,C%d,late,Q1,J".formatted(i))
        .collect(Collectors.joining(end, HEADER + end, ""));
  }

  private List<FileSlice> cut(String name, byte[] bytes, long size) throws IOException {
    new LandingFolder(folder).file(name, bytes);
    Submission extract = ExtractSubmission.of(List.of(folder.resolve(name)), "long");
    return CsvSlices.of(
        extract.files(), file -> true, file -> ReadOptions.of(LONG), size, TaskRunner.here());
  }

  private List<FileSlice> cut(String text, long size) throws IOException {
    return cut("long.csv", text.getBytes(StandardCharsets.UTF_8), size);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 18, 19, 20, 100, 333, 700})
  void slices_hold_every_line_once_and_number_them_as_the_file_does(long size)
      throws IOException, Refusal {
    for (String end : List.of("\n", "\r\n")) {
      String text = rows(end);
      List<FileSlice> slices = cut(text, size);

      assertThat(slices.get(0).isDigest()).isTrue();
      assertThat(slices).hasSizeGreaterThan(2);
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      int line = 2;
      for (FileSlice slice : slices.subList(1, slices.size())) {
        try (InputStream in = slice.open()) {
          in.skipNBytes(slice.header().length);
          in.transferTo(lines);
        }
        try (CsvTable table = CsvTable.of(slice, ReadOptions.of(LONG))) {
          while (table.next()) {
            assertThat(table.line()).isEqualTo(line);
            assertThat(table.cell(1)).isEqualTo("C" + (line - 2));
            line++;
          }
        }
      }
      assertThat(HEADER + end + lines.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void a_file_that_is_packed_or_whose_lines_end_otherwise_is_read_in_one() throws IOException {
    assertThat(cut("long.csv.gz", LandingFolder.gzip(rows("\n")), 50))
        .singleElement()
        .matches(FileSlice::isWhole);
    assertThat(cut(rows("\r"), 50)).singleElement().matches(FileSlice::isWhole);
    assertThat(cut(rows("\n").replace("C7,", "C7\r,"), 50))
        .singleElement()
        .matches(FileSlice::isWhole);
  }

  @Test
  void a_header_of_several_lines_is_found() throws IOException {
    String text = rows("\n").replace("Result", "Result,\"a\nnote, \"\"as\"\" sent\"");

    assertThat(cut(text, 60).get(1).header())
        .asString(StandardCharsets.UTF_8)
        .endsWith("\"\"as\"\" sent\"\n");
  }
}
