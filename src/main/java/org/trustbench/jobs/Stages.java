package org.trustbench.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.SoftwareVersion;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.Choices;
import org.trustbench.benchmark.Inspected;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Measure;
import org.trustbench.ingest.Ingest;
import org.trustbench.ingest.Landing;
import org.trustbench.ingest.SpreadInspections;
import org.trustbench.ingest.SpreadInspections.Stored;
import org.trustbench.ingest.Submission;
import org.trustbench.lake.FilesTable;
import org.trustbench.lake.Lake;
import org.trustbench.lake.PublishedRelease;
import org.trustbench.lake.RejectsTable;
import org.trustbench.lake.SubmissionsTable;
import org.trustbench.publish.Release;
import org.trustbench.publish.ReportPage;
import org.trustbench.tally.Tally;

/** The stages of the pipeline, each on what the one before left in the lake. */
final class Stages {
  private Stages() {}

  /** Brings what was sent into the lake. */
  static Ingest.Report ingest(Session session) {
    Settings settings = session.settings();
    List<Submission> submissions = sent(session);
    if (session.isLakeNew()) {
      session.expectSpark();
    }
    Ingest.Report report =
        session.timed(
            "ingest",
            () ->
                new Ingest(
                        session.lake(),
                        settings.admission(),
                        session.pseudonyms(),
                        Clock.systemUTC())
                    .run(submissions, session::spark));
    session.say(
        "inspections: %d new, %d changed, %d unchanged; submissions refused: %d"
            .formatted(
                report.added(), report.changed(), report.unchanged(), report.refused().size()));
    if (report.added() + report.changed() == 0 && report.isComplete()) {
      session.say("nothing has changed since the last ingest");
    }
    report.withdrawn().forEach(session::say);
    report.refused().forEach(reason -> session.warn("refused: " + reason));
    report.setAside().forEach(reason -> session.warn("set aside: " + reason));
    return report;
  }

  /** What lies in the landing folder, or the extract. */
  static List<Submission> sent(Session session) {
    Settings settings = session.settings();
    return settings.extract == null
        ? Landing.submissions(settings.submissions)
        : List.of(Landing.extract(settings.extract, layout(session).id()));
  }

  /** The layout of the extract. */
  static Layout layout(Session session) {
    List<Layout> known = session.framework().layouts();
    String asked = session.settings().layout;
    if (asked == null && known.size() == 1) {
      return known.get(0);
    }
    return known.stream()
        .filter(layout -> layout.id().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                PipelineException.usage(
                    "layout \"%s\" is not one of %s: name one by --layout"
                        .formatted(
                            asked == null ? "" : asked, known.stream().map(Layout::id).toList())));
  }

  /** Tallies what has no tallies under this framework yet, and gives every current inspection. */
  static List<Inspected> score(Session session) {
    return session.timed(
        "score",
        () -> {
          Lake lake = session.lake();
          List<SubmissionsTable.Row> current =
              session.submissions().stream().filter(SubmissionsTable.Row::isAccepted).toList();
          if (current.isEmpty()) {
            throw PipelineException.failed(
                "the lake holds no inspection of %s: ingest submissions first"
                    .formatted(session.framework().id()));
          }
          Set<String> hashes = hashes(current);
          Map<String, List<Tally>> tallies = new HashMap<>(lake.talliesBySubmission(hashes));
          List<Stored> lacking =
              current.stream()
                  .filter(row -> !tallies.containsKey(row.submissionHash()))
                  .map(row -> new Stored(row.submissionHash(), row.inspectionId()))
                  .collect(Collectors.toCollection(ArrayList::new));
          if (!lacking.isEmpty()) {
            Set<String> wanted =
                lacking.stream().map(Stored::submissionHash).collect(Collectors.toSet());
            lake.appendTallies(
                wanted,
                SpreadInspections.overLake(
                    session.spark(),
                    lacking,
                    session.framework(),
                    lake.inspectionSource(),
                    lake.inspectionWriter()));
            tallies.putAll(lake.talliesBySubmission(wanted));
            checkStored(lacking, tallies);
            session.say("tallied again from the lake: %d inspections".formatted(lacking.size()));
          }
          return current.stream()
              .map(row -> inspected(session, row, tallies.get(row.submissionHash())))
              .toList();
        });
  }

  private static void checkStored(List<Stored> lacking, Map<String, List<Tally>> tallies) {
    for (Stored stored : lacking) {
      if (!tallies.containsKey(stored.submissionHash())) {
        throw PipelineException.failed(
            "the lake holds no rows of submission %s, which inspection %s stands on: restore them from a copy of the lake"
                .formatted(stored.submissionHash(), stored.inspectionId()));
      }
    }
  }

  private static Inspected inspected(
      Session session, SubmissionsTable.Row row, List<Tally> tallies) {
    return new Inspected(
        row.inspectionId(),
        session.framework().trust(row.trustId()),
        row.tranche(),
        row.startDate(),
        row.endDate(),
        row.publishedDate(),
        row.caseload(),
        row.casesSampled(),
        row.cases(),
        row.isSynthetic(),
        Inspected.grouped(tallies));
  }

  /** Works out every comparison. */
  static Results benchmark(Session session, List<Inspected> inspections) {
    Choices choices = session.settings().choices();
    Results results =
        session.timed("benchmark", () -> Benchmark.of(session.framework(), choices, inspections));
    if (results.inspections().isEmpty()) {
      throw PipelineException.failed(
          "no inspection in the lake was published by %s: give a later day by --as-at"
              .formatted(choices.asAt()));
    }
    return results;
  }

  /** Whether the lake holds anything to score. */
  static boolean hasInspections(Session session) {
    return session.submissions().stream().anyMatch(SubmissionsTable.Row::isAccepted);
  }

  /** What the release of the lake's present state is made from. */
  static Release.Inputs inputs(Session session) {
    Map<String, String> submissions = new TreeMap<>();
    for (SubmissionsTable.Row row : session.submissions()) {
      String name = row.isAccepted() ? row.inspectionId() : row.status() + " " + row.source();
      submissions.merge(name, row.submissionHash(), (a, b) -> a + " " + b);
    }
    return new Release.Inputs(
        SoftwareVersion.current(), submissions, session.settings().decisive());
  }

  /**
   * Publishes the release, unless these inputs have been published already. The lake remembers it
   * before it can be seen, so that there is no release that cannot be made again.
   */
  static Path publish(Session session, Results results) {
    return session.timed(
        "publish",
        () -> {
          Release.Inputs inputs = inputs(session);
          Path output = session.settings().output;
          String id = Release.id(session.framework(), inputs);
          checkReturn(session, id);
          remember(session, id, inputs);
          if (Release.exists(output, id)) {
            session.say("the same inputs made this release before: it stands unchanged");
          } else {
            ReleaseContent content = content(session, results);
            Release.publish(
                output,
                content,
                inputs,
                ReportPage.of(content, session.settings().focus, session.settings().comparator),
                circumstances(session));
          }
          if (session.returnedTo() == null) {
            Release.name(output, id);
          }
          return Release.folder(output, id);
        });
  }

  private static void remember(Session session, String id, Release.Inputs inputs) {
    session
        .lake()
        .remember(
            new PublishedRelease(
                id,
                inputs.software(),
                session.framework().hash(),
                SettingsReader.json(inputs.settings()),
                session.present().snapshot()));
  }

  /** A release made again is the same under the same software, and under another says so. */
  private static void checkReturn(Session session, String id) {
    PublishedRelease release = session.returnedTo();
    if (release == null || release.id().equals(id)) {
      return;
    }
    if (release.software().equals(SoftwareVersion.current())) {
      throw PipelineException.failed(
          "what the lake remembers of release %s now makes %s, so the lake has been changed by other means: restore it from a copy"
              .formatted(release.id(), id));
    }
    session.warn(
        "release %s was made by version %s and this is %s: it is published again as %s; what differs is shown by: diff %s %s"
            .formatted(
                release.id(), release.software(), SoftwareVersion.current(), id, release.id(), id));
  }

  /** What differs between two runs that make the same release. */
  private static Map<String, Object> circumstances(Session session) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("places", session.settings().places());
    run.put("admission", session.settings().admitted());
    run.put("submissions_snapshot", session.present().snapshot());
    run.put("finished", java.time.Instant.now().toString());
    run.put("milliseconds", session.milliseconds());
    run.put("spark_jobs", session.sparkJobs());
    run.put("java", Runtime.version().toString());
    run.put("processors", Runtime.getRuntime().availableProcessors());
    return run;
  }

  private static ReleaseContent content(Session session, Results results) {
    List<SubmissionsTable.Row> submissions = session.submissions();
    Map<String, SubmissionsTable.Row> byHash =
        submissions.stream()
            .collect(
                Collectors.toMap(SubmissionsTable.Row::submissionHash, row -> row, (a, b) -> a));
    Map<String, Long> neverAsked = new HashMap<>();
    results
        .scores()
        .forEach(
            score -> {
              boolean isAbsent =
                  score.measure().kind().equals(Measure.QUESTION)
                      && score.counts().assessed() + score.counts().notApplicable() == 0;
              neverAsked.merge(score.inspection().inspectionId(), isAbsent ? 1L : 0L, Long::sum);
            });
    return new ReleaseContent(
        ReleaseContent.Audience.INTERNAL,
        submissions.stream().anyMatch(SubmissionsTable.Row::isSynthetic),
        results,
        coverage(session, byHash, neverAsked),
        rejects(session, byHash));
  }

  private static List<ReleaseContent.Coverage> coverage(
      Session session, Map<String, SubmissionsTable.Row> byHash, Map<String, Long> neverAsked) {
    List<ReleaseContent.Coverage> coverage = new ArrayList<>();
    for (FilesTable.Row file : session.lake().files(new HashSet<>(byHash.keySet()))) {
      SubmissionsTable.Row submission = byHash.get(file.submissionHash());
      boolean holdsJudgements = submission.isAccepted() && file.read() > 0;
      coverage.add(
          new ReleaseContent.Coverage(
              submission.inspectionId(),
              submission.trustId(),
              file.file(),
              file.read(),
              file.accepted(),
              file.rejected(),
              file.collapsed(),
              file.outOfScope(),
              file.cases(),
              holdsJudgements ? neverAsked.get(submission.inspectionId()) : null,
              submission.status()));
    }
    coverage.sort(
        java.util.Comparator.comparing(
                ReleaseContent.Coverage::inspectionId,
                java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder()))
            .thenComparing(ReleaseContent.Coverage::file));
    return coverage;
  }

  private static List<ReleaseContent.Rejected> rejects(
      Session session, Map<String, SubmissionsTable.Row> byHash) {
    List<ReleaseContent.Rejected> rejects = new ArrayList<>();
    for (RejectsTable.Row reject : session.lake().rejects(new HashSet<>(byHash.keySet()))) {
      SubmissionsTable.Row submission = byHash.get(reject.submissionHash());
      rejects.add(
          new ReleaseContent.Rejected(
              submission.inspectionId(),
              submission.trustId(),
              reject.file(),
              reject.line(),
              reject.rule(),
              reject.reason(),
              reject.cells(),
              submission.status()));
    }
    rejects.sort(
        java.util.Comparator.comparing(ReleaseContent.Rejected::file)
            .thenComparing(ReleaseContent.Rejected::line)
            .thenComparing(ReleaseContent.Rejected::rule)
            .thenComparing(ReleaseContent.Rejected::reason));
    return rejects;
  }

  private static Set<String> hashes(List<SubmissionsTable.Row> rows) {
    return rows.stream().map(SubmissionsTable.Row::submissionHash).collect(Collectors.toSet());
  }
}
