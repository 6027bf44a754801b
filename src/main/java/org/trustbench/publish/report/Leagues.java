package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.benchmark.GroupFigures;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.message.Counted;
import org.trustbench.publish.chart.CaterpillarChart;
import org.trustbench.publish.chart.Chart;
import org.trustbench.publish.chart.FunnelChart;
import org.trustbench.publish.chart.RugChart;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.Formatting;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.ListExcerpt;
import org.trustbench.summary.RugTable;
import org.trustbench.terms.Terms;

/** A cache of the leagues and rugs of a release, each made when it is first asked for. */
final class Leagues {
  private static final int FEWEST_TOGETHER = 2;
  private static final String OF_FOCUS = "|focus ";

  private final ReleaseContent content;
  private final Terms terms;
  private final Comparisons comparisons;
  private final Chart.Frame frame;
  private final Map<String, ComparatorScore> pooled = new HashMap<>();
  private final Map<String, List<FunnelLimits>> limits;
  private final Map<String, List<FunnelPoint>> points;
  private final Map<String, League> leagues = new ConcurrentHashMap<>();
  private final Map<String, Rug> rugs = new ConcurrentHashMap<>();

  /**
   * A group's rug.
   *
   * @param figure null when the group has no trust
   */
  record Rug(PageTable table, CaptionedChart figure) {}

  Leagues(ReleaseContent content, Comparisons comparisons, Chart.Frame rug) {
    this.frame = rug;
    this.content = content;
    this.terms = content.terms();
    this.comparisons = comparisons;
    content
        .results()
        .comparators()
        .forEach(score -> pooled.put(League.key(score.comparatorGroup(), score.measure()), score));
    this.limits =
        content.funnels().stream()
            .collect(Collectors.groupingBy(at -> League.key(at.comparatorGroup(), at.measure())));
    this.points =
        content.funnelPoints().stream()
            .collect(
                Collectors.groupingBy(
                    p ->
                        League.key(
                            p.comparison().comparatorGroup(), p.comparison().score().measure())));
  }

  /** A league as it is shown with a trust in focus, which changes it only where it is long. */
  League of(ComparatorGroup group, Measure measure, String focus) {
    boolean isOfFocus = focus != null && PageLimits.areTooMany(group.compared().size());
    return leagues.computeIfAbsent(
        League.key(group, measure) + (isOfFocus ? OF_FOCUS + focus : ""),
        key -> league(group, measure, focus));
  }

  /** Lets go of what is shown with one trust in focus alone. */
  void forget(String focus) {
    leagues.keySet().removeIf(key -> key.endsWith(OF_FOCUS + focus));
  }

  /** The rug of a group on some measures, always the same ones; nothing of one that is long. */
  Rug rug(ComparatorGroup group, List<Measure> measures) {
    return PageLimits.areTooMany(group.compared().size())
        ? new Rug(null, null)
        : rugs.computeIfAbsent(group.key(), key -> makeRug(group, measures));
  }

  private League league(ComparatorGroup group, Measure measure, String focus) {
    List<Comparison> sorted = LeagueTable.sorted(comparisons.league(group, measure.id()));
    ListExcerpt<Comparison> excerpt = PageLimits.excerpt(sorted, focus);
    List<Comparison> league = excerpt.shown();
    List<String> trusts = league.stream().map(c -> c.score().inspection().trust().code()).toList();
    PageTable table =
        PageTable.inBlocks(
            "league-" + id(group) + "-" + SafeId.of(measure.id()),
            LeagueTable.definition(content.results().framework(), group.isFixed())
                .grid("%s: %s".formatted(measure.label(), group.label()), league),
            terms.text("{Institution}"),
            terms.text(
                    "Rank: 1 is best, in brackets the ranks not ruled out at 95\u00a0%."
                        + " {Institutions} of one tier are statistical ties: none is shown better"
                        + " than another of it, all pairs allowed for at once. Verdicts answer"
                        + " another question. ")
                + rules(sorted)
                + PageLimits.note(excerpt, terms),
            trusts);
    return new League(
        group,
        measure,
        warning(group),
        table,
        caterpillar(group, measure, sorted, focus),
        funnel(group, measure, focus));
  }

  /** The group's id on the page. */
  static String id(ComparatorGroup group) {
    return SafeId.of(group.key().replace(':', '-'));
  }

  private String rules(List<Comparison> league) {
    AnalysisRules rules = content.results().rules();
    // Ranks follow pooled scores whatever the rule of the scores shown.
    String scores =
        rules.scoreRule().equals(AnalysisRules.POOLED)
            ? AnalysisRules.POOLED
            : rules.scoreRule() + "; ranks and tiers: " + AnalysisRules.POOLED;
    return league.stream()
        .filter(Comparison::isCompared)
        .findFirst()
        .map(
            c ->
                "Scores: %s; verdicts: %s against %s."
                    .formatted(scores, c.verdictRule().label(), c.reference().rule()))
        .orElse("Scores: %s.".formatted(scores));
  }

  private CaptionedChart caterpillar(
      ComparatorGroup group, Measure measure, List<Comparison> league, String focus) {
    List<Comparison> ranked =
        league.stream().filter(c -> c.ranked() != null && c.score().interval95() != null).toList();
    if (ranked.size() < FEWEST_TOGETHER) {
      return null;
    }
    int tiers = ranked.get(ranked.size() - 1).ranked().tier();
    ListExcerpt<Comparison> excerpt = PageLimits.excerpt(ranked, focus);
    return new CaptionedChart(
        terms.text(
            "%s, %s: %s in %s%s",
            measure.label(),
            group.label(),
            terms.counted(ranked.size(), "{institution}", "{institutions}"),
            Counted.of(tiers, "tier, none told apart from the best", "tiers"),
            excerpt.isCut() ? "; drawn: the first and the last " + PageLimits.END : ""),
        CaterpillarChart.of(
            excerpt.shown(),
            excerpt.leftOut(),
            pooled(group, measure),
            benchmark(group, terms),
            terms),
        false,
        false);
  }

  private CaptionedChart funnel(ComparatorGroup group, Measure measure, String focus) {
    String key = League.key(group, measure);
    List<FunnelLimits> curve = limits.getOrDefault(key, List.of());
    List<FunnelPoint> trusts = points.getOrDefault(key, List.of());
    if (curve.isEmpty() || trusts.isEmpty()) {
      return null;
    }
    long outside998 = trusts.stream().filter(p -> p.zone().isBeyond998()).count();
    long outside95 = trusts.stream().filter(p -> p.zone().isBeyond95Only()).count();
    boolean isWidened = FunnelChart.isWidened(curve);
    return new CaptionedChart(
        terms.text(
            "%s, %s: %d of %s outside the 99.8\u00a0%% limits, %d more outside those of 95\u00a0%%",
            measure.label(),
            group.label(),
            outside998,
            terms.counted(trusts.size(), "{institution}", "{institutions}"),
            outside95),
        PageLimits.areTooMany(trusts.size())
            ? FunnelChart.ofMany(
                curve, trusts, benchmark(group, terms), Leagues::placed, focus, terms)
            : FunnelChart.of(
                curve,
                trusts,
                benchmark(group, terms),
                trusts.stream().map(Leagues::placed).toList(),
                terms),
        true,
        isWidened);
  }

  private static String placed(FunnelPoint point) {
    return placed(point.comparison().score(), point.zone(), point.overDispersedZone());
  }

  /**
   * Where a score lies on a funnel, in a sentence.
   *
   * @param overDispersedZone null where limits are not widened
   */
  static String placed(
      InspectionScore score, FunnelPoint.Zone zone, FunnelPoint.Zone overDispersedZone) {
    return "%s: %s\u00a0%%, %s%s"
        .formatted(
            score.inspection().trust().name(),
            Formatting.plain(score),
            limit(zone.label(), "limits"),
            overDispersedZone == null
                ? ""
                : "; " + limit(overDispersedZone.label(), "over-dispersed limits"));
  }

  /** {@code inside the limits}, or {@code below the 95 % limits}. */
  private static String limit(String place, String limits) {
    int space = place.indexOf(' ');
    return space < 0
        ? "%s the %s".formatted(place, limits)
        : "%s the %s %s"
            .formatted(
                place.substring(0, space),
                place.substring(space + 1).replace(" %", "\u00a0%"),
                limits);
  }

  private Rug makeRug(ComparatorGroup group, List<Measure> measures) {
    RugTable.Rug rug = RugTable.rug(comparisons, group, measures);
    String title = terms.text("%s: every {institution} on every theme", group.label());
    List<String> trusts = new ArrayList<>();
    trusts.add("");
    rug.trusts().forEach(one -> trusts.add(one.trust().code()));
    PageTable table =
        new PageTable(
            "rug-" + id(group),
            RugTable.of(title, rug, terms),
            group.isFixed()
                ? "Score % and verdict against the fixed value, which is the first row."
                : terms.text(
                    "Score % and verdict against the others. First row: all {institutions}"
                        + " together."),
            0,
            false,
            trusts);
    List<Comparison> cells =
        rug.cells().values().stream()
            .flatMap(row -> row.values().stream())
            .filter(Comparison::isCompared)
            .toList();
    long apart = cells.stream().filter(c -> Formatting.isApart(c.verdict95())).count();
    CaptionedChart figure =
        rug.trusts().isEmpty()
            ? null
            : new CaptionedChart(
                "%s: %d of %s apart from %s"
                    .formatted(
                        group.label(),
                        apart,
                        Counted.of(cells.size(), "score stands", "scores stand"),
                        group.isFixed() ? "the fixed value" : "those of the others"),
                RugChart.of(frame, rug, terms),
                false,
                false);
    return new Rug(table, figure);
  }

  static String benchmark(ComparatorGroup group, Terms terms) {
    return group.isFixed() ? "Fixed value" : terms.text("All {institutions} together");
  }

  /** The score of a group together, or the fixed value; null without one. */
  Double pooled(ComparatorGroup group, Measure measure) {
    ComparatorScore score = pooled.get(League.key(group, measure));
    return group.fixed().orElseGet(() -> score == null ? null : score.figure(GroupFigures::pooled));
  }

  private String warning(ComparatorGroup group) {
    Set<String> tranches = new LinkedHashSet<>();
    for (int member : group.members()) {
      String tranche = content.results().inspections().get(member).tranche();
      tranches.add(tranche == null ? "none" : tranche);
    }
    boolean hasTranches =
        content.results().framework().dimensions().stream()
            .anyMatch(dimension -> dimension.id().equals(Framework.TRANCHE));
    return hasTranches && tranches.size() > 1
        ? terms.text(
            "Not like for like: the {institutions} of %s belong to %s, whose samples of {cases}"
                + " differ by design.",
            group.label(), Counted.of(tranches.size(), "tranche"))
        : null;
  }
}
