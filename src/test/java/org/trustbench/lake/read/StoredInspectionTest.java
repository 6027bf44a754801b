package org.trustbench.lake.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.lake.Lake;
import org.trustbench.lake.catalog.EmbeddedCatalog;
import org.trustbench.lake.catalog.IcebergSchemas;
import org.trustbench.lake.file.LocalFileIO;
import org.trustbench.lake.table.JudgementsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.write.InspectionWriter.Accepted;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.RandomMatrix;
import org.trustbench.tally.Tallier;

/** An inspection comes back as it was written: from its files, and record by record. */
class StoredInspectionTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final Codebook CODEBOOK = new Codebook(FRAMEWORK);

  @TempDir Path folder;

  private static Written write(Lake lake, String hash, JudgementMatrix matrix) throws IOException {
    return lake.inspectionWriter("ingest-of-" + hash)
        .write(CODEBOOK, List.of(accepted(hash, "I-1", matrix)), List.of());
  }

  private static Accepted accepted(String hash, String inspection, JudgementMatrix matrix) {
    return new Accepted(
        hash,
        inspection,
        matrix,
        List.of("cases.csv", "judgements.csv"),
        new Tallier(CODEBOOK).tally(inspection, matrix));
  }

  /** What was written of one submission, from the files themselves. */
  private static StoredInspection read(Lake lake, Written written, String hash) throws IOException {
    return lake.inspectionSource().stored(CODEBOOK, written, Set.of(hash)).get(hash);
  }

  /** What a matrix holds of cases that count, by case id. */
  private static List<String> cells(JudgementMatrix matrix) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < matrix.cases().size(); c++) {
      CaseRow row = matrix.cases().get(c);
      if (matrix.isRejected(c)) {
        continue;
      }
      cells.add(row.id() + row.evidence() + row.attributes() + row.file() + ":" + row.line());
      for (int q = 0; q < matrix.questions(); q++) {
        if (matrix.answer(c, q) >= 0) {
          cells.add(
              "%s %d %d %d:%d"
                  .formatted(
                      row.id(), q, matrix.answer(c, q), matrix.file(c, q), matrix.line(c, q)));
        }
      }
    }
    return cells;
  }

  @Test
  void an_inspection_comes_back_from_its_files_and_from_the_lake() throws IOException {
    Random random = new Random(3);
    try (Lake lake = LakeFolder.open(FRAMEWORK, folder)) {
      for (int cases : new int[] {1, 2, 40, 900}) {
        String hash = "h" + cases;
        JudgementMatrix matrix = RandomMatrix.of(CODEBOOK, cases, random);
        Written written = write(lake, hash, matrix);
        StoredInspection stored = read(lake, written, hash);
        assertThat(cells(stored.matrix())).isEqualTo(cells(matrix));
        assertThat(stored.tallies()).isEqualTo(new Tallier(CODEBOOK).tally("I-1", matrix));
        assertThat(stored.judgements().repeated()).isEmpty();
        assertThat(stored.judgements().ofNoCase()).isEmpty();
        assertThat(stored.judgements().notOfForm()).isEmpty();

        lake.appends().append("ingest-of-" + hash, List.of(written), List.of());
        StoredInspection standing =
            lake.inspectionSource().stored(CODEBOOK, new StoredRows(hash, "ingest-of-" + hash));
        assertThat(cells(standing.matrix())).isEqualTo(cells(matrix));
        assertThat(standing.cases()).isEqualTo(stored.cases());
      }
    }
  }

  @Test
  void second_readings_and_inspectors_come_back_and_only_of_the_inspection_that_has_them()
      throws IOException {
    JudgementMatrix twice = RandomMatrix.of(CODEBOOK, 40, new Random(6));
    JudgementMatrix once = RandomMatrix.of(CODEBOOK, 40, new Random(7));
    int c = 0;
    while (twice.isRejected(c)) {
      c++;
    }
    twice.of(Reading.SECOND).place(c, 3, 1, 1, 77);
    twice.of(Reading.SECOND).judgedBy(c, 3, twice.inspector("b"));
    int question = 0;
    while (twice.answer(c, question) < 0) {
      question++;
    }
    twice.judgedBy(c, question, twice.inspector("a"));
    try (Lake lake = LakeFolder.open(FRAMEWORK, folder)) {
      Written files =
          lake.inspectionWriter("ingest")
              .write(
                  CODEBOOK,
                  List.of(accepted("h2", "I-2", twice), accepted("h1", "I-1", once)),
                  List.of());
      lake.appends().append("ingest", List.of(files), List.of());
      Map<StoredRows, StoredInspection> standing =
          lake.inspectionSource()
              .stored(
                  CODEBOOK,
                  Set.of(new StoredRows("h1", "ingest"), new StoredRows("h2", "ingest")),
                  List.of());
      JudgementMatrix read = standing.get(new StoredRows("h2", "ingest")).matrix();
      int sameCase = read.caseNumber(twice.cases().get(c).id());
      JudgementMatrix second = read.of(Reading.SECOND);

      assertThat(cells(read)).isEqualTo(cells(twice));
      assertThat(read.inspectors().get(read.judgedBy(sameCase, question))).isEqualTo("a");
      assertThat(second.answer(sameCase, 3)).isEqualTo((byte) 1);
      assertThat(second.inspectors().get(second.judgedBy(sameCase, 3))).isEqualTo("b");
      assertThat(standing.get(new StoredRows("h1", "ingest")).matrix().hasSecond()).isFalse();
      assertThat(standing.get(new StoredRows("h2", "ingest")).judgements().count())
          .isEqualTo(read(lake, files, "h2").judgements().count());
    }
  }

  @Test
  void inspections_of_one_file_come_back_each_as_it_was_written() throws IOException {
    Random random = new Random(5);
    List<Accepted> written = new ArrayList<>();
    for (int cases : new int[] {1, 40, 2, 300, 3, 1}) {
      int number = 9 - written.size();
      written.add(accepted("h" + number, "I-" + number, RandomMatrix.of(CODEBOOK, cases, random)));
    }
    try (Lake lake = LakeFolder.open(FRAMEWORK, folder)) {
      Written files = lake.inspectionWriter("ingest").write(CODEBOOK, written, List.of());
      Map<String, StoredInspection> stored =
          lake.inspectionSource()
              .stored(CODEBOOK, files, Set.of("h9", "h8", "h7", "h6", "h5", "h4", "no such"));
      lake.appends().append("ingest", List.of(files), List.of());
      Map<String, StoredRows> named = new HashMap<>();
      for (Accepted one : written.subList(1, 5)) {
        named.put(one.inspectionId(), new StoredRows(one.hash(), "ingest"));
      }
      Map<StoredRows, StoredInspection> standing =
          lake.inspectionSource().stored(CODEBOOK, Set.copyOf(named.values()), named.keySet());

      for (Accepted one : written) {
        StoredInspection read = stored.get(one.hash());
        assertThat(cells(read.matrix())).isEqualTo(cells(one.matrix()));
        assertThat(read.tallies()).isEqualTo(one.tallies());
        assertThat(read.judgements().notOfForm()).isEmpty();
      }
      assertThat(stored.get("no such").judgements().count()).isZero();
      assertThat(standing.keySet()).containsExactlyInAnyOrderElementsOf(named.values());
      standing.forEach(
          (rows, read) ->
              assertThat(cells(read.matrix()))
                  .isEqualTo(cells(stored.get(rows.submissionHash()).matrix())));
    }
  }

  @Test
  void codes_and_records_of_a_file_fill_the_same_matrix() throws IOException {
    try (Lake lake = LakeFolder.open(FRAMEWORK, folder)) {
      JudgementMatrix matrix = RandomMatrix.of(CODEBOOK, 300, new Random(4));
      Written written = write(lake, "h", matrix);
      StoredInspection stored = read(lake, written, "h");
      Schema whole = IcebergSchemas.schema(JudgementsTable.DEFINITION);
      List<String> columns = new ArrayList<>(JudgementsTable.VARYING);
      columns.add("submission_hash");
      Schema wanted = new Schema(columns.stream().map(whole::findField).toList());
      StoredJudgements.Filling filling = new StoredJudgements.Filling(CODEBOOK, stored.cases());
      try (CloseableIterable<Record> records =
          Parquet.read(files().newInputFile(written.file("judgements").orElseThrow().location()))
              .project(wanted)
              .createReaderFunc(schema -> GenericParquetReaders.buildReader(wanted, schema))
              .build()) {
        StoredJudgements.Filling.add(
            new DictionaryRecords(records.iterator(), columns.size()),
            CODEBOOK,
            Reading.FIRST,
            Map.of("h", filling));
      }
      StoredJudgements byRecord = filling.filled();
      assertThat(cells(byRecord.matrix())).isEqualTo(cells(matrix));
      assertThat(byRecord.count()).isEqualTo(stored.judgements().count());
      assertThat(byRecord.files()).isEqualTo(stored.judgements().files());
    }
  }

  private LocalFileIO files() {
    LocalFileIO io = new LocalFileIO();
    io.initialize(EmbeddedCatalog.properties(folder));
    return io;
  }
}
