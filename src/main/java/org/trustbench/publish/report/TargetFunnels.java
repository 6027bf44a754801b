package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.publish.chart.Chart;
import org.trustbench.publish.chart.TargetFunnelChart;
import org.trustbench.summary.TargetTable;
import org.trustbench.summary.TargetWords;
import org.trustbench.terms.Terms;

/** The funnels around targets that pages draw, one at a time: that of the measure chosen. */
final class TargetFunnels {
  private final Terms terms;
  private final Map<String, List<List<TargetComparison>>> byMeasure = new LinkedHashMap<>();

  TargetFunnels(PageCache pages) {
    this.terms = pages.content().terms();
    Map<String, List<TargetComparison>> placed =
        TargetTable.rows(pages.content()).stream()
            .filter(one -> one.place().isPresent())
            .collect(
                Collectors.groupingBy(
                    one -> one.score().measure().id(), LinkedHashMap::new, Collectors.toList()));
    pages
        .results()
        .framework()
        .measures()
        .forEach(
            measure -> {
              if (placed.containsKey(measure.id())) {
                byMeasure.put(measure.id(), byGroup(placed.get(measure.id())));
              }
            });
  }

  /** A target that is an average has a funnel for each of its comparator's groups. */
  private static List<List<TargetComparison>> byGroup(List<TargetComparison> placed) {
    return List.copyOf(
        placed.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.group().map(ComparatorGroup::key).orElse(""),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  boolean isEmpty() {
    return byMeasure.isEmpty();
  }

  /**
   * The funnels of each measure that is held to a target, by its id: one, or one for each group.
   *
   * @param focus code of the institution in focus, which long ones mark; null for none
   */
  Map<String, List<CaptionedChart>> of(String focus) {
    Map<String, List<CaptionedChart>> funnels = new LinkedHashMap<>();
    byMeasure.forEach(
        (measure, groups) -> {
          List<CaptionedChart> charts = new ArrayList<>();
          groups.forEach(group -> charts.add(funnel(group, focus)));
          funnels.put(measure, charts);
        });
    return funnels;
  }

  private CaptionedChart funnel(List<TargetComparison> placed, String focus) {
    TargetComparison first = placed.get(0);
    String line =
        TargetWords.line(
            first, first.group().map(group -> Leagues.benchmark(group, terms)).orElse(""));
    Chart chart =
        PageLimits.areTooMany(placed.size())
            ? TargetFunnelChart.ofMany(placed, line, TargetFunnels::placed, focus, terms)
            : TargetFunnelChart.of(placed, line, TargetFunnels::placed, terms);
    return new CaptionedChart(
        title(placed), chart, true, first.place().orElseThrow().tauSquared() != null);
  }

  private String title(List<TargetComparison> placed) {
    TargetComparison first = placed.get(0);
    String all = terms.counted(placed.size(), "{institution}", "{institutions}");
    return terms.text(
        "%s beside “%s”%s: %d of %s outside the 99.8\u00a0%% limits, %d more outside those of 95\u00a0%%",
        first.score().measure().label(),
        first.target().label(),
        first.group().map(group -> ", " + group.label()).orElse(""),
        placed.stream().filter(one -> one.place().orElseThrow().zone().isBeyond998()).count(),
        all,
        placed.stream().filter(one -> one.place().orElseThrow().zone().isBeyond95Only()).count());
  }

  private static String placed(TargetComparison one) {
    TargetComparison.Place place = one.place().orElseThrow();
    return Leagues.placed(one.score(), place.zone(), place.overDispersedZone());
  }
}
