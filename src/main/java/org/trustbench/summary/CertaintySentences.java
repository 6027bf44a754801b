package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.framework.Measure;
import org.trustbench.message.Counted;
import org.trustbench.terms.Terms;

/**
 * Says in the summary of a report how far its verdicts and ranks can be relied on: how many would
 * be expected by chance alone, how many depend on a choice of rules, and how wide the ranks are.
 */
public final class CertaintySentences {
  private final ReportFocus reportFocus;
  private final Terms terms;

  private CertaintySentences(ReportFocus reportFocus) {
    this.reportFocus = reportFocus;
    this.terms = reportFocus.results().terms();
  }

  /** How far the verdicts and the ranks can be relied on. */
  public static List<Paragraph> of(ReportFocus reportFocus) {
    return new CertaintySentences(reportFocus).paragraphs();
  }

  private List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<List<Comparison>> tables = new ArrayList<>();
    tables.add(reportFocus.rows(Set.of(Measure.OVERALL, Measure.THEME)));
    reportFocus.detailedKinds().forEach(kind -> tables.add(reportFocus.rows(Set.of(kind.id()))));
    List<Comparison> compared =
        tables.stream().flatMap(List::stream).filter(Comparison::isCompared).toList();
    long significant = compared.stream().filter(Comparison::isFdrSignificant).count();
    if (!compared.isEmpty()) {
      paragraphs.add(new Paragraph(byChance(compared, significant)));
      paragraphs.add(new Paragraph(dependentOnRules(compared)));
    }
    paragraphs.addAll(ranks(reportFocus));
    return paragraphs;
  }

  /**
   * How many verdicts to expect by chance alone, and how many are left once that is allowed for.
   */
  private String byChance(List<Comparison> compared, long significant) {
    List<Comparison> apart =
        compared.stream().filter(c -> Formatting.isApart(c.verdict95())).toList();
    return terms.text(
        "Of the %s of this {institution} below, %s higher or lower at 95\u00a0%%, and %d of those at 99.8\u00a0%% too. By chance alone about 1 in 20 would be. Allowing for the number of comparisons in each table (Benjamini-Hochberg), %d of the %d stand.",
        Counted.of(compared.size(), "comparison"),
        Counted.of(apart.size(), "is", "are"),
        count(apart, c -> Formatting.isApart(c.verdict998())),
        significant,
        apart.size());
  }

  /** How many verdicts depend on a rule; of case mix nothing, where nothing is adjusted for it. */
  private static String dependentOnRules(List<Comparison> compared) {
    boolean isAdjusted =
        compared.stream()
            .anyMatch(c -> c.caseMix(ComparisonOutcome.CaseMixOutcome::verdict95) != null);
    return "Another lawful rule of verdict would change %d of the %d (“no” under Robust)%s. On a base too small to be read alone rest %d ([u])."
        .formatted(
            count(compared, c -> c.tested(one -> one.robustness().isFlipped())),
            compared.size(),
            isAdjusted
                ? "; adjustment for case mix would change %d (under Flag)"
                    .formatted(count(compared, Formatting::isChangedByCaseMix))
                : "",
            count(compared, c -> !c.score().isReliable()));
  }

  private static List<Paragraph> ranks(ReportFocus reportFocus) {
    List<ComparatorGroup> groups = reportFocus.groups();
    List<String> lines = new ArrayList<>();
    long all = 0;
    long wide = 0;
    for (ComparatorGroup group :
        reportFocus.ownGroup().isPresent() ? groups.subList(0, 1) : groups) {
      Comparisons.RankWidths widths = reportFocus.comparisons().rankWidths(group);
      if (widths.ranked() > 0) {
        lines.add("%s: %d of %d".formatted(group.label(), widths.wide(), widths.ranked()));
        all += widths.ranked();
        wide += widths.wide();
      }
    }
    if (lines.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Paragraph(
            "Rank intervals that span more than half of their table, in the league tables of overall and theme scores: %d of %d. %s"
                .formatted(
                    wide,
                    all,
                    2 * wide > all
                        ? "Most of these ranks say little: so uncertain a table may show who is at"
                            + " an end of it, and cannot put those between in order."
                        : "A rank is never to be read without its interval."),
            lines.size() > 1 ? lines : List.of()));
  }

  /** Whether a rank interval spans more than half of the table. */
  static boolean isWide(Comparison c) {
    return 2 * (c.ranked().upper() - c.ranked().lower() + 1) > c.rankedTrusts();
  }

  private static long count(List<Comparison> rows, Predicate<Comparison> predicate) {
    return rows.stream().filter(predicate).count();
  }
}
