package org.trustbench.lake;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.lake.catalog.EarlierShapeException;
import org.trustbench.lake.catalog.LakeOpening;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.commit.Submissions;
import org.trustbench.lake.commit.TableAppend;
import org.trustbench.lake.maintain.Maintenance;
import org.trustbench.lake.read.InspectionSource;
import org.trustbench.lake.read.RowsOfSubmissions;
import org.trustbench.lake.rekey.KeyChange;
import org.trustbench.lake.release.Releases;
import org.trustbench.lake.release.SuppressedCounts;
import org.trustbench.lake.repair.LakeFiles;
import org.trustbench.lake.write.InspectionWriter;
import org.trustbench.lake.write.RowWriter;

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

  private Lake(Framework framework, LakeTables tables) {
    this.framework = framework;
    this.tables = tables;
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
    return new Lake(framework, LakeOpening.open(framework, properties, hadoop));
  }

  public Framework framework() {
    return framework;
  }

  /** The same tables, with the tallies of another version of the framework. */
  public Lake with(Framework version) {
    return new Lake(version, tables);
  }

  /** The rows of {@code submissions}: what readers see, now and at any earlier commit. */
  public Submissions submissions() {
    return new Submissions(tables);
  }

  /** Cells, rejects and tallies of some submissions. */
  public RowsOfSubmissions rows() {
    return new RowsOfSubmissions(tables, framework.hash());
  }

  /** The releases that were made from the lake. */
  public Releases releases() {
    return new Releases(tables);
  }

  /** What public releases have withheld. */
  public SuppressedCounts suppressed() {
    return new SuppressedCounts(tables);
  }

  /** Adds to the tables what tasks have written. */
  public TableAppend appends() {
    return new TableAppend(tables, framework.hash());
  }

  /**
   * A change of the key that pseudonyms are under.
   *
   * @param newest fingerprint of the key that all is brought under
   */
  public KeyChange keyChange(String newest) {
    return new KeyChange(tables, newest);
  }

  /** The files that the tables rest on. */
  public LakeFiles files() {
    return new LakeFiles(tables);
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
        new RowWriter(tables.get("second_readings")),
        new RowWriter(tables.get("rejects")),
        new RowWriter(tables.get("tallies")));
  }

  /** What tasks read stored inspections with. */
  public InspectionSource inspectionSource() {
    return new InspectionSource(framework, tables);
  }

  /**
   * Clears away what neither the present nor any release needs.
   *
   * @param before what is younger stays
   */
  public Maintenance.Cleared maintain(Instant before) {
    return new Maintenance(tables, releases(), before).run();
  }

  /**
   * Clears away the same however young it is, while no other job has an embedded lake open.
   *
   * @param the work as a message names it, such as a flag
   * @throws PipelineException if another job has the lake open
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
}
