package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.function.Predicate;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Rounding;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.message.Counted;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.RankEstimate;
import org.trustbench.stats.Verdict;
import org.trustbench.terms.Terms;

/**
 * Writes the summary of a report: sentences on the score, rank and verdicts of the trust in focus.
 * How sure they are is said by {@link CertaintySentences}.
 */
public final class SummarySentences {
  private final ReportFocus reportFocus;
  private final Terms terms;

  private SummarySentences(ReportFocus reportFocus) {
    this.reportFocus = reportFocus;
    this.terms = reportFocus.results().terms();
  }

  /** Where the trust stands against the others of its group. */
  public static List<Paragraph> of(ReportFocus reportFocus) {
    return new SummarySentences(reportFocus).paragraphs();
  }

  private List<Paragraph> paragraphs() {
    if (reportFocus.focus() == null) {
      return List.of(
          new Paragraph(
              terms.text(
                  "No {institution} is in focus. %s compared, each beside the others of its group"
                      + " in the league tables.",
                  terms.counted(
                      reportFocus.results().inspections().size(),
                      "{institution} is",
                      "{institutions} are"))));
    }
    String name = reportFocus.focus().name();
    if (reportFocus.inspected().isEmpty()) {
      return List.of(
          new Paragraph(
              name
                  + " is in focus and has no inspection among those compared, so nothing can be"
                  + " said of it here."));
    }
    if (reportFocus.ownGroup().isEmpty()) {
      return List.of(
          new Paragraph(
              name
                  + terms.text(
                      " belongs to no group of the comparator chosen, so it is compared with no"
                          + " other {institution} here.")));
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Comparison overall : reportFocus.rows(Set.of(Measure.OVERALL))) {
      paragraphs.add(new Paragraph(overall(name, overall)));
      paragraphs.add(new Paragraph(rank(overall)));
    }
    List<Comparison> themes = reportFocus.rows(Set.of(Measure.THEME));
    if (!themes.isEmpty()) {
      paragraphs.add(
          new Paragraph(
              tally("Themes", themes),
              themes.stream()
                  .filter(c -> Formatting.isApart(c.verdict95()))
                  .map(this::line)
                  .toList()));
    }
    for (Framework.Named kind : reportFocus.detailedKinds()) {
      List<Comparison> rows = reportFocus.rows(Set.of(kind.id()));
      if (!rows.isEmpty()) {
        paragraphs.add(notablyLower(kind.label(), rows));
      }
    }
    return paragraphs;
  }

  private String overall(String name, Comparison c) {
    String scored =
        "%s: %s scored %s on a base of %s."
            .formatted(
                c.score().measure().label(),
                name,
                Prose.percent(ComparisonCells.score(c.score())),
                base(c));
    if (!c.isCompared()) {
      return scored + " " + notCompared(c);
    }
    return scored
        + " %s %s. The difference is %s percentage points: %s."
            .formatted(
                BenchmarkWords.scored(c, terms),
                Prose.percent(ComparisonCells.benchmark(c)),
                difference(c),
                verdict(c));
  }

  private String notCompared(Comparison c) {
    return c.otherTrusts() < Verdict.FEWEST_OTHERS
        ? terms.text(
            "It is not compared: a benchmark takes at least %d other {institutions} with a score,"
                + " and %s has %d.",
            Verdict.FEWEST_OTHERS, c.comparatorGroup().label(), c.otherTrusts())
        : c.score().availability().isShown()
            ? c.score().interval95() == null
                ? "It is not compared, because no interval can be worked out for it."
                : terms.text(
                    "It is not compared: that takes at least %d {cases}, of its own and of the"
                        + " others.",
                    DesignEffect.FEWEST_CASES)
            : "It is not compared: its score is %s %s."
                .formatted(c.score().availability().label(), c.score().availability().symbol());
  }

  private String rank(Comparison c) {
    RankEstimate ranked = c.ranked();
    if (ranked == null) {
      return c.score().interval95() == null
          ? "It has no rank."
          : terms.text(
              "It has no rank: that takes at least %d {cases}, and membership of the group.",
              DesignEffect.FEWEST_CASES);
    }
    if (c.rankedTrusts() == 1) {
      return terms.text("No other {institution} of the group has a rank, so its own says nothing.");
    }
    String places =
        ranked.lower() == ranked.upper()
            ? "at 95\u00a0% every other rank is ruled out"
            : "at 95\u00a0%% ranks %d to %d are not ruled out"
                .formatted(ranked.lower(), ranked.upper());
    return "Rank %s of %d: %s.".formatted(Formatting.rank(ranked), c.rankedTrusts(), places)
        + (CertaintySentences.isWide(c)
            ? " That is most of the table, so its rank says little about it."
            : "");
  }

  private String tally(String what, List<Comparison> rows) {
    long none = count(rows, c -> !c.isCompared());
    if (none == rows.size()) {
      return "%s: none of %s is compared.".formatted(what, Counted.of(rows.size(), "measure"));
    }
    return "%s: of %s, %d higher, %d similar and %d lower than %s%s."
        .formatted(
            what,
            Counted.of(rows.size(), "measure"),
            count(rows, c -> c.verdict95() == Verdict.HIGHER),
            count(rows, c -> c.verdict95() == Verdict.SIMILAR),
            count(rows, c -> c.verdict95() == Verdict.LOWER),
            BenchmarkWords.than(rows.get(0), terms),
            none == 0 ? "" : "; %d not compared".formatted(none));
  }

  private Paragraph notablyLower(String kind, List<Comparison> rows) {
    List<Comparison> notable = rows.stream().filter(c -> c.verdict998() == Verdict.LOWER).toList();
    String notably =
        notable.isEmpty()
            ? "None is notably lower (at 99.8\u00a0%)."
            : "Notably lower (at 99.8\u00a0%):";
    if (rows.stream().noneMatch(Comparison::isCompared)) {
      return new Paragraph(tally(kind, rows));
    }
    LongSummaryStatistics bases =
        rows.stream()
            .flatMap(c -> c.score().base().assessed().stream())
            .mapToLong(Long::longValue)
            .summaryStatistics();
    return new Paragraph(
        tally(kind, rows)
            + " Bases run from %s to %s. "
                .formatted(grouped(bases.getMin()), Counted.grouped(bases.getMax(), "judgement"))
            + notably,
        notable.stream().map(this::line).toList());
  }

  private String line(Comparison c) {
    return "%s: %s against %s; difference %s; base %s; %s"
        .formatted(
            c.score().measure().label(),
            Prose.percent(ComparisonCells.score(c.score())),
            Prose.percent(ComparisonCells.benchmark(c)),
            difference(c),
            base(c),
            verdict(c));
  }

  private static long count(List<Comparison> rows, Predicate<Comparison> predicate) {
    return rows.stream().filter(predicate).count();
  }

  /** A difference, and that it was rounded by itself where its figures do not show it. */
  private static String difference(Comparison c) {
    return Prose.points(ComparisonCells.difference(c), Rounding.isApart(c) ? Rounding.BESIDE : "");
  }

  private static String verdict(Comparison c) {
    return c.verdict95().label()
        + (Formatting.isApart(c.verdict998()) ? " (at 99.8\u00a0% too)" : "");
  }

  /** How many judgements a score rests on, and cases where that is another number. */
  private String base(Comparison c) {
    Base base = c.score().base();
    if (base instanceof Base.Withheld) {
      return c.score().availability().symbol();
    }
    long judgements = base.assessed().orElseThrow();
    long cases = base.casesAssessed().orElseThrow();
    return (base.isRounded() ? "about " : "")
        + Counted.grouped(judgements, "judgement")
        + (cases == judgements ? "" : " in " + terms.grouped(cases, "{case}", "{cases}"));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
