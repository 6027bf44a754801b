package org.trustbench.jobs.stages;

import static org.trustbench.jobs.settings.PlaceSettings.EXTRACT;
import static org.trustbench.jobs.settings.PlaceSettings.LAYOUT;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.PlaceSettings.SUBMISSIONS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.trustbench.framework.FrameworkNotes;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.Ingest;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.message.FailureCause;
import org.trustbench.publish.RejectFiles;

/** Brings what was sent into the lake, and says and lists what was not taken in. */
public final class IngestStage {
  private static final int NAMED = 8;

  private IngestStage() {}

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
                            session.lakeToFill(),
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
        new ExtractFiles(session.copies(), session.lakePlace()::sparkSettings)
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
}
