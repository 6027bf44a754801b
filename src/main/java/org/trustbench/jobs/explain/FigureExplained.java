package org.trustbench.jobs.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Condition;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Form;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Measure;
import org.trustbench.framework.NearestWord;
import org.trustbench.framework.Trust;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.publish.PublishedScore;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.summary.CaseDerivationTable;
import org.trustbench.summary.DerivationTable;
import org.trustbench.tally.CaseDerivation;
import org.trustbench.tally.Derivation;
import org.trustbench.tally.Derivation.QuestionCounts;
import org.trustbench.terms.Terms;

/**
 * The derivation of one published score, down to questions and, from the lake, to judgements. Each
 * sum is held to what was published.
 */
public final class FigureExplained {
  private final Session session;
  private final ReleaseFolder release;
  private final Trust trust;
  private final Codebook codebook;
  private final Measure measure;
  private final Map<String, PublishedScore> scores;
  private final PublishedScore score;

  private FigureExplained(
      Session session,
      ReleaseFolder release,
      Trust trust,
      Map<String, PublishedScore> scores,
      String measureId) {
    this.session = session;
    this.release = release;
    this.trust = trust;
    this.scores = scores;
    this.score = scores.get(measureId);
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
    this.codebook =
        new Codebook(session.framework()).atForm(formVersion(session, score.inspectionId()));
    this.measure = codebook.framework().measure(measureId);
  }

  /** The version of the form that an inspection was made by. */
  private static String formVersion(Session session, String inspectionId) {
    return session.framework().forms().isEmpty()
        ? Form.ONLY
        : session.submissions().stream()
            .filter(row -> row.isAccepted() && inspectionId.equals(row.inspectionId()))
            .findFirst()
            .map(row -> row.inspection().formVersion())
            .orElseThrow(
                () ->
                    PipelineException.failed(
                        "the lake does not hold inspection %s: --lake names the lake that the release was made from"
                            .formatted(inspectionId)));
  }

  /** The figure of each inspection of the trust, of which there is commonly one. */
  public static List<FigureExplained> all(
      Session session, ReleaseFolder release, Trust trust, String measureId) {
    Map<String, Map<String, PublishedScore>> scores = PublishedScore.of(release, trust.code());
    if (scores.isEmpty()) {
      throw PipelineException.failed(
          "%s (%s) has no score in release %s".formatted(trust.name(), trust.code(), release.id()));
    }
    return scores.values().stream()
        .map(ofOne -> new FigureExplained(session, release, trust, ofOne, measureId))
        .toList();
  }

  /** Prints it. */
  public void show(boolean isListed) {
    if (measure.questions().isEmpty()) {
      head();
      session.say(notAsked());
      return;
    }
    if (measure.counting() instanceof CountingRule.Composite composite) {
      show(composite, isListed);
      return;
    }
    StoredFigure stored = isListed || !isPublishedByQuestion() ? stored() : null;
    Derivation derivation =
        stored == null ? null : Derivation.of(codebook, measure, stored.matrix());
    List<QuestionCounts> questions =
        derivation == null ? published() : derivation.byQuestion(codebook);
    QuestionCounts sum = sum(questions);
    hold("the questions", sum);
    head();
    if (measure.counting() instanceof CountingRule.Cut cut) {
      session.say("sufficient at this cut: " + sufficient(cut));
    }
    String source = derivation == null ? "as published" : "as counted in the lake";
    TerminalTables.print(session, DerivationTable.of("Questions, " + source, questions, sum));
    if (isListed) {
      list(
          session.framework().terms().text("Judgements of the {cases} in scope"),
          derivation,
          stored);
    }
  }

  /** What follows from several judgements of a case is counted in the lake, case by case. */
  private void show(CountingRule.Composite composite, boolean isListed) {
    StoredFigure stored = stored();
    CaseDerivation cases = CaseDerivation.of(codebook, measure, composite, stored.matrix());
    Terms terms = session.framework().terms();
    hold(terms.text("the {cases}"), cases.counts());
    head();
    CaseDerivationTable table = new CaseDerivationTable(session.framework(), measure, composite);
    TerminalTables.print(
        session, table.counted(terms.text("{Cases} by class, as counted in the lake"), cases));
    if (isListed) {
      TerminalTables.printWide(
          session, table.listed(terms.text("{Cases} in scope"), cases, stored::place));
      list(
          "Judgements that these follow from",
          Derivation.of(codebook, measure, stored.matrix()),
          stored);
    }
  }

  private void list(String title, Derivation derivation, StoredFigure stored) {
    TerminalTables.printWide(
        session,
        DerivationTable.ofJudgements(
            title, stored.places(derivation), session.framework().terms()));
  }

  private void head() {
    session.say("");
    session.say("release %s: %s".formatted(release.id(), release.folder()));
    session.say(
        "%s (%s), inspection %s%s"
            .formatted(
                trust.name(),
                trust.code(),
                score.inspectionId(),
                session.framework().forms().isEmpty()
                    ? ""
                    : ", by version " + codebook.formVersion()));
    session.say("%s (%s): %s".formatted(measure.label(), measure.id(), scope()));
    session.say(figure());
  }

  /** Where the version does not ask it, and what stands for it there. */
  private String notAsked() {
    String version = codebook.formVersion();
    Measure there =
        new FormComparison(session.framework())
            .on(session.framework().measure(measure.id()), version);
    return there.id().equals(measure.id())
        ? "version %s of the form has nothing of it".formatted(version)
        : "version %s of the form has %s in its place, which is the same: explain that"
            .formatted(version, there.id());
  }

  private void hold(String what, QuestionCounts sum) {
    if (!sum.equals(score.counts())) {
      throw PipelineException.failed(
          "%s of %s come to %s, release %s says %s: one of the two has been changed"
              .formatted(what, measure.id(), sum, release.id(), score.counts()));
    }
  }

  private static String sufficient(CountingRule.Cut cut) {
    return cut.sufficient().entrySet().stream()
        .map(one -> one.getKey() + " " + String.join("|", one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String scope() {
    String cases =
        measure.when() instanceof Condition.Always
            ? "all"
            : "those chosen by " + String.join(", ", measure.when().attributes());
    return session
        .framework()
        .terms()
        .text(
            "{cases} of evidence \"%s\", %s: %d in scope, %d with "
                + (measure.isComposite() ? "an outcome" : "an assessed judgement"),
            measure.evidence(),
            cases,
            score.casesInScope(),
            score.casesAssessed());
  }

  private String figure() {
    String counted =
        "%d sufficient of %d assessed, rule %s"
            .formatted(score.counts().sufficient(), score.counts().assessed(), score.scoreRule());
    if (score.scorePercent().isEmpty()) {
      return "score: not available, " + counted;
    }
    String interval =
        score.lower95Percent().isEmpty()
            ? "no interval"
            : "95 %%: %s to %s, %s, design effect %s"
                .formatted(
                    score.lower95Percent(),
                    score.upper95Percent(),
                    score.intervalRule(),
                    score.designEffect());
    return "score: %s %% (%s), %s".formatted(score.scorePercent(), interval, counted);
  }

  /** Whether the release itself holds the measure's counts by question. */
  private boolean isPublishedByQuestion() {
    return measure.questions().size() == 1
        || (measure.counting() instanceof CountingRule.Judgements
            && measure.when() instanceof Condition.Always
            && sum(published()).equals(score.counts()));
  }

  private List<QuestionCounts> published() {
    List<QuestionCounts> questions = new ArrayList<>();
    for (String id : measure.questions()) {
      QuestionCounts counts =
          measure.questions().size() == 1 ? score.counts() : scores.get("question-" + id).counts();
      questions.add(named(id, counts));
    }
    return questions;
  }

  private static QuestionCounts named(String id, QuestionCounts counts) {
    return new QuestionCounts(
        id, counts.sufficient(), counts.assessed(), counts.notApplicable(), counts.notRecorded());
  }

  private QuestionCounts sum(List<QuestionCounts> questions) {
    QuestionCounts sum = new QuestionCounts(measure.id(), 0, 0, 0, 0);
    for (QuestionCounts counts : questions) {
      sum =
          new QuestionCounts(
              sum.questionId(),
              sum.sufficient() + counts.sufficient(),
              sum.assessed() + counts.assessed(),
              sum.notApplicable() + counts.notApplicable(),
              sum.notRecorded() + counts.notRecorded());
    }
    return sum;
  }

  private StoredFigure stored() {
    return StoredFigure.read(session, release, codebook, score);
  }
}
