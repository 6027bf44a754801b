package org.trustbench.publish.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Findings;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.FindingRules;
import org.trustbench.framework.Vocabulary;
import org.trustbench.message.Counted;
import org.trustbench.stats.OverDispersion;
import org.trustbench.summary.ChangeWords;
import org.trustbench.summary.TargetWords;
import org.trustbench.summary.WeightingWords;
import org.trustbench.summary.WhoJudgedWords;
import org.trustbench.table.Decimals;

/** How funnels, pathways and findings are made, and what the public is not shown. */
final class FindingMethod {
  private final MethodParts page;
  private final ReleaseContent content;

  FindingMethod(MethodParts page, ReleaseContent content) {
    this.page = page;
    this.content = content;
  }

  void others() {
    page.heading("Funnels, spread and shrinkage");
    page.paragraph(
        page.terms()
                .text(
                    "A funnel's limits (score, and exact by interpolation) are drawn around all the"
                        + " comparator's judgements at {an institution's} effective judgements; a"
                        + " score is outside the score limits exactly when its interval leaves out"
                        + " the centre. From %d {institutions} on, limits widened by",
                    OverDispersion.FEWEST_TRUSTS)
            + page.terms()
                .text(
                    " the variance between {institutions} (Spiegelhalter 2005) stand beside them,"
                        + " never instead. The shrunken score is {an institution's} own pulled"
                        + " towards those of all, the more so the fewer judgements it rests on: the"
                        + " posterior mean under a beta distribution of true scores among the"
                        + " comparator's {institutions}."));
    page.heading("Pathway");
    page.paragraph(
        page.terms()
            .text(
                "Of the {cases} that start, how many are left after each step: not applicable"
                    + " passes, insufficient or not recorded leaves. Intervals are Wilson's, of"
                    + " those that started."));
  }

  /** Nothing where nobody was inspected twice. */
  void changes() {
    List<String> rules = ChangeWords.rules(content);
    if (!rules.isEmpty()) {
      page.heading("Change since the inspection before");
      rules.forEach(page::paragraph);
    }
  }

  /** Nothing where nobody is held to a target. */
  void targets() {
    List<String> rules = TargetWords.rules(content);
    if (!rules.isEmpty()) {
      page.heading("Targets");
      rules.forEach(page::paragraph);
      TargetWords.method(content).forEach(page::paragraph);
    }
  }

  /** Nothing where no score is weighted. */
  void weighting() {
    List<String> rules = WeightingWords.rules(content);
    if (!rules.isEmpty()) {
      page.heading("Weighted scores");
      rules.forEach(page::paragraph);
      WeightingWords.method(content).forEach(page::paragraph);
    }
  }

  void findings() {
    page.heading("Findings");
    FindingRules rules = content.results().framework().findingPatterns().rules();
    page.paragraph(
        page.terms()
            .text(
                "Only a score on a base that is large enough makes a finding. Comparative: the"
                    + " verdict is higher or lower, every verdict rule agrees, and p adjusted over"
                    + " all the {institution's} own comparisons is at most %s; and the score itself"
                    + " is at least %s for a strength, below %s for a concern: to stand below the"
                    + " others is no concern by itself. Absolute: a strength from %s on if the"
                    + " whole interval lies above %s and the verdict is not lower; a concern up to"
                    + " %s if the whole interval lies below %s and the verdict is not higher. The"
                    + " word is the score's; \"around\" says that the interval reaches other"
                    + " words.",
                Findings.LEVEL,
                limit(rules.strengthFrom()),
                limit(rules.concernBelow()),
                limit(rules.aloneStrengthFrom()),
                limit(rules.aloneStrengthAbove()),
                limit(rules.aloneConcernTo()),
                limit(rules.aloneConcernBelow())));
    chosen(rules);
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
    page.table("Words for scores", List.of("Word", "Score"), rows);
  }

  /** How the findings that a page opens with are chosen. */
  private void chosen(FindingRules rules) {
    page.paragraph(
        page.terms()
            .text(
                "The draft findings of {an institution} are chosen of these: those on one topic of"
                    + " the framework that point the same way are told together; of two that share"
                    + " half of the judgements of the smaller, one is left out, unless its whole"
                    + " interval lies farther out than the other's score; and a theme is left to"
                    + " its parts where they make up half of it. Of what remains at most %s"
                    + " and %s are told: first those that stand apart from the"
                    + " others, by the mean difference of all measures of their topic, then those"
                    + " by the score alone. A topic is said to have been done well or badly as a"
                    + " whole where the findings rest on half of its judgements; else it says in"
                    + " part. Clear: the verdict holds at 99.8 %%. Indicative: at 95 %%. A base of"
                    + " fewer than %d {cases} is said to be small.",
                Counted.of(rules.most(), "strength"),
                Counted.of(rules.most(), "concern"),
                rules.smallBase()));
    List<String> other = content.results().framework().findingPatterns().notFromJudgements();
    if (!other.isEmpty()) {
      page.paragraph(
          "A report says more than judgements can. Not in these data: "
              + other.stream().map(page.terms()::text).collect(Collectors.joining(" ")));
    }
  }

  private static String limit(double percent) {
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + " %";
  }

  /** Nothing where it is not known who judged, and never for the public. */
  void readings() {
    List<String> rules = WhoJudgedWords.rules(content);
    if (!rules.isEmpty()) {
      page.heading("Who judged");
      rules.forEach(page::paragraph);
    }
  }

  void protection() {
    if (!content.protectionNotes().isEmpty()) {
      page.heading("What is not shown");
      content.protectionNotes().forEach(page::paragraph);
    }
  }
}
