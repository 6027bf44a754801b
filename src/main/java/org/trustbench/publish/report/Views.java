package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.publish.chart.PathwayChart;
import org.trustbench.publish.chart.SpineChart;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.HtmlTable;
import org.trustbench.summary.KeyFigures;
import org.trustbench.summary.PathwayTable;
import org.trustbench.summary.Standing;
import org.trustbench.summary.Standpoint;
import org.trustbench.summary.Words;

/** Makes what the report says from any standpoint on a release. */
final class Views {
  private static final Set<String> LEAGUE_KINDS = Set.of(Measure.OVERALL, Measure.THEME);

  private final ReleaseContent content;
  private final Comparisons comparisons;
  private final Frames frames;
  private final Map<String, List<PathwayStep>> pathways;
  private final Map<String, Interval> middles = new HashMap<>();

  Views(ReleaseContent content, Comparisons comparisons, Frames frames) {
    this.content = content;
    this.comparisons = comparisons;
    this.frames = frames;
    this.pathways =
        content.pathways().stream()
            .collect(
                Collectors.groupingBy(
                    step ->
                        View.key(
                            step.inspection().trust().code(), step.yardstick().comparatorId())));
    Map<String, List<Double>> shown = new HashMap<>();
    for (Comparison c : content.results().comparisons()) {
      if (c.score().score() != null) {
        shown
            .computeIfAbsent(
                League.key(c.yardstick(), c.score().measure()), key -> new ArrayList<>())
            .add(c.score().score());
      }
    }
    shown.forEach(
        (key, values) ->
            middles.put(
                key,
                SpineChart.middle(values.stream().mapToDouble(Double::doubleValue).toArray())));
  }

  /** The view of a trust, or of none, against a comparator. */
  View of(String trust, String comparatorId) {
    Standpoint standpoint = Standpoint.of(comparisons, trust, comparatorId);
    return new View(
        trust,
        comparatorId,
        title(standpoint),
        KeyFigures.of(standpoint),
        Standing.of(standpoint),
        Standing.sureness(standpoint),
        benchmark(standpoint),
        details(standpoint),
        standpoint.leagueGroups(),
        standpoint.ownGroup().isPresent());
  }

  private static String title(Standpoint standpoint) {
    String programme = standpoint.results().framework().title();
    if (standpoint.inspected().isEmpty()) {
      return programme + ": league tables";
    }
    String name = standpoint.focus().name();
    return standpoint
        .ownGroup()
        .map(group -> name + " against " + group.label())
        .orElse(name + ": " + programme);
  }

  private Compared benchmark(Standpoint standpoint) {
    if (standpoint.ownGroup().isEmpty()) {
      return Compared.NONE;
    }
    String group = standpoint.ownGroup().get().label();
    List<Comparison> rows = standpoint.rows(LEAGUE_KINDS);
    return compared(
        standpoint,
        rows,
        PageTable.of(
            "benchmark",
            HtmlTable.of(
                BenchmarkTable.of(standpoint.focus().name() + " against " + group, rows, false)),
            "Measure",
            (standpoint.ownGroup().get().isFixed()
                    ? "Value: the fixed value, %s.".formatted(group)
                    : "Lowest and highest: of all trusts of %s. %s"
                        .formatted(
                            group,
                            BenchmarkWords.note(
                                standpoint.results().choices().benchmarkRule(), group)))
                + BenchmarkWords.leftOut(standpoint.results(), rows)),
        frames.themes());
  }

  private List<View.Detail> details(Standpoint standpoint) {
    List<View.Detail> details = new ArrayList<>();
    for (Framework.Named kind : standpoint.detailedKinds()) {
      details.add(
          new View.Detail(
              kind,
              detail(standpoint, kind),
              details.isEmpty()
                  ? content.results().framework().pathways().stream()
                      .map(pathway -> steps(standpoint, pathway))
                      .toList()
                  : List.of()));
    }
    return details;
  }

  private Compared detail(Standpoint standpoint, Framework.Named kind) {
    if (standpoint.ownGroup().isEmpty()) {
      return Compared.NONE;
    }
    List<Comparison> rows = standpoint.rows(Set.of(kind.id()));
    return compared(
        standpoint,
        rows,
        PageTable.of(
            "measures-" + Name.of(kind.id()),
            HtmlTable.of(
                BenchmarkTable.of(
                    "%s: %s against %s"
                        .formatted(
                            kind.label(),
                            standpoint.focus().name(),
                            standpoint.ownGroup().get().label()),
                    rows,
                    true)),
            "Measure",
            "Base: judgements of work that was called for. Not recorded: judgements left blank, which are outside the score."
                + BenchmarkWords.leftOut(standpoint.results(), rows)),
        frames.detail(kind.id()));
  }

  private Compared compared(
      Standpoint standpoint, List<Comparison> rows, PageTable table, Frames.Spine frame) {
    if (rows.isEmpty() || frame == null) {
      return Compared.NONE;
    }
    Map<String, Comparison> byMeasure =
        rows.stream()
            .collect(
                Collectors.toMap(c -> c.score().measure().id(), Function.identity(), (a, b) -> a));
    List<Comparison> ordered = new ArrayList<>();
    List<Interval> spread = new ArrayList<>();
    for (Measure measure : frame.measures()) {
      Comparison c = byMeasure.get(measure.id());
      ordered.add(c);
      spread.add(c == null ? null : middles.get(League.key(c.yardstick(), measure)));
    }
    long higher = rows.stream().filter(c -> c.verdict95() == Verdict.HIGHER).count();
    long lower = rows.stream().filter(c -> c.verdict95() == Verdict.LOWER).count();
    long similar = rows.stream().filter(c -> c.verdict95() == Verdict.SIMILAR).count();
    String title =
        "%s: of %d measures, %d higher than the benchmark, %d similar, %d lower"
            .formatted(standpoint.focus().name(), rows.size(), higher, similar, lower);
    return new Compared(
        table, new View.Drawn(title, SpineChart.rows(ordered, spread, frame.reach())));
  }

  private View.Steps steps(Standpoint standpoint, Pathway pathway) {
    List<PathwayStep> steps =
        standpoint.focus() == null
            ? List.of()
            : pathways
                .getOrDefault(
                    View.key(standpoint.focus().code(), standpoint.comparatorId()), List.of())
                .stream()
                .filter(step -> step.pathway().id().equals(pathway.id()))
                .toList();
    if (steps.isEmpty()) {
      return new View.Steps(pathway, null, null);
    }
    String name = standpoint.focus().name();
    String group = steps.get(0).yardstick().label();
    PageTable table =
        PageTable.of(
            "pathway-" + Name.of(pathway.id()),
            HtmlTable.of(
                PathwayTable.of(
                    "%s: %s against %s".formatted(pathway.label(), name, group), steps)),
            "Step",
            "Of the cases at the start, how many pass this step and all before it. Not applicable passes a step; insufficient or not recorded leaves. Others: the other trusts of %s together."
                .formatted(group));
    return new View.Steps(
        pathway, table, new View.Drawn(finding(name, steps), PathwayChart.rows(steps)));
  }

  private static String finding(String name, List<PathwayStep> steps) {
    PathwayStep last = steps.get(steps.size() - 1);
    if (last.share() == null) {
      return "%s: no pathway is shown (%s)".formatted(name, last.availability().label());
    }
    PathwayStep first = steps.get(0);
    boolean isRounded = first.remaining() == null;
    return "%s: %s\u00a0%% of %s%d cases pass every step, against %s\u00a0%% of the others"
        .formatted(
            name,
            Words.percent(last.share()),
            isRounded ? "about " : "",
            first.started(),
            Words.percent(last.othersShare()));
  }
}
