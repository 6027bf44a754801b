package org.trustbench.jobs.stages;

import static org.trustbench.jobs.settings.ProgrammeSettings.EXTRACT;
import static org.trustbench.jobs.settings.ProgrammeSettings.LAYOUT;
import static org.trustbench.jobs.settings.ProgrammeSettings.OUTPUT;
import static org.trustbench.jobs.settings.ProgrammeSettings.SUBMISSIONS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkNotes;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.Ingest;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Manifest;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.ingest.spread.InspectionTasks.Stored;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.lake.Lake;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.message.FailureCause;
import org.trustbench.publish.RejectFiles;
import org.trustbench.tally.Tally;

/** The stages of the pipeline, each on what the one before left in the lake. */
public final class Stages {
  private static final int NAMED = 8;

  private Stages() {}

  /** Brings what was sent into the lake. */
  public static Ingest.Report ingest(Session session) {
    Settings settings = session.settings();
    List<Submission> submissions = sent(session);
    Ingest.Report report =
        session
            .times()
            .timed(
                Session.INGEST,
                () ->
                    new Ingest(
                            session.lake(),
                            settings.admission(),
                            session.pseudonyms(),
                            Clock.systemUTC())
                        .run(submissions, session.runner()));
    session.say(
        "inspections: %d new, %d changed, %d unchanged; submissions refused: %d"
            .formatted(
                report.added(), report.changed(), report.unchanged(), report.refused().size()));
    if (report.added() + report.changed() == 0 && report.isComplete()) {
      session.say("nothing has changed since the last ingest");
    }
    report.withdrawn().forEach(session::say);
    sayPassedOver(session);
    report.names().forEach(session::say);
    report.refused().forEach(reason -> session.warn("refused: " + reason));
    report.setAside().forEach(reason -> session.warn("set aside: " + reason));
    report.astray().forEach(reason -> session.warn("rejected: " + reason));
    writeRejects(session, report);
    writeProblems(session, submissions);
    return report;
  }

  /** Says once what lies where frameworks and submissions are read, and is none of them. */
  private static void sayPassedOver(Session session) {
    FrameworkNotes.columns(session.framework()).forEach(session::say);
    Settings settings = session.settings();
    List<String> files =
        settings.get(EXTRACT) == null
            ? Landing.besideFolders(settings.get(SUBMISSIONS))
            : List.of();
    if (!files.isEmpty()) {
      session.say(
          "passed over beside the folders of %s: %s"
              .formatted(settings.get(SUBMISSIONS).getFileName(), some(files)));
    }
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
        + (names.size() > NAMED ? " and %d more".formatted(names.size() - NAMED) : "");
  }

  /** What was not taken in is to be had by row, whether or not a release follows. */
  private static void writeRejects(Session session, Ingest.Report report) {
    Path output = session.settings().get(OUTPUT);
    try {
      List<Path> written =
          RejectFiles.write(
              output,
              session.framework(),
              report.isComplete() ? List.of() : IngestAccount.of(session).notTakenIn());
      if (!written.isEmpty()) {
        session.warn(
            "what was not taken in, line by line: " + written.get(0) + " and " + written.get(1));
      }
    } catch (IOException e) {
      session.warn(
          "what was not taken in cannot be listed in %s: %s"
              .formatted(RejectFiles.folder(output), FailureCause.of(e)));
    }
  }

  /** What each sender has to mend is to be had as a page that can be sent back. */
  private static void writeProblems(Session session, List<Submission> submissions) {
    Settings settings = session.settings();
    Path rejects = RejectFiles.folder(settings.get(OUTPUT));
    try {
      List<Path> pages =
          ProblemFiles.write(
              rejects,
              session.framework(),
              settings.admission().rejectTolerance(),
              submissions,
              session.present().submissions());
      pages.stream()
          .limit(NAMED)
          .forEach(page -> session.warn("what to mend, to be sent back: " + page));
      if (pages.size() > NAMED) {
        session.warn(
            "and %d more in %s"
                .formatted(pages.size() - NAMED, pages.get(0).getParent().getParent()));
      }
    } catch (IOException e) {
      session.warn(
          "what is to be mended cannot be written to %s: %s"
              .formatted(rejects, FailureCause.of(e)));
    }
  }

  /** What lies in the landing folder, or the extract. */
  public static List<Submission> sent(Session session) {
    Settings settings = session.settings();
    return settings.get(EXTRACT) == null
        ? Landing.submissions(settings.get(SUBMISSIONS))
        : List.of(extract(session));
  }

  /** Tables are copied to this machine, and their copies are read by it alone. */
  private static Submission extract(Session session) {
    Submission extract =
        new ExtractFiles(session.copies(), session::sparkSettings)
            .of(session.settings().get(EXTRACT), layout(session));
    if (session.copies().isUsed()) {
      session.runner().stayHere();
    }
    return extract;
  }

  /** The layout of the extract. */
  public static Layout layout(Session session) {
    List<Layout> known = session.framework().layouts();
    String asked = session.settings().get(LAYOUT);
    if (asked == null && known.size() == 1) {
      return known.get(0);
    }
    return session.framework().layout(asked == null ? "" : asked);
  }

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
                      .map(
                          row ->
                              new Stored(
                                  row.stored(),
                                  row.inspectionId(),
                                  row.inspection().formVersion(),
                                  row.ownBytes(session.framework().questions().size())))
                      .collect(Collectors.toCollection(ArrayList::new));
              if (!lacking.isEmpty()) {
                tallies.putAll(talliedAgain(session, lacking));
                session.say(
                    "tallied again from the lake: %d inspections".formatted(lacking.size()));
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

  /** Works out every comparison. */
  public static Results benchmark(Session session, List<InspectionTallies> inspections) {
    AnalysisRules rules = session.settings().analysisRules();
    sayUndated(session, rules, inspections);
    Results results =
        session
            .times()
            .timed("benchmark", () -> Benchmark.of(session.framework(), rules, inspections));
    if (results.inspections().isEmpty()) {
      throw PipelineException.failed(
          "no inspection in the lake was published by %s: give a later day by --as-at"
              .formatted(rules.asAt()));
    }
    return results;
  }

  /** An inspection that has no date is not passed over in silence where a day is asked for. */
  private static void sayUndated(
      Session session, AnalysisRules rules, List<InspectionTallies> inspections) {
    List<String> undated =
        inspections.stream()
            .filter(inspection -> rules.asAt() != null && inspection.publishedDate() == null)
            .map(InspectionTallies::inspectionId)
            .sorted()
            .toList();
    if (!undated.isEmpty()) {
      session.say(
          "inspections without a published date, left out by --as-at %s: %d, %s%s"
              .formatted(
                  rules.asAt(),
                  undated.size(),
                  String.join(", ", undated.subList(0, Math.min(NAMED, undated.size()))),
                  undated.size() > NAMED ? ", …" : ""));
    }
  }

  /** Whether the lake holds anything to score. */
  public static boolean hasInspections(Session session) {
    return session.submissions().stream().anyMatch(SubmissionsTable.Row::isAccepted);
  }
}
