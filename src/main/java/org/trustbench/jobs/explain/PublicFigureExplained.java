package org.trustbench.jobs.explain;

import java.util.List;
import java.util.Map;
import org.trustbench.PipelineException;
import org.trustbench.framework.Measure;
import org.trustbench.framework.NearestWord;
import org.trustbench.framework.Trust;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.publish.PublishedScore;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.summary.PublicDerivationTable;

/**
 * What a public release itself says of a score and of its questions. Nothing is taken from the
 * lake: a figure withheld stays withheld, and so do its judgements.
 */
public final class PublicFigureExplained {
  private final Session session;
  private final ReleaseFolder release;
  private final Trust trust;
  private final String measureId;

  public PublicFigureExplained(
      Session session, ReleaseFolder release, Trust trust, String measureId) {
    this.session = session;
    this.release = release;
    this.trust = trust;
    this.measureId = measureId;
  }

  /** Prints it, for each inspection of the trust. */
  public void show() {
    Map<String, Map<String, Map<String, String>>> scores =
        PublishedScore.texts(release, trust.code());
    if (scores.isEmpty()) {
      throw PipelineException.failed(
          "%s (%s) has no score in release %s".formatted(trust.name(), trust.code(), release.id()));
    }
    scores.forEach(this::show);
  }

  private void show(String inspectionId, Map<String, Map<String, String>> scores) {
    Map<String, String> score = scores.get(measureId);
    if (score == null) {
      throw PipelineException.usage(
          "--measure %s is not a measure_id of %s%s"
              .formatted(
                  measureId,
                  release.folder().resolve("tables/scores.csv"),
                  NearestWord.to(measureId, scores.keySet())
                      .map("; did you mean %s?"::formatted)
                      .orElse("")));
    }
    Measure measure = session.framework().measure(measureId);
    session.say("");
    session.say("release %s, public: %s".formatted(release.id(), release.folder()));
    session.say("%s (%s), inspection %s".formatted(trust.name(), trust.code(), inspectionId));
    session.say("%s (%s)".formatted(measure.label(), measureId));
    session.say(figure(score));
    List<Map<String, String>> questions =
        measure.questions().stream()
            .map(question -> "question-" + question)
            .filter(scores::containsKey)
            .map(scores::get)
            .toList();
    TerminalTables.print(
        session,
        PublicDerivationTable.of(
            session.framework().terms().text("Its questions in all {cases}"), questions));
    session.say(
        "Counts and percentages are rounded and need not add up; [c] is withheld. Judgements are told of internal releases alone.");
  }

  private static String figure(Map<String, String> score) {
    String percent = score.get("score_percent");
    if (percent.isEmpty()) {
      return "score: " + score.get("score_status");
    }
    return "score: %s %% (95 %%: %s to %s, %s) of about %s judgements, rule %s"
        .formatted(
            percent,
            score.get("lower95_percent"),
            score.get("upper95_percent"),
            score.get("interval_rule"),
            score.get("assessed"),
            score.get("score_rule"));
  }
}
