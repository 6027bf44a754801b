package org.trustbench.lake.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.lake.Lake;
import org.trustbench.lake.catalog.EmbeddedCatalog;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.file.LocalFileIO;
import org.trustbench.lake.release.PublishedRelease;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.lake.write.InspectionWriter.Accepted;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.StoredSubmission;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;

/** What is cleared away, and what stays. Every submission here is one case with one judgement. */
class MaintenanceTest {
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final Codebook CODEBOOK = new Codebook(FRAMEWORK);
  private static final Instant ALL = Instant.now().plusSeconds(3600);
  private static final String INGEST = "ingest-of-";
  private static final String LONG_AGO = "2020-01-01T00:00:00Z";

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = LakeFolder.open(FRAMEWORK, folder);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private void append(String hash) throws IOException {
    JudgementMatrix matrix = new JudgementMatrix(FRAMEWORK.questions().size());
    matrix.addCase(
        new CaseRow(
            "C1", "lesson", new ArrayList<>(java.util.Arrays.asList("late", "low", null)), 0, 2));
    matrix.place(0, 0, CODEBOOK.answer("yes"), 0, 2);
    Written written =
        lake.inspectionWriter(INGEST + hash)
            .write(
                CODEBOOK,
                List.of(
                    new Accepted(
                        hash,
                        "H-1",
                        matrix,
                        List.of("judgements.csv"),
                        new Tallier(CODEBOOK).tally("H-1", matrix))),
                List.of());
    lake.appends()
        .append(
            INGEST + hash,
            List.of(written),
            List.of(
                new FilesTable.Row(
                    new StoredRows(hash, INGEST + hash),
                    new FileAccount("judgements.csv", "", 1, 1, 1, 0, 0, 0, 1))));
  }

  private static Row row(String hash, String status, long revision, String until) {
    return StoredSubmission.of(
        new StoredRows(hash, INGEST + hash),
        null,
        SubmissionStatus.of(status),
        new Revision(
            revision,
            Optional.of(LONG_AGO),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(until).map(at -> new Revision.End(at, Optional.empty()))));
  }

  private void commit(Row... rows) {
    lake.submissions().commit(known -> List.of(rows));
  }

  private Set<Object> stored(String table) {
    return LakeFolder.rows(folder, "schools", table).stream()
        .map(row -> row.get("submission_hash"))
        .collect(Collectors.toSet());
  }

  private void remember(String release) {
    lake.releases()
        .add(
            new PublishedRelease(
                release, "1", FRAMEWORK.hash(), "{}", lake.submissions().present().snapshot()),
            FRAMEWORK);
  }

  @Test
  void rows_that_neither_the_present_nor_a_release_names_are_removed() throws IOException {
    append("a");
    commit(row("a", "accepted", 1, null));
    remember("published");
    append("b");
    commit(row("a", "replaced", 1, LONG_AGO), row("b", "accepted", 2, null));
    append("c");
    commit(
        row("a", "replaced", 1, LONG_AGO),
        row("b", "replaced", 2, LONG_AGO),
        row("c", "accepted", 3, null));

    assertThat(lake.maintain(ALL).submissions()).isEqualTo(1);

    for (String table : List.of("cases", "judgements", "tallies", "files")) {
      assertThat(stored(table)).as(table).containsExactlyInAnyOrder("a", "c");
    }
    assertThat(lake.submissions().history()).as("that it was there is still known").hasSize(3);
    assertThat(
            lake.submissions()
                .presentAt(lake.releases().get("published").submissionsSnapshot())
                .submissions())
        .extracting(Row::submissionHash)
        .containsExactly("a");
  }

  @Test
  void a_withdrawn_submission_stays_so_that_it_can_come_back() throws IOException {
    append("a");
    commit(row("a", "withdrawn", 1, LONG_AGO));

    assertThat(lake.maintain(ALL).submissions()).isZero();
    assertThat(stored("judgements")).containsExactly("a");
  }

  @Test
  void what_a_run_in_flight_has_appended_is_left_alone() throws IOException {
    append("a");
    Instant begun = Instant.now().minusSeconds(60);

    assertThat(lake.maintain(begun).submissions()).isZero();
    assertThat(stored("judgements")).containsExactly("a");

    assertThat(lake.maintain(ALL).submissions()).isEqualTo(1);
    assertThat(stored("judgements")).isEmpty();
  }

  @Test
  void what_has_only_just_become_the_past_is_left_to_those_who_read_it() throws IOException {
    append("a");
    String now = Instant.now().toString();
    commit(row("a", "replaced", 1, now));

    assertThat(lake.maintain(Instant.now().minusSeconds(60)).submissions()).isZero();
    assertThat(stored("judgements")).containsExactly("a");
  }

  @Test
  void snapshots_expire_except_those_of_releases() throws IOException {
    append("a");
    commit(row("a", "accepted", 1, null));
    remember("published");
    commit(row("a", "withdrawn", 1, LONG_AGO));
    commit(row("a", "accepted", 1, null));

    assertThat(lake.maintain(ALL).snapshots()).isEqualTo(1);

    assertThat(snapshots("submissions")).isEqualTo(2);
    assertThat(
            lake.submissions()
                .presentAt(lake.releases().get("published").submissionsSnapshot())
                .submissions())
        .hasSize(1);
    assertThat(lake.maintain(ALL)).isEqualTo(new Maintenance.Cleared(0, 0, 0, 0));
  }

  private long snapshots(String table) {
    try (var catalog = catalog()) {
      return StreamSupport.stream(table(catalog.catalog(), table).snapshots().spliterator(), false)
          .count();
    }
  }

  @Test
  void files_that_no_table_knows_of_are_removed_when_they_are_old() throws IOException {
    append("a");
    commit(row("a", "accepted", 1, null));
    Path data;
    try (var paths = Files.walk(folder.resolve("warehouse"))) {
      data =
          paths
              .filter(path -> path.toString().contains("judgements"))
              .filter(path -> path.toString().endsWith(".parquet"))
              .findFirst()
              .orElseThrow();
    }
    Path orphan = Files.copy(data, data.resolveSibling("left-behind.parquet"));

    assertThat(lake.maintain(Instant.now().minusSeconds(60)).orphans()).isZero();
    assertThat(orphan).exists();
    assertThat(lake.maintain(ALL).orphans()).isEqualTo(1);

    assertThat(orphan).doesNotExist();
    assertThat(data).exists();
    assertThat(stored("judgements")).containsExactly("a");
    assertThat(lake.submissions().present().submissions()).hasSize(1);
  }

  @Test
  void small_files_of_a_partition_become_one_with_the_same_rows() throws IOException {
    append("a");
    commit(row("a", "accepted", 1, null));
    Object before;
    try (var catalog = catalog()) {
      Table judgements = table(catalog.catalog(), "judgements");
      DataFile file = LakeTables.dataFiles(judgements).get(0);
      LocalFileIO io = (LocalFileIO) judgements.io();
      String more = file.location().replaceFirst("[^/]*$", "more.parquet");
      try (var out = io.newOutputFile(more).create()) {
        Files.copy(io.path(file.location()), out);
      }
      judgements
          .newAppend()
          .appendFile(
              org.apache.iceberg.DataFiles.builder(judgements.spec())
                  .copy(file)
                  .withPath(more)
                  .build())
          .commit();
      before = LakeFolder.rows(folder, "schools", "judgements");
    }
    assertThat((List<?>) before).hasSize(2);

    assertThat(lake.maintain(ALL).compactedPartitions()).isEqualTo(1);

    try (var catalog = catalog()) {
      assertThat(LakeTables.dataFiles(table(catalog.catalog(), "judgements"))).hasSize(1);
    }
    assertThat(LakeFolder.rows(folder, "schools", "judgements")).isEqualTo(before);
  }

  /** A second look at the catalog, past the program. */
  private record Opened(Catalog catalog) implements AutoCloseable {
    @Override
    public void close() {
      try {
        ((AutoCloseable) catalog).close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Opened catalog() {
    return new Opened(
        CatalogUtil.buildIcebergCatalog("lake", EmbeddedCatalog.properties(folder), null));
  }

  private static Table table(Catalog catalog, String name) {
    return catalog.loadTable(TableIdentifier.of("schools", name));
  }
}
