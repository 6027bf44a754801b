package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AudienceSettings.AUDIENCE;
import static org.trustbench.jobs.settings.FocusSettings.COMPARATOR;
import static org.trustbench.jobs.settings.FocusSettings.FOCUS;
import static org.trustbench.jobs.settings.PlaceSettings.FRAMEWORK;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.PlaceSettings.SENT;
import static org.trustbench.jobs.settings.RuleSettings.COMPARATORS;

import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.disclosure.Audience;
import org.trustbench.framework.Trust;
import org.trustbench.jobs.explain.FigureExplained;
import org.trustbench.jobs.explain.PublicFigureExplained;
import org.trustbench.jobs.explain.RejectExplained;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.publish.ReleaseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says where a published figure comes from, or what was sent on a line that was rejected. */
@Command(
    name = "explain",
    description = "Say where a published figure comes from, or why a line was rejected.",
    footer = {
      "trustbench explain --trust NSP --measure theme-4 --judgements",
      "trustbench explain --release 1a6ed95244702359 --trust NSP --measure theme-4",
      "trustbench explain --reject NSP-2014-03/judgements.csv:17"
    })
final class ExplainJob extends Job {
  @Option(
      names = "--release",
      paramLabel = "ID|DIR",
      description = "release whose figure is explained; without it the latest for the audience")
  private String release;

  @Option(
      names = "--trust",
      paramLabel = "TRUST",
      description = "code or name of the trust whose figure is explained")
  private String trust;

  @Option(
      names = "--measure",
      paramLabel = "ID",
      description = "measure that is explained: a measure_id of scores.csv")
  private String measure;

  @Option(
      names = "--judgements",
      description = "list every judgement too, with the file and line it was sent on")
  private boolean isListed;

  @Option(
      names = "--reject",
      paramLabel = "FILE:LINE",
      description =
          "show this line where it was sent, and why it was rejected; file and line as in"
              + " rejects.csv, or a cell of a workbook, as NSP.xlsx:judgements!C17")
  private String reject;

  private ReleaseFolder published;

  @Override
  List<Setting<?>> uses() {
    return together(SENT, List.of(LAKE, OUTPUT, AUDIENCE));
  }

  /** A figure is explained under the framework it was published with. */
  @Override
  Settings adapted(Settings settings) {
    boolean isFigure = trust != null && measure != null;
    if (isFigure == (reject != null)) {
      throw PipelineException.usage("give either --trust and --measure, or --reject FILE:LINE");
    }
    if (!isFigure) {
      return settings;
    }
    published = opened(settings);
    return settings
        .with(FRAMEWORK, published.framework().toString())
        .saying(FRAMEWORK, "framework " + published.folder().resolve("framework"))
        .with(FOCUS, null)
        .with(COMPARATOR, null)
        .with(COMPARATORS, null);
  }

  private ReleaseFolder opened(Settings settings) {
    return ReleaseFolder.open(settings.audienceFolder(), release);
  }

  @Override
  int run(Session session) {
    if (reject != null) {
      new RejectExplained(session).show(reject);
      return DONE;
    }
    Trust found = session.trust("--trust", trust);
    if (!Audience.INTERNAL.label().equals(published.audience())) {
      new PublicFigureExplained(session, published, found, measure).show();
      return DONE;
    }
    FigureExplained.all(session, published, found, measure)
        .forEach(figure -> figure.show(isListed));
    return DONE;
  }
}
