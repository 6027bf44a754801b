package org.trustbench.jobs.stages;

import static org.trustbench.jobs.settings.AudienceSettings.BRIEF;
import static org.trustbench.jobs.settings.FocusSettings.COMPARATOR;
import static org.trustbench.jobs.settings.FocusSettings.FOCUS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.OneSidedFigure;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.Disclosure.Disclosed;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.lake.release.PublishedRelease;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.table.SuppressedTable;
import org.trustbench.publish.AudienceFolder;
import org.trustbench.publish.FileWriters;
import org.trustbench.publish.FindingDocuments;
import org.trustbench.publish.Release;
import org.trustbench.publish.report.ReportPage;

/**
 * The last stage: writes results as a release for its audience, once, and records it in the lake.
 */
public final class Publication {
  private Publication() {}

  /**
   * A release, and what it shows.
   *
   * @param shown the results as its audience may see them
   */
  public record Published(Path folder, Results shown) {}

  /** All that the release says, for its audience: what everything shown to anybody is made from. */
  static ReleaseContent content(Session session, Results results) {
    return disclosed(session, results).content();
  }

  private static Disclosed disclosed(Session session, Results results) {
    ReleaseContent internal = IngestAccount.of(session).content(results);
    Settings settings = session.settings();
    if (settings.isInternal()) {
      return Disclosed.whole(
          internal.with(RatingStage.of(session, results), ReadingStage.of(session, results)));
    }
    Disclosed disclosed =
        session
            .times()
            .timed("disclosure", () -> Disclosure.disclosed(internal, settings.disclosureRules()));
    EarlierReleases.with(session.lake().suppressed().rows(), suppressed(session, disclosed, ""));
    return disclosed;
  }

  /** What a release withholds, as the lake remembers it. */
  private static List<SuppressedTable.Row> suppressed(
      Session session, Disclosed disclosed, String releaseId) {
    return disclosed.suppressed().stream()
        .map(
            one ->
                new SuppressedTable.Row(
                    one.inspectionId(),
                    one.countsHash(),
                    one.countingHash(),
                    session.settings().disclosureRules().fewestCases(),
                    releaseId,
                    String.join("\n", one.withheld())))
        .toList();
  }

  /** The results as the audience may see them. */
  public static Results shown(Session session, Results results) {
    return session.settings().isInternal() ? results : content(session, results).results();
  }

  /**
   * Publishes the release; where these inputs have been published already, it is held to what they
   * make now. The lake remembers it before it can be seen, so that there is no release that cannot
   * be made again.
   */
  public static Published publish(Session session, Results results) {
    return session
        .times()
        .timed(
            "publish",
            () -> {
              Release.Inputs inputs = inputs(session);
              AudienceFolder place = session.settings().audienceFolder();
              Disclosed disclosed = disclosed(session, results);
              ReleaseContent content = disclosed.content();
              AtomicBoolean isThere = new AtomicBoolean();
              Path folder =
                  Release.publish(
                      place,
                      content,
                      inputs,
                      files -> report(session.settings(), content, files),
                      circumstances(session),
                      id -> {
                        checkReturn(session, id);
                        rememberSuppressed(session, suppressed(session, disclosed, id));
                        remember(session, id, inputs);
                        isThere.set(place.holds(id));
                      });
              if (isThere.get()) {
                session.say("the same inputs made this release before: it stands unchanged");
              }
              if (session.returnedTo() == null) {
                Release.name(place, folder.getFileName().toString());
              }
              if (disclosed.counts().isPresent()) {
                session.say(
                    "%s; for the public is what lies in %s, and nothing beside it"
                        .formatted(
                            disclosed
                                .counts()
                                .get()
                                .sentence(
                                    session.settings().disclosureRules(),
                                    session.framework().terms()),
                            place.path()));
              }
              warnOfOneSided(session, results);
              return new Published(folder, content.results());
            });
  }

  private static void report(Settings settings, ReleaseContent content, Release.ReportFiles files)
      throws IOException {
    String focus = settings.get(FOCUS);
    String comparator = settings.get(COMPARATOR);
    FindingDocuments.all(content, focus, files);
    if (settings.get(BRIEF)) {
      ReportPage.withBriefs(content, focus, comparator, files);
    } else {
      ReportPage.all(content, focus, comparator, files);
    }
  }

  /** Says what somebody has to look at before figures are read; to the public not of what. */
  public static void warnOfOneSided(Session session, Results results) {
    List<String> lines = OneSidedFigure.lines(OneSidedFigure.of(results));
    if (session.settings().isInternal()) {
      lines.forEach(session::warn);
    } else if (!lines.isEmpty()) {
      session.warn(
          "audit: some figures are 0 % or 100 % of thousands of judgements, which a public release"
              + " does not show: see which in an internal one before this is given out");
    }
  }

  /** What the release of the lake's present state is made from. */
  private static Release.Inputs inputs(Session session) {
    Map<String, String> submissions = new TreeMap<>();
    for (SubmissionsTable.Row row : session.submissions()) {
      String name =
          row.isAccepted() ? row.inspectionId() : row.status().label() + " " + row.source();
      submissions.merge(name, row.submissionHash(), (a, b) -> a + " " + b);
    }
    return new Release.Inputs(
        software(),
        submissions,
        IngestAccount.of(session).revised(),
        session.settings().recorded());
  }

  private static void rememberSuppressed(Session session, List<SuppressedTable.Row> suppressed) {
    List<SuppressedTable.Row> known = session.lake().suppressed().rows();
    if (EarlierReleases.with(known, suppressed).size() > known.size()) {
      session.lake().suppressed().change(now -> EarlierReleases.with(now, suppressed));
    }
  }

  private static void remember(Session session, String id, Release.Inputs inputs) {
    session
        .lake()
        .releases()
        .add(
            new PublishedRelease(
                id,
                inputs.software(),
                session.framework().hash(),
                session.settings().recordedJson(),
                session.present().snapshot()),
            session.framework());
  }

  /** A release made again is the same under the same software, and under another says so. */
  private static void checkReturn(Session session, String id) {
    PublishedRelease release = session.returnedTo();
    if (release == null || release.id().equals(id)) {
      return;
    }
    if (release.software().equals(software())) {
      throw PipelineException.failed(
          "what the lake remembers of release %s now makes %s, so the lake has been changed by other means: restore it from a copy"
              .formatted(release.id(), id));
    }
    session.warn(
        "release %s was made by version %s and this is %s: it is published again as %s; what differs is shown by: diff %s %s"
            .formatted(release.id(), release.software(), software(), id, release.id(), id));
  }

  /** The program, and what writes files for it. */
  private static String software() {
    return "%s with %s".formatted(SoftwareVersion.current(), FileWriters.present());
  }

  /** What differs between two runs that make the same release; of places the public learns none. */
  private static Map<String, Object> circumstances(Session session) {
    Map<String, Object> run = new LinkedHashMap<>();
    if (session.settings().isInternal()) {
      run.put("places", session.lakePlace().places());
    }
    run.put("admission", session.settings().admitted());
    run.put("submissions_snapshot", session.present().snapshot());
    run.put("finished", java.time.Instant.now().toString());
    run.put("milliseconds", session.times().milliseconds());
    run.put("spark_jobs", session.runner().jobs());
    run.put("java", Runtime.version().toString());
    run.put("processors", Runtime.getRuntime().availableProcessors());
    return run;
  }
}
