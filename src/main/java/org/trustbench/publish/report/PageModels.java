package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.GradeShare;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.PeerComparison;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.change.ScoreChange;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.message.Counted;
import org.trustbench.publish.chart.PathwayChart;
import org.trustbench.publish.chart.SpineChart;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.CertaintySentences;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.Formatting;
import org.trustbench.summary.GradeTable;
import org.trustbench.summary.HistoryTable;
import org.trustbench.summary.InspectionSentences;
import org.trustbench.summary.KeyFigures;
import org.trustbench.summary.PathwayTable;
import org.trustbench.summary.PeerTable;
import org.trustbench.summary.RatingTable;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.SummarySentences;
import org.trustbench.summary.TargetTable;
import org.trustbench.summary.WeightingTable;
import org.trustbench.weighting.WeightedComparison;

/** Makes the page model of any trust against any comparator from a release. */
final class PageModels {
  private static final Set<String> LEAGUE_KINDS = Set.of(Measure.OVERALL, Measure.THEME);

  private final ReleaseContent content;
  private final Comparisons comparisons;
  private final ChartFrames frames;
  private final Optional<LevelPage> level;
  private final Map<String, List<PathwayStep>> pathways;
  private final Map<String, List<GradeShare>> grades;
  private final Map<String, List<ScoreChange>> changes;
  private final Map<String, List<PeerComparison>> peers;
  private final Map<String, List<TargetComparison>> targets;
  private final Map<String, List<WeightedComparison>> weighted;
  private final Map<String, List<InspectionRating>> ratings;
  private final Map<String, Interval> middles = new HashMap<>();

  PageModels(
      ReleaseContent content,
      Comparisons comparisons,
      ChartFrames frames,
      Optional<LevelPage> level) {
    this.content = content;
    this.level = level;
    this.comparisons = comparisons;
    this.frames = frames;
    this.grades = GradeTable.byTrust(content);
    this.changes = HistoryTable.byTrust(content);
    this.peers = PeerTable.byTrust(content);
    this.targets = TargetTable.byTrust(content);
    this.weighted = WeightingTable.byTrust(content);
    this.ratings = RatingTable.byTrust(content);
    this.pathways =
        content.pathways().stream()
            .collect(
                Collectors.groupingBy(
                    step ->
                        PageModel.key(
                            step.inspection().trust().code(),
                            step.comparatorGroup().comparatorId())));
    Map<String, List<Double>> shown = new HashMap<>();
    for (Comparison c : content.results().comparisons()) {
      if (c.score().score() != null) {
        shown
            .computeIfAbsent(
                League.key(c.comparatorGroup(), c.score().measure()), key -> new ArrayList<>())
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
  PageModel of(String trust, String comparatorId) {
    ReportFocus reportFocus = ReportFocus.of(comparisons, trust, comparatorId);
    return new PageModel(
        trust,
        comparatorId,
        title(reportFocus),
        reportFocus.inspected().map(this::inspected).orElse(List.of()),
        KeyFigures.of(reportFocus),
        SummarySentences.of(reportFocus),
        CertaintySentences.of(reportFocus),
        benchmark(reportFocus),
        GradeModel.of(content, grades, reportFocus),
        HistoryModel.of(content, changes, reportFocus),
        PeerModel.of(content, peers, reportFocus),
        TargetModel.of(content, targets, reportFocus),
        WeightingModel.of(content, weighted, reportFocus),
        RatingSection.own(content, ratings, reportFocus),
        details(reportFocus),
        reportFocus.leagueGroups(),
        reportFocus.ownGroup().isPresent());
  }

  private List<String> inspected(InspectionTallies inspection) {
    return level
        .map(one -> one.inspected(inspection))
        .orElseGet(() -> InspectionSentences.of(content, inspection));
  }

  private static String title(ReportFocus reportFocus) {
    String programme = reportFocus.results().framework().title();
    if (reportFocus.inspected().isEmpty()) {
      return programme + ": league tables";
    }
    String name = reportFocus.focus().name();
    return reportFocus
        .ownGroup()
        .map(group -> name + " against " + group.label())
        .orElse(name + ": " + programme);
  }

  private MeasureSection benchmark(ReportFocus reportFocus) {
    if (reportFocus.ownGroup().isEmpty()) {
      return MeasureSection.NONE;
    }
    String group = reportFocus.ownGroup().get().label();
    List<Comparison> rows = reportFocus.rows(LEAGUE_KINDS);
    return compared(
        reportFocus,
        rows,
        PageTable.of(
            "benchmark",
            BenchmarkTable.of(
                reportFocus.focus().name() + " against " + group, rows, false, content.terms()),
            "Measure",
            (reportFocus.ownGroup().get().isFixed()
                    ? "Value: the fixed value, %s.".formatted(group)
                    : content
                        .terms()
                        .text(
                            "Lowest and highest: of all {institutions}%s. %s",
                            reportFocus.ownGroup().get().whose(),
                            BenchmarkWords.note(
                                reportFocus.results().rules().benchmarkRule(),
                                group,
                                content.terms())))
                + BenchmarkWords.leftOut(reportFocus.results(), rows)),
        frames.themes());
  }

  private List<PageModel.Detail> details(ReportFocus reportFocus) {
    List<PageModel.Detail> details = new ArrayList<>();
    for (Framework.Named kind : reportFocus.detailedKinds()) {
      details.add(
          new PageModel.Detail(
              kind,
              detail(reportFocus, kind),
              details.isEmpty()
                  ? content.results().framework().pathways().stream()
                      .map(pathway -> steps(reportFocus, pathway))
                      .toList()
                  : List.of()));
    }
    return details;
  }

  private MeasureSection detail(ReportFocus reportFocus, Framework.Named kind) {
    if (reportFocus.ownGroup().isEmpty()) {
      return MeasureSection.NONE;
    }
    List<Comparison> rows = reportFocus.rows(Set.of(kind.id()));
    return compared(
        reportFocus,
        rows,
        PageTable.of(
            "measures-" + SafeId.of(kind.id()),
            BenchmarkTable.of(
                "%s: %s against %s"
                    .formatted(
                        kind.label(),
                        reportFocus.focus().name(),
                        reportFocus.ownGroup().get().label()),
                rows,
                true,
                content.terms()),
            "Measure",
            "Base: judgements of work that was called for. Not recorded: judgements left blank,"
                + " which are outside the score."
                + BenchmarkWords.leftOut(reportFocus.results(), rows)),
        frames.detail(kind.id()));
  }

  private MeasureSection compared(
      ReportFocus reportFocus, List<Comparison> rows, PageTable table, ChartFrames.Spine frame) {
    if (rows.isEmpty() || frame == null) {
      return MeasureSection.NONE;
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
      spread.add(c == null ? null : middles.get(League.key(c.comparatorGroup(), measure)));
    }
    long higher = rows.stream().filter(c -> c.verdict95() == Verdict.HIGHER).count();
    long lower = rows.stream().filter(c -> c.verdict95() == Verdict.LOWER).count();
    long similar = rows.stream().filter(c -> c.verdict95() == Verdict.SIMILAR).count();
    String title =
        "%s: of %s, %d higher than the benchmark, %d similar, %d lower"
            .formatted(
                reportFocus.focus().name(),
                Counted.of(rows.size(), "measure"),
                higher,
                similar,
                lower);
    return new MeasureSection(
        table,
        new PageModel.Drawn(
            title, SpineChart.rows(ordered, spread, frame.reach(), content.terms())));
  }

  private PageModel.Steps steps(ReportFocus reportFocus, Pathway pathway) {
    List<PathwayStep> steps =
        reportFocus.focus() == null
            ? List.of()
            : pathways
                .getOrDefault(
                    PageModel.key(reportFocus.focus().code(), reportFocus.comparatorId()),
                    List.of())
                .stream()
                .filter(step -> step.pathway().id().equals(pathway.id()))
                .toList();
    if (steps.isEmpty()) {
      return new PageModel.Steps(pathway, null, null);
    }
    String name = reportFocus.focus().name();
    String group = steps.get(0).comparatorGroup().label();
    PageTable table =
        PageTable.of(
            "pathway-" + SafeId.of(pathway.id()),
            PathwayTable.of(
                "%s: %s against %s".formatted(pathway.label(), name, group),
                steps,
                content.terms()),
            "Step",
            content
                .terms()
                .text(
                    "Of the {cases} at the start, how many pass this step and all before it. Not"
                        + " applicable passes a step; insufficient or not recorded leaves. Others:"
                        + " the other {institutions}%s together.",
                    steps.get(0).comparatorGroup().whose()));
    return new PageModel.Steps(
        pathway, table, new PageModel.Drawn(finding(name, steps), PathwayChart.rows(steps)));
  }

  private String finding(String name, List<PathwayStep> steps) {
    PathwayStep last = steps.get(steps.size() - 1);
    if (last.share() == null) {
      return "%s: no pathway is shown (%s)".formatted(name, last.availability().label());
    }
    PathwayStep first = steps.get(0);
    boolean isRounded = first.remaining() == null;
    return content
        .terms()
        .text(
            "%s: %s\u00a0%% of %s%s every step, against %s\u00a0%% of the others",
            name,
            Formatting.percent(last.share()),
            isRounded ? "about " : "",
            content.terms().counted(first.started(), "{case} passes", "{cases} pass"),
            Formatting.percent(last.othersShare()));
  }
}
