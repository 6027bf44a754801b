package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Sensitivity;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.disclosure.ReleaseContent.Audience;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Vocabulary;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Ranks;
import org.trustbench.stats.Rule;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;
import org.trustbench.table.Decimals;

/**
 * How the figures of a release are made, rule by rule, with one comparison of the release worked
 * through: a page of its own, that needs neither network nor script. Names come from the rules
 * themselves, and every number in it is computed.
 */
public final class MethodPage {
  private final ReleaseContent content;
  private final List<Part> parts = new ArrayList<>();

  private MethodPage(ReleaseContent content) {
    this.content = content;
  }

  /** What a part of the page is. */
  enum Kind {
    HEADING,
    PARAGRAPH,
    TABLE
  }

  /**
   * A part of the page.
   *
   * @param text the heading, the paragraph, or what the table is called
   * @param head of the table's columns; empty where each row is a name and its value
   * @param rows of the table
   */
  record Part(Kind kind, String text, List<String> head, List<List<String>> rows) {}

  /** The page as its template takes it. */
  record Model(
      String title,
      Audience audience,
      boolean isSynthetic,
      Framework framework,
      String software,
      List<Part> parts) {
    String printed() {
      return audience.id() + (isSynthetic ? "-synthetic" : "");
    }
  }

  /** The page. */
  public static String of(ReleaseContent content) {
    return new MethodPage(content).page();
  }

  private String page() {
    Results results = content.results();
    Optional<Comparison> example = example(results);
    scores(results, example);
    benchmarks(results, example);
    verdicts(results, example);
    multiplicity(example);
    ranks(example);
    caseMix(example);
    others();
    findings();
    protection();
    return ReportPage.rendered(
        "methodpage.jte",
        new Model(
            "How the figures are made",
            content.audience(),
            content.isSynthetic(),
            results.framework(),
            SoftwareVersion.current(),
            List.copyOf(parts)));
  }

  /** The trust in focus where it is compared on a measure of several questions, or any trust. */
  private static Optional<Comparison> example(Results results) {
    String focus = results.choices().focus();
    Predicate<Comparison> isInFocus = c -> c.score().inspection().trust().code().equals(focus);
    String comparator = Findings.comparator(results);
    List<Comparison> candidates =
        results.comparisons().stream()
            .filter(c -> c.tested() != null && c.caseMix() != null && c.ranked() != null)
            .toList();
    return candidates.stream()
        .filter(c -> isInFocus.test(c) && c.comparatorGroup().comparatorId().equals(comparator))
        .findFirst()
        .or(() -> candidates.stream().filter(isInFocus).findFirst())
        .or(() -> candidates.stream().findFirst());
  }

  private void scores(Results results, Optional<Comparison> example) {
    heading("Score and interval");
    paragraph(
        "A judgement is sufficient, insufficient, not applicable or not recorded; only the first"
            + " two are in the base. pooled: all sufficient judgements of a measure over all"
            + " assessed ones. mean-of-questions: every question weighs the same; a point estimate,"
            + " without interval, verdict or rank. This release: "
            + results.choices().scoreRule()
            + ".");
    paragraph(
        "Judgements of one case hang together, so those of a measure of several questions are worth"
            + " fewer. The design effect says how much fewer: the variance of the score with cases"
            + " as clusters over that of independent judgements, never below 1 nor below"
            + " the programme's pooled one, which counts one case more that went wholly the rarer way;"
            + " a trust's own is times (t/1.96)\u00b2, t Student's on its cases less one. wilson-clustered is Wilson's interval on the"
            + " effective judgements; wilson, for a single question, on the judgements."
            + " -finite-population after either says that the interval allows for the share of the"
            + " caseload that was sampled, as no verdict, rank or funnel does. This release: "
            + (results.choices().isFinitePopulation() ? "allowed for." : "not allowed for."));
    example.ifPresent(
        c -> {
          InspectionScore score = c.score();
          Sums sums =
              new Sums(
                  score.counts().casesAssessed(),
                  score.counts().sufficient(),
                  score.counts().assessed(),
                  score.counts().sumYY(),
                  score.counts().sumYN(),
                  score.counts().sumNN());
          worked(
              score.inspection().trust().name() + ", " + score.measure().label(),
              "cases assessed",
              Long.toString(sums.k()),
              "judgements sufficient, of assessed",
              sums.y() + " of " + sums.n(),
              "score",
              percent(score.score()),
              "its own design effect",
              number(DesignEffect.own(sums).orElse(1)),
              "design effect used",
              number(score.designEffect()),
              "effective judgements",
              number(score.effectiveJudgements()),
              "95 % interval",
              percents(score.interval95()),
              "99.8 % interval",
              percents(score.interval998()));
        });
  }

  private void benchmarks(Results results, Optional<Comparison> example) {
    heading("Benchmark");
    List<String> rows = new ArrayList<>();
    for (BenchmarkRule rule : BenchmarkRule.values()) {
      rows.add(rule.label());
      rows.add(explained(rule));
      rows.add(
          example
              .map(c -> c.benchmarks().get(rule))
              .map(MethodPage::percent)
              .orElse("not compared"));
    }
    table("Benchmark rules", List.of("Rule", "What a trust is set against", "Example"), rows);
    paragraph(
        "This release: "
            + results.choices().benchmarkRule().label()
            + ". A fixed value of your own is another yardstick: it has no error. Lowest, highest"
            + " and median score and the number of the comparator's trusts stand beside each"
            + " benchmark.");
  }

  static String explained(BenchmarkRule rule) {
    return switch (rule) {
      case POOLED_OTHERS ->
          "All judgements of the comparator's other trusts together: no trust is part of its own"
              + " yardstick.";
      case POOLED_ALL -> "All judgements of the comparator, the trust's own among them.";
      case MEAN_OF_OTHERS -> "The plain mean of the other trusts' scores, each trust weighing one.";
    };
  }

  private void verdicts(Results results, Optional<Comparison> example) {
    heading("Verdict");
    paragraph(
        "A trust is higher, similar or lower, at 95 % and at 99.8 %; not compared where it has no"
            + " score, fewer than %d others have one, or it or the others have fewer than %d cases;"
                .formatted(Verdict.FEWEST_OTHERS, DesignEffect.FEWEST_CASES)
            + " with fewer cases there is no rank and no tier either. This release: %s; against a fixed value"
                .formatted(results.choices().verdictRule().label())
            + " difference gives way to mid-p. A verdict is robust where all rules agree.");
    List<String> rows = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      Optional<RuleVerdict> said =
          example.stream()
              .flatMap(c -> c.rules().stream())
              .filter(verdict -> verdict.rule() == rule)
              .findFirst();
      rows.add(rule.label());
      rows.add(explained(rule));
      rows.add(said.map(v -> v.at95().label()).orElse(""));
      rows.add(said.map(v -> pValue(v.pValue())).orElse(""));
    }
    table("Verdict rules", List.of("Rule", "What it asks", "Example", "p"), rows);
    example.ifPresent(
        c -> {
          worked(
              "Against " + c.comparatorGroup().label(),
              "score less benchmark",
              points(c.difference()),
              "95 % interval",
              points(c.difference95().low()) + " to " + points(c.difference95().high()),
              "judgements the score is worth for a verdict",
              number(c.tested().own().n()),
              "judgements the benchmark is worth",
              number(c.tested().against().independent().n()),
              "rules that agree",
              c.robustness().agreeing95() + " of " + c.robustness().rules());
          List<Sensitivity> all =
              Sensitivity.of(c).stream().filter(Sensitivity::isAvailable).toList();
          paragraph(
              "Under every verdict rule, benchmark rule, and with and without case mix, %d of %d give"
                      .formatted(all.stream().filter(Sensitivity::isChanged).count(), all.size())
                  + " another verdict at 95 % (sensitivity.csv).");
        });
  }

  static String explained(Rule rule) {
    return switch (rule) {
      case DIFFERENCE ->
          "Does Newcombe's interval (method 10) of score less benchmark leave out 0? The"
              + " benchmark's own error counts. Its p-value is the smallest level at which it"
              + " does. Where fewer than five outcomes are to be expected on either side, Fisher's"
              + " test (mid-p) must agree, or the interval is drawn on to 0.";
      case MID_P -> "How likely is so far a score under the benchmark, its own probability halved?";
      case INTERVAL_EXCLUDES_BENCHMARK ->
          "Does the score's Wilson interval leave out the benchmark?";
      case SCORE_TEST ->
          "Is the score further from the benchmark than 1.96 standard errors under it?";
      case EXACT_TAIL -> "Twice the smaller exact tail: cautious, errs towards similar.";
    };
  }

  private void multiplicity(Optional<Comparison> example) {
    heading("Many comparisons");
    paragraph(
        "Of a hundred comparisons of equals five are called different at 95 %. The adjusted p-value"
            + " (Benjamini and Hochberg) is over all trusts and measures of one comparator and kind"
            + " of measure; a discovery is one of at most "
            + Normal.ALPHA95
            + ", or "
            + Normal.ALPHA998
            + " at 99.8 %.");
    example.ifPresent(
        c ->
            worked(
                "The same comparison among all",
                "p",
                pValue(c.pValue()),
                "adjusted p",
                pValue(c.adjustedPValue())));
  }

  private void ranks(Optional<Comparison> example) {
    heading("Rank");
    paragraph(
        "Rank 1 is best, ties share the lowest. The interval holds the ranks not ruled out at 95 %:"
            + " 1 plus the trusts shown to be better, to the number of trusts less those shown to"
            + " be"
            + " worse, by the stepdown of Mogstad, Romano, Shaikh and Wilhelm (2024). Both ends of a"
            + " difference are (y + 1)/(n + 2), y and n effective (Agresti and Caffo 2000). The sets of"
            + " all trusts at once, and the tiers, allow for all pairs (Tukey and Kramer; Hayter 1984)."
            + " With more than %d trusts, both follow from joint intervals (Klein, Wright and Wieczorek"
                .formatted(Ranks.MOST_STEPDOWN)
            + " 2020), which are wider. All is integrated and nothing drawn at random, so that no rank"
            + " hangs on a seed. A tier is a run of the order of scores in which no trust is shown"
            + " better than another; the next begins at the first shown worse than any of it. A verdict"
            + " sets a trust against the others together, allows for no other pair, and so may call"
            + " trusts of one tier higher and lower.");
    example.ifPresent(
        c ->
            worked(
                "The same trust in " + c.comparatorGroup().label(),
                "rank, of trusts",
                c.ranked().rank() + " of " + c.rankedTrusts(),
                "ranks not ruled out",
                c.ranked().lower() + " to " + c.ranked().upper(),
                "tier",
                Integer.toString(c.ranked().tier())));
  }

  private void caseMix(Optional<Comparison> example) {
    heading("Case mix");
    paragraph(
        "Would the benchmark have been the same with this trust's cases? Each stratum ("
            + String.join(", ", content.results().framework().caseMix())
            + ") is given the benchmark's own score in it, that of the others or of all trusts; E is"
            + " what would then have been sufficient, r = sufficient over E, and the adjusted score"
            + " is r times the benchmark, which may exceed 100 %. The mean of the others has no score"
            + " by stratum, and there the adjustment is not available. A stratum with under 5 judgements among the others drops its last"
            + " attribute.");
    example.ifPresent(
        c ->
            worked(
                "The same comparison, adjusted for case mix",
                "sufficient expected, E",
                number(c.caseMix().expected()),
                "ratio, r",
                number(c.caseMix().ratio()),
                "adjusted score",
                percent(c.caseMix().adjusted()),
                "verdict after adjustment",
                c.caseMix().verdict95().label()));
  }

  private void others() {
    heading("Funnels, spread and shrinkage");
    paragraph(
        "A funnel's limits (score, and exact by interpolation) are drawn around all the"
            + " comparator's judgements at a trust's effective judgements; a score is outside the"
            + " score limits"
            + " exactly when its interval leaves out the centre. From %d trusts on, limits widened by"
                .formatted(OverDispersion.FEWEST_TRUSTS)
            + " the variance between trusts (Spiegelhalter 2005) stand beside them, never instead."
            + " The shrunken score is the posterior mean under a beta distribution of true scores"
            + " among the comparator's trusts.");
    heading("Pathway");
    paragraph(
        "Of the cases that start, how many are left after each step: not applicable passes,"
            + " insufficient or not recorded leaves. Intervals are Wilson's, of those that"
            + " started.");
  }

  private void protection() {
    if (!content.protectionNotes().isEmpty()) {
      heading("What is not shown");
      content.protectionNotes().forEach(this::paragraph);
    }
  }

  private void findings() {
    heading("Findings");
    paragraph(
        "Only a score on a base that is large enough makes a finding. Comparative: the verdict is"
            + " higher or lower, every verdict rule agrees, and p adjusted over all the trust's own"
            + " comparisons is at most %s. Absolute: a strength from %s on if the whole interval lies"
                .formatted(Findings.LEVEL, percent(Findings.STRENGTH_FROM))
            + " above %s and the verdict is not lower; a concern up to %s if the whole interval lies"
                .formatted(percent(Findings.STRENGTH_ABOVE), percent(Findings.CONCERN_TO))
            + " below %s and the verdict is not higher. The word is the score's; \"around\" says that"
                .formatted(percent(Findings.CONCERN_BELOW))
            + " the interval reaches other words.");
    List<String> rows = new ArrayList<>();
    double next = 100;
    for (Vocabulary.Band band : content.results().framework().vocabulary().bands()) {
      boolean isPoint = band.isInclusive() && band.above() == next;
      rows.add(band.word());
      rows.add(
          (isPoint ? "" : band.isInclusive() ? "from " : "above ")
              + Decimals.text(band.above(), 0)
              + " %");
      next = band.above();
    }
    table("Words for scores", List.of("Word", "Score"), rows);
  }

  private void heading(String text) {
    parts.add(new Part(Kind.HEADING, text, List.of(), List.of()));
  }

  private void paragraph(String text) {
    parts.add(new Part(Kind.PARAGRAPH, text, List.of(), List.of()));
  }

  /** A worked example: names and values in turn. */
  private void worked(String caption, String... namesAndValues) {
    parts.add(
        new Part(Kind.TABLE, "Example: " + caption, List.of(), rows(2, List.of(namesAndValues))));
  }

  private void table(String caption, List<String> head, List<String> cells) {
    parts.add(new Part(Kind.TABLE, caption, head, rows(head.size(), cells)));
  }

  private static List<List<String>> rows(int columns, List<String> cells) {
    return IntStream.range(0, cells.size() / columns)
        .mapToObj(row -> cells.subList(row * columns, (row + 1) * columns))
        .toList();
  }

  private static String percent(double proportion) {
    return Decimals.percentText(proportion, 2) + " %";
  }

  private static String points(double proportion) {
    return Decimals.percentText(proportion, 2) + " points";
  }

  private static String percents(Interval interval) {
    return percent(interval.low()) + " to " + percent(interval.high());
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? "taken as known" : Decimals.text(value, 3);
  }

  private static String pValue(double p) {
    return p < .0001 ? "below 0.0001" : Decimals.text(p, 4);
  }
}
