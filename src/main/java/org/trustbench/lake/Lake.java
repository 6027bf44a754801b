package org.trustbench.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.trustbench.Cause;
import org.trustbench.Failpoint;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.tally.Tally;

/**
 * The lake of one framework: Iceberg tables in a catalog. Judgements are content-addressed: their
 * rows carry the hash of the submission they came from, and everyone reads through {@code
 * submissions}, whose commit is the only moment at which anything changes for a reader.
 */
public final class Lake implements AutoCloseable {
  private static final String HASH = "submission_hash";
  private static final String KEY_FINGERPRINT = "trustbench.key-fingerprint";

  private final Framework framework;
  private final LakeTables tables;
  private final RememberedReleases releases;

  private Lake(Framework framework, LakeTables tables) {
    this.framework = framework;
    this.tables = tables;
    this.releases = new RememberedReleases(tables);
  }

  /** The namespace that holds the tables of a framework. */
  static Namespace namespace(Framework framework) {
    return Namespace.of(framework.id().replaceAll("[^A-Za-z0-9_]", "_"));
  }

  private static Lake prepared(Catalog catalog, Framework framework) {
    LakeTables tables = new LakeTables(catalog, namespace(framework));
    tables.prepare(SubmissionsTable.DEFINITION);
    tables.prepare(FilesTable.DEFINITION);
    tables.prepare(CasesTable.definition(framework.attributes()), HASH);
    tables.prepare(JudgementsTable.DEFINITION, HASH);
    tables.prepare(RejectsTable.DEFINITION, HASH);
    tables.prepare(TalliesTable.DEFINITION, HASH, "framework_hash");
    tables.prepare(FrameworksTable.DEFINITION);
    Failpoint.LAKE_MADE.reached();
    return new Lake(framework, tables);
  }

  /**
   * Opens the lake and makes the tables that it lacks.
   *
   * @param properties Iceberg's properties of the catalog
   * @param hadoop settings of Hadoop's file systems; null where they are not used
   */
  public static Lake open(
      Framework framework, Map<String, String> properties, Map<String, String> hadoop) {
    Configuration configuration = null;
    if (hadoop != null) {
      configuration = new Configuration();
      hadoop.forEach(configuration::set);
    }
    for (int i = 1; ; i++) {
      try {
        Catalog catalog = CatalogUtil.buildIcebergCatalog("lake", properties, configuration);
        return prepared(catalog, framework);
      } catch (UncheckedSQLException e) {
        if (!LakeTables.isRaced(e) || i == LakeTables.ATTEMPTS) {
          throw PipelineException.failed(
              "the lake's catalog %s cannot be opened: %s"
                  .formatted(
                      String.valueOf(properties.get("uri")).replaceFirst("[?;].*", ""),
                      Cause.of(e)),
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
    return tables.property("cases", KEY_FINGERPRINT);
  }

  /** Keeps the lake, which has no case yet, to one key. */
  public void keepToKey(String fingerprint) {
    tables.setProperty("cases", KEY_FINGERPRINT, fingerprint);
  }

  /** Whether any case is stored, of whatever submission. */
  public boolean hasCases() {
    return tables.refreshed("cases").currentSnapshot() != null;
  }

  /** The same tables, with the tallies of another version of the framework. */
  public Lake with(Framework version) {
    return new Lake(version, tables);
  }

  /**
   * What readers see: every inspection's present submission, and those refused or held.
   *
   * @param snapshot the snapshot of {@code submissions} that says so; 0 before the first
   */
  public record Present(long snapshot, List<SubmissionsTable.Row> history) {

    /** What stands: without the past. */
    public List<SubmissionsTable.Row> submissions() {
      return history.stream().filter(row -> !row.isPast()).toList();
    }
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

  /** The files of the framework that a release was made with. */
  public List<Framework.SourceFile> frameworkOf(PublishedRelease release) {
    return releases.framework(release.frameworkHash());
  }

  /** The accounts of the files of some submissions. */
  public List<FilesTable.Row> files(Set<String> hashes) {
    return tables.read(FilesTable.DEFINITION.name(), FilesTable::row, null).stream()
        .filter(row -> hashes.contains(row.submissionHash()))
        .toList();
  }

  /** The rejects of some submissions. */
  public List<RejectsTable.Row> rejects(Set<String> hashes) {
    return tables.read(RejectsTable.DEFINITION.name(), RejectsTable::row, within(hashes));
  }

  /** The tallies of some submissions, made with this lake's framework. */
  public List<TalliesTable.Row> tallies(Set<String> hashes) {
    Expression wanted =
        Expressions.and(Expressions.equal("framework_hash", framework.hash()), within(hashes));
    return tables.read(TalliesTable.DEFINITION.name(), TalliesTable::row, wanted);
  }

  /** What tasks write inspections with. */
  public InspectionWriter inspectionWriter() {
    return new InspectionWriter(
        framework,
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
        for (DataFile file : Maintenance.dataFiles(table)) {
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
   * Adds the files that tasks wrote. Rows of the same submissions that an earlier, unfinished run
   * left are replaced, so that doing it again changes nothing. No reader sees any of it yet.
   */
  public void append(Set<String> hashes, List<InspectionWriter.Written> written) {
    tables.replaceFiles("cases", within(hashes), files(written, InspectionWriter.Written::cases));
    Failpoint.CASES_APPENDED.reached();
    tables.replaceFiles(
        "judgements", within(hashes), files(written, InspectionWriter.Written::judgements));
    Failpoint.JUDGEMENTS_APPENDED.reached();
    tables.replaceFiles(
        "rejects", within(hashes), files(written, InspectionWriter.Written::rejects));
    Failpoint.REJECTS_APPENDED.reached();
    appendTallies(hashes, written);
  }

  /** Adds tallies alone, for submissions that are stored already. */
  public void appendTallies(Set<String> hashes, List<InspectionWriter.Written> written) {
    tables.replaceFiles(
        "tallies",
        Expressions.and(Expressions.equal("framework_hash", framework.hash()), within(hashes)),
        files(written, InspectionWriter.Written::tallies));
    Failpoint.TALLIES_APPENDED.reached();
  }

  /** Keeps the accounts of files of new submissions beside those of older ones. */
  public void addFiles(List<FilesTable.Row> rows) {
    Set<String> hashes = new HashSet<>();
    rows.forEach(row -> hashes.add(row.submissionHash()));
    tables.replaceRows(
        FilesTable.DEFINITION,
        FilesTable::row,
        known -> {
          List<FilesTable.Row> kept = new ArrayList<>(known);
          kept.removeIf(row -> hashes.contains(row.submissionHash()));
          kept.addAll(rows);
          return kept;
        });
    Failpoint.FILES_COUNTED.reached();
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

  @Override
  public void close() {
    tables.close();
  }

  private static List<DataFile> files(
      List<InspectionWriter.Written> written, Function<InspectionWriter.Written, DataFile> file) {
    return written.stream().map(file).filter(Objects::nonNull).toList();
  }

  private static Expression within(Set<String> hashes) {
    return hashes.isEmpty()
        ? Expressions.alwaysFalse()
        : Expressions.in(HASH, hashes.stream().sorted().toArray());
  }

  /** Tallies by the submission they were made from. */
  public Map<String, List<Tally>> talliesBySubmission(Set<String> hashes) {
    Map<String, List<Tally>> bySubmission = new HashMap<>();
    for (TalliesTable.Row row : tallies(hashes)) {
      bySubmission
          .computeIfAbsent(row.submissionHash(), hash -> new ArrayList<>())
          .add(row.tally());
    }
    return bySubmission;
  }
}
