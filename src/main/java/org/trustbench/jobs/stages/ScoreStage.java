package org.trustbench.jobs.stages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.sent.Manifest;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.ingest.spread.InspectionTasks.Stored;
import org.trustbench.jobs.session.Session;
import org.trustbench.lake.Lake;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.message.Counted;
import org.trustbench.tally.Tally;

/**
 * Gives every current inspection with its tallies, made anew from the lake where the framework has
 * changed since. What the framework no longer fits is refused.
 */
public final class ScoreStage {
  private ScoreStage() {}

  /** Tallies what has no tallies under this framework yet, and gives every current inspection. */
  public static List<InspectionTallies> score(Session session) {
    return session
        .times()
        .timed(
            "score",
            () -> {
              Lake lake = session.lake();
              lake.files().checkSizes();
              List<SubmissionsTable.Row> current =
                  session.submissions().stream().filter(SubmissionsTable.Row::isAccepted).toList();
              if (current.isEmpty()) {
                throw PipelineException.failed(
                    "the lake holds no inspection of %s: ingest submissions first"
                        .formatted(session.framework().id()));
              }
              current.forEach(row -> checkForm(session.framework(), row));
              current.forEach(row -> checkSuccession(session.framework(), row));
              Map<StoredRows, List<Tally>> tallies =
                  new HashMap<>(
                      lake.rows()
                          .tallies(current.stream().map(SubmissionsTable.Row::stored).toList()));
              List<Stored> lacking =
                  current.stream()
                      .filter(row -> !tallies.containsKey(row.stored()))
                      .map(row -> Stored.of(row, session.framework()))
                      .collect(Collectors.toCollection(ArrayList::new));
              if (!lacking.isEmpty()) {
                tallies.putAll(talliedAgain(session, lacking));
                session.say(
                    "tallied again from the lake: " + Counted.of(lacking.size(), "inspection"));
              }
              Map<String, Trust> trusts = session.framework().trustsByCode();
              List<InspectionTallies> inspections =
                  current.stream()
                      .map(row -> inspected(trust(trusts, row), row, tallies.get(row.stored())))
                      .toList();
              SentTranches tranches = SentTranches.of(session.framework(), inspections);
              tranches.told().forEach(session::say);
              return tranches.settled(inspections);
            });
  }

  /** Tallies stored inspections, each time under an id of its own, and has the tallies count. */
  private static Map<StoredRows, List<Tally>> talliedAgain(Session session, List<Stored> lacking) {
    Lake lake = session.lake();
    String scoringId = UUID.randomUUID().toString();
    List<StoredRows> wanted = lacking.stream().map(Stored::rows).toList();
    lake.appends()
        .appendTallies(
            scoringId,
            wanted,
            InspectionTasks.overLake(
                session.runner(),
                lacking,
                session.framework(),
                lake.inspectionSource(),
                lake.inspectionWriter(scoringId)));
    Map<StoredRows, List<Tally>> tallies = lake.rows().tallies(wanted);
    for (Stored stored : lacking) {
      if (!tallies.containsKey(stored.rows())) {
        throw PipelineException.failed(
            "the lake holds no rows of submission %s, which inspection %s stands on: restore them from a copy of the lake"
                .formatted(stored.rows().submissionHash(), stored.inspectionId()));
      }
    }
    return tallies;
  }

  /** Of what version of the form an inspection is, is known or it cannot be counted. */
  private static void checkForm(Framework framework, SubmissionsTable.Row row) {
    String version = row.inspection().formVersion();
    boolean isKnown =
        framework.forms().isEmpty()
            ? version.equals(Form.ONLY)
            : framework.forms().stream().anyMatch(form -> form.version().equals(version));
    if (!isKnown) {
      throw PipelineException.failed(
          "the lake holds inspection %s by %s, and the framework now has %s: ingest it again from what was sent, or take it out by ingest --withdraw"
              .formatted(
                  row.inspectionId(),
                  version.equals(Form.ONLY)
                      ? "the only version of the form that there was"
                      : "version %s of the form".formatted(version),
                  framework.forms().isEmpty()
                      ? "no forms"
                      : "forms "
                          + framework.forms().stream()
                              .map(Form::version)
                              .collect(Collectors.joining(", "))));
    }
  }

  /** The register may have learnt of a succession since an inspection was stored. */
  private static void checkSuccession(Framework framework, SubmissionsTable.Row row) {
    Manifest.contradiction(framework, row.inspection())
        .ifPresent(
            why -> {
              throw PipelineException.failed(why + "; ingest --withdraw takes it out of the lake");
            });
  }

  private static Trust trust(Map<String, Trust> trusts, SubmissionsTable.Row row) {
    Trust trust = trusts.get(row.trustId());
    if (trust == null) {
      throw PipelineException.failed(
          "the lake holds inspection %s of %s, which is not in trusts.csv: put its row back, or take the inspection out by ingest --withdraw"
              .formatted(row.inspectionId(), row.trustId()));
    }
    return trust;
  }

  private static InspectionTallies inspected(
      Trust trust, SubmissionsTable.Row row, List<Tally> tallies) {
    return new InspectionTallies(
        row.inspectionId(),
        trust,
        row.inspection().tranche(),
        row.inspection().startDate(),
        row.inspection().endDate(),
        row.inspection().publishedDate(),
        row.inspection().caseload(),
        row.inspection().casesSampled(),
        row.cases(),
        row.inspection().formVersion(),
        row.isSynthetic(),
        InspectionTallies.grouped(tallies));
  }

  /** Whether the lake holds anything to score. */
  public static boolean hasInspections(Session session) {
    return session.submissions().stream().anyMatch(SubmissionsTable.Row::isAccepted);
  }
}
