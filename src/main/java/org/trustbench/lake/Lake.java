package org.trustbench.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.framework.Framework;
import org.trustbench.lake.catalog.EarlierShapeException;
import org.trustbench.lake.catalog.LakeLock;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.catalog.PostgresDriver;
import org.trustbench.lake.file.HadoopUser;
import org.trustbench.lake.file.LocalFileIO;
import org.trustbench.lake.file.LostFileException;
import org.trustbench.lake.maintain.Maintenance;
import org.trustbench.lake.read.InspectionSource;
import org.trustbench.lake.read.Present;
import org.trustbench.lake.read.RowsOfSubmissions;
import org.trustbench.lake.release.PublishedRelease;
import org.trustbench.lake.release.RememberedReleases;
import org.trustbench.lake.repair.FileCheck;
import org.trustbench.lake.repair.Replacement;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.FrameworksTable;
import org.trustbench.lake.table.JudgementsTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.ScoringsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.table.SuppressedTable;
import org.trustbench.lake.table.TalliesTable;
import org.trustbench.lake.write.InspectionWriter;
import org.trustbench.lake.write.RowWriter;
import org.trustbench.message.FailureCause;
import org.trustbench.tally.Tally;

/**
 * The lake of one framework: Iceberg tables in a catalog. Judgements are content-addressed: their
 * rows carry the hash of the submission they came from and the id of the ingest that wrote them,
 * made anew by each attempt. Everyone reads through {@code submissions}, which names both: its
 * commit is the only moment at which anything changes for a reader, and what it does not name
 * counts nowhere.
 */
public final class Lake implements AutoCloseable {
  private final Framework framework;
  private final LakeTables tables;
  private final RememberedReleases releases;
  private final RowsOfSubmissions rows;

  private Lake(Framework framework, LakeTables tables) {
    this.framework = framework;
    this.tables = tables;
    this.releases = new RememberedReleases(tables);
    this.rows = new RowsOfSubmissions(tables);
  }

  private static Lake prepared(Catalog catalog, Framework framework, LakeLock lock) {
    LakeTables tables = new LakeTables(catalog, LakeTables.namespace(framework), lock);
    tables.prepare(SubmissionsTable.DEFINITION);
    tables.prepare(FilesTable.DEFINITION, StoredRows.INGEST);
    tables.prepare(CasesTable.definition(framework.attributes()), StoredRows.INGEST);
    tables.prepare(JudgementsTable.DEFINITION, StoredRows.INGEST);
    tables.prepare(RejectsTable.DEFINITION, StoredRows.INGEST);
    tables.prepare(TalliesTable.DEFINITION, StoredRows.INGEST, "framework_hash");
    tables.prepare(ScoringsTable.DEFINITION);
    tables.prepare(FrameworksTable.DEFINITION);
    tables.prepare(SuppressedTable.DEFINITION);
    Failpoint.LAKE_MADE.reached();
    return new Lake(framework, tables);
  }

  /**
   * Opens the lake and makes the tables that it lacks.
   *
   * @param properties Iceberg's properties of the catalog
   * @param hadoop settings of Hadoop's file systems; null where they are not used
   * @throws EarlierShapeException if an earlier version made it
   */
  public static Lake open(
      Framework framework, Map<String, String> properties, Map<String, String> hadoop) {
    Configuration configuration = null;
    if (hadoop != null) {
      HadoopUser.ensureRuns();
      configuration = new Configuration();
      hadoop.forEach(configuration::set);
    }
    PostgresDriver.loadFor(properties);
    String folder = properties.get(LocalFileIO.ROOT);
    LakeLock lock = LakeLock.shared(folder == null ? null : Path.of(folder));
    try {
      return opened(framework, properties, configuration, lock);
    } catch (RuntimeException | LinkageError e) {
      lock.close();
      throw e;
    }
  }

  private static Lake opened(
      Framework framework,
      Map<String, String> properties,
      Configuration configuration,
      LakeLock lock) {
    for (int i = 1; ; i++) {
      try {
        Catalog catalog = CatalogUtil.buildIcebergCatalog("lake", properties, configuration);
        return prepared(catalog, framework, lock);
      } catch (UncheckedSQLException e) {
        if (!LakeTables.isRaced(e) || i == LakeTables.ATTEMPTS) {
          throw PipelineException.failed(
              "the lake's catalog %s cannot be opened: %s"
                  .formatted(
                      String.valueOf(properties.get("uri")).replaceFirst("[?;].*", ""),
                      FailureCause.of(e)),
              e);
        }
      }
    }
  }

  public Framework framework() {
    return framework;
  }

  /** What tells the key apart that case ids were stored under; empty before the first. */
  public Optional<String> keyFingerprint() {
    return keyFingerprint(history());
  }

  /** The same of all that the lake knows at some moment: it keeps to the key it began with. */
  public static Optional<String> keyFingerprint(List<SubmissionsTable.Row> known) {
    return known.stream()
        .map(SubmissionsTable.Row::keyFingerprint)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The same tables, with the tallies of another version of the framework. */
  public Lake with(Framework version) {
    return new Lake(version, tables);
  }

  /** What readers see now. */
  public Present present() {
    Snapshot current = tables.refreshed(SubmissionsTable.DEFINITION.name()).currentSnapshot();
    return current == null ? new Present(0, List.of()) : presentAt(current.snapshotId());
  }

  /** What readers saw when a snapshot of {@code submissions} was current. */
  public Present presentAt(long snapshot) {
    return new Present(snapshot, historyAt(snapshot));
  }

  /** Every submission the lake knew of when a snapshot of {@code submissions} was current. */
  public List<SubmissionsTable.Row> historyAt(long snapshot) {
    return tables.readAt(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, snapshot);
  }

  /** Every submission the lake knows of, those of the past too. */
  public List<SubmissionsTable.Row> history() {
    return tables.read(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, null);
  }

  /** Remembers what a release is made from, unless it is remembered already. */
  public void remember(PublishedRelease release) {
    releases.remember(release, framework);
  }

  /** What public releases have withheld of each inspection. */
  public List<SuppressedTable.Row> suppressed() {
    return tables.read(SuppressedTable.DEFINITION.name(), SuppressedTable::row, null);
  }

  /**
   * Remembers what a public release withholds, before anybody can see it.
   *
   * @param change gives what is to be known by what is; it throws where the release must not be
   */
  public void rememberSuppressed(UnaryOperator<List<SuppressedTable.Row>> change) {
    tables.replaceRows(SuppressedTable.DEFINITION, SuppressedTable::row, change);
  }

  /** A release that was remembered. */
  public PublishedRelease release(String id) {
    return releases
        .find(id)
        .orElseThrow(
            () ->
                PipelineException.usage(
                    "release \"%s\" is none that this lake remembers: it remembers %s"
                        .formatted(id, releases.ids())));
  }

  /** Every release that was remembered, in the order of their ids. */
  public List<PublishedRelease> releases() {
    return releases.ids().stream().map(this::release).toList();
  }

  /** Looks at every file that the tables rest on, of whatever catalog they are. */
  public FileCheck.Found checkedFiles() {
    return FileCheck.ofTables(tables.all());
  }

  /**
   * What writes damaged data files anew.
   *
   * @param needed what the present or a release rests on
   */
  public Replacement replacement(Collection<SubmissionsTable.Row> needed) {
    return new Replacement(tables, needed);
  }

  /** The files of the framework that a release was made with. */
  public List<Framework.SourceFile> frameworkOf(PublishedRelease release) {
    return releases.framework(release.frameworkHash());
  }

  /** The accounts of the files of some submissions. */
  public List<FilesTable.Row> files(Collection<StoredRows> named) {
    return rows.files(named);
  }

  /** The rejects of some submissions. */
  public List<RejectsTable.Row> rejects(Collection<StoredRows> named) {
    return rows.rejects(named);
  }

  /** The tallies of some submissions, made with this lake's framework. */
  public Map<StoredRows, List<Tally>> tallies(Collection<StoredRows> named) {
    return rows.tallies(named, framework.hash());
  }

  /**
   * Names the rows that a release was made from.
   *
   * @param releaseId of a release that this lake need not remember
   * @param hash the submission that the release names
   */
  public Optional<StoredRows> stored(String releaseId, String hash) {
    Stream<SubmissionsTable.Row> ofRelease =
        releases.find(releaseId).stream()
            .flatMap(release -> historyAt(release.submissionsSnapshot()).stream());
    return Stream.concat(ofRelease, history().stream())
        .filter(row -> row.submissionHash().equals(hash))
        .map(SubmissionsTable.Row::stored)
        .findFirst();
  }

  /**
   * What tasks write inspections with.
   *
   * @param ingestId made anew by each attempt
   */
  public InspectionWriter inspectionWriter(String ingestId) {
    return new InspectionWriter(
        framework,
        ingestId,
        new RowWriter(tables.get("cases")),
        new RowWriter(tables.get("judgements")),
        new RowWriter(tables.get("rejects")),
        new RowWriter(tables.get("tallies")));
  }

  /**
   * Makes sure, by their sizes alone, that the files of cases, judgements, rejects and tallies are
   * there.
   *
   * @throws LostFileException if one is missing or shortened
   */
  public void checkFiles() {
    for (String name : List.of("cases", "judgements", "rejects", "tallies")) {
      Table table = tables.refreshed(name);
      if (table.io() instanceof LocalFileIO) {
        for (DataFile file : LakeTables.dataFiles(table)) {
          LocalFileIO.checkSize(table.io().newInputFile(file.location()), file.fileSizeInBytes());
        }
      }
    }
  }

  /** What tasks read stored inspections with. */
  public InspectionSource inspectionSource() {
    return new InspectionSource(framework, tables);
  }

  /**
   * Adds what one ingest wrote beside all that is there. No reader sees any of it before {@code
   * submissions} names it.
   *
   * @param files the accounts of files
   */
  public void append(
      String ingestId, List<InspectionWriter.Written> written, List<FilesTable.Row> files) {
    tables.append("cases", ingestId, files(written, InspectionWriter.Written::cases));
    Failpoint.CASES_APPENDED.reached();
    tables.append("judgements", ingestId, files(written, InspectionWriter.Written::judgements));
    Failpoint.JUDGEMENTS_APPENDED.reached();
    tables.append("rejects", ingestId, files(written, InspectionWriter.Written::rejects));
    Failpoint.REJECTS_APPENDED.reached();
    tables.append("tallies", ingestId, files(written, InspectionWriter.Written::tallies));
    Failpoint.TALLIES_APPENDED.reached();
    try {
      DataFile counted =
          new RowWriter(tables.get("files"))
              .write(FilesTable.DEFINITION, files.iterator(), ingestId);
      tables.append("files", ingestId, counted == null ? List.of() : List.of(counted));
    } catch (IOException e) {
      throw PipelineException.failed("the lake cannot be written: " + e.getMessage(), e);
    }
    Failpoint.FILES_COUNTED.reached();
  }

  /**
   * Adds tallies of submissions that are stored already, and has them count in one commit, unless
   * another scoring under the same framework was first.
   *
   * @param scoringId made anew by each attempt; what the tallies were written under
   */
  public void appendTallies(
      String scoringId, Collection<StoredRows> scored, List<InspectionWriter.Written> written) {
    tables.append("tallies", scoringId, files(written, InspectionWriter.Written::tallies));
    Failpoint.TALLIES_APPENDED.reached();
    List<ScoringsTable.Row> added =
        scored.stream()
            .map(stored -> new ScoringsTable.Row(stored, framework.hash(), scoringId))
            .toList();
    tables.replaceRows(
        ScoringsTable.DEFINITION, ScoringsTable::row, known -> ScoringsTable.with(known, added));
  }

  /**
   * The commit: changes which submissions are current, starting from those that are. When another
   * run has committed meanwhile, the change is made again on what that run left.
   */
  public void commit(UnaryOperator<List<SubmissionsTable.Row>> change) {
    tables.replaceRows(SubmissionsTable.DEFINITION, SubmissionsTable::row, change);
    Failpoint.SUBMISSIONS_COMMITTED.reached();
  }

  /**
   * Clears away what neither the present nor any release needs.
   *
   * @param before what is younger stays
   */
  public Maintenance.Cleared maintain(Instant before) {
    return new Maintenance(tables, releases, before).run();
  }

  /**
   * Clears away the same however young it is, while no other job is at an embedded lake.
   *
   * @param what is being done, in the words of whoever asked for it
   * @throws PipelineException if another job is at it
   */
  public Maintenance.Cleared maintainAlone(String what) {
    AtomicReference<Maintenance.Cleared> cleared = new AtomicReference<>();
    tables.lock().alone(what, () -> cleared.set(maintain(Instant.now())));
    return cleared.get();
  }

  @Override
  public void close() {
    tables.close();
  }

  private static List<DataFile> files(
      List<InspectionWriter.Written> written, Function<InspectionWriter.Written, DataFile> file) {
    return written.stream().map(file).filter(Objects::nonNull).toList();
  }
}
