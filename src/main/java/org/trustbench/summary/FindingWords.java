package org.trustbench.summary;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.FindingSentence;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.ScoreWords;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Phrase;
import org.trustbench.framework.Topic;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.table.Decimals;

/** The phrases of a framework, filled with figures. */
final class FindingWords {
  private static final String PERCENT = "\u00a0%";
  private static final int MOST_DECIMALS = 4;
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

  private final Framework framework;

  FindingWords(Framework framework) {
    this.framework = framework;
  }

  /** A phrase with values in its places, and the terms of the programme in theirs. */
  String phrase(Phrase phrase, Map<String, String> values) {
    String wording = framework.terms().text(framework.findingPatterns().wording(phrase));
    return PLACE
        .matcher(wording)
        .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
  }

  String phrase(Phrase phrase) {
    return phrase(phrase, Map.of());
  }

  String text(String withTerms) {
    return framework.terms().text(withTerms);
  }

  /**
   * The sentence that says a finding in figures.
   *
   * @param isFirst whether it is the first of its statement, which says who the others are
   */
  String figure(Topic.Figure figure, Finding finding, boolean isFirst) {
    InspectionScore score = finding.score();
    String base = base(figure, score);
    String said = text(figure.said());
    boolean hasClause = !said.isEmpty();
    if (finding.ground() instanceof Finding.Comparative comparative) {
      Comparison c = comparative.compared().comparison();
      int decimals = decimals(score.score(), c.benchmark());
      Phrase phrase =
          isFirst
              ? hasClause ? Phrase.FIGURE : Phrase.LABEL_FIGURE
              : hasClause ? Phrase.FURTHER_FIGURE : Phrase.FURTHER_LABEL_FIGURE;
      return phrase(
          phrase,
          Map.of(
              "label", score.measure().label(),
              "score", percent(score.score(), decimals),
              "base", base,
              "said", said,
              "others", others(c),
              "benchmark", percent(c.benchmark(), decimals)));
    }
    String own = FindingSentence.worded(framework.vocabulary(), score.score()) + PERCENT;
    String words = ScoreWords.of(framework.vocabulary(), score.score(), score.interval95()).text();
    return hasClause
        ? phrase(
            Phrase.FIGURE_ALONE, Map.of("score", own, "base", base, "said", said, "words", words))
        : phrase(
            Phrase.LABEL_FIGURE_ALONE,
            Map.of("label", score.measure().label(), "score", own, "base", base, "words", words));
  }

  /** Where the trust stands in all of its work. */
  String overall(Comparison c) {
    InspectionScore score = c.score();
    String base = base(new Topic.Figure(score.measure().id(), "", ""), score);
    if (c.benchmark() == null) {
      return alone(score);
    }
    int decimals = decimals(score.score(), c.benchmark());
    return phrase(
        Phrase.OVERALL,
        Map.of(
            "measure", score.measure().label(),
            "score", percent(score.score(), decimals),
            "base", base,
            "others", others(c),
            "benchmark", percent(c.benchmark(), decimals),
            "verdict", c.verdict95().label()));
  }

  /** The same of a trust that is in no group of the comparator. */
  String alone(InspectionScore score) {
    return phrase(
        Phrase.OVERALL_ALONE,
        Map.of(
            "measure", score.measure().label(),
            "score", percent(score.score(), 0),
            "base", base(new Topic.Figure(score.measure().id(), "", ""), score)));
  }

  static String percent(double proportion, int decimals) {
    return Decimals.percentText(proportion, decimals) + PERCENT;
  }

  /** Whole percent, or as many decimals as two figures that differ take to look different. */
  private static int decimals(double one, double other) {
    int decimals = 0;
    while (one != other
        && decimals < MOST_DECIMALS
        && Decimals.percentText(one, decimals).equals(Decimals.percentText(other, decimals))) {
      decimals++;
    }
    return decimals;
  }

  /** What a score is a share of: {@code the 54 cases with a report}. */
  private String base(Topic.Figure figure, InspectionScore score) {
    Base base = score.base();
    return (base.isRounded() ? "about " : "the ")
        + String.format(Locale.ROOT, "%,d", base.assessed().orElseThrow())
        + " "
        + (figure.of().isEmpty() ? noun(score.measure()) : text(figure.of()));
  }

  private String noun(Measure measure) {
    if (measure.questionsAtOnce() > 1 && !measure.isComposite()) {
      return "judgements";
    }
    String many =
        measure.evidence().equals(framework.defaultEvidence())
            ? text("{cases}")
            : measure.evidence() + "s";
    boolean isOfAll =
        measure.when() instanceof Condition.Always
            && framework.questions().stream()
                .filter(question -> measure.questions().contains(question.id()))
                .allMatch(question -> question.appliesWhen() instanceof Condition.Always);
    return isOfAll ? many : many + " in which it was called for";
  }

  private String others(Comparison c) {
    Map<String, String> group = Map.of("group", c.comparatorGroup().label());
    return BenchmarkRule.of(c.reference().rule())
        .map(
            rule ->
                switch (rule) {
                  case POOLED_OTHERS ->
                      c.comparatorGroup().group().isEmpty()
                          ? phrase(Phrase.OTHERS)
                          : phrase(Phrase.OTHERS_OF_GROUP, group);
                  case POOLED_ALL -> phrase(Phrase.ALL, group);
                  case MEAN_OF_OTHERS -> phrase(Phrase.MEAN_OF_OTHERS, group);
                })
        .orElseGet(() -> phrase(Phrase.FIXED_VALUE, group));
  }
}
