package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.audit.Thresholds;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.ingest.plan.IngestPolicy;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Rule;
import org.trustbench.table.Decimals;
import picocli.CommandLine.Option;

/**
 * The settings of a run. Every one has a flag here, and the same name with underscores in a
 * settings file; a flag outdoes the file.
 */
public final class Settings {
  /** What a setting is where neither a flag nor the file has it, as the guide's table says. */
  static final int RELIABLE_FROM = 10;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "settings file; paths in it are relative to the file")
  public Path settings;

  @Option(
      names = "--submissions",
      paramLabel = "DIR",
      description = "landing folder: a folder per inspection")
  public Path submissions;

  @Option(
      names = "--extract",
      paramLabel = "FILE",
      description = "national extract instead of a landing folder; may be given again")
  public List<Path> extract;

  @Option(
      names = "--layout",
      paramLabel = "ID",
      description = "the framework's layout that describes the extract")
  public String layout;

  @Option(
      names = "--framework",
      paramLabel = "ID|DIR",
      description = "a built-in framework, or a folder that holds one")
  public String framework;

  @Option(names = "--lake", paramLabel = "DIR", description = "folder of the embedded lake")
  public Path lake;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "file that holds the key of the pseudonyms which stand for case ids in the lake; without"
              + " it the variable TRUSTBENCH_KEY, else LAKE.key, which is made for a new lake")
  public Path keyFile;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "folder that releases are published to")
  public Path output;

  @Option(
      names = "--focus",
      paramLabel = "TRUST",
      description = "code or name of the trust that is benchmarked; all: a page for every trust")
  public String focus;

  @Option(
      names = "--comparator",
      paramLabel = "ID",
      description = "comparator shown first: programme, tranche, …")
  public String comparator;

  @Option(
      names = "--reject-tolerance",
      paramLabel = "SHARE",
      description = "share of judgements, 0 to 1, that may be rejected in a submission")
  Double rejectTolerance;

  @Option(
      names = "--judgement-change",
      paramLabel = "SHARE",
      description = "share of its judgements that a new submission may change unasked")
  Double judgementChange;

  @Option(
      names = "--case-change",
      paramLabel = "SHARE",
      description = "share of its cases by which a new submission may grow or shrink unasked")
  Double caseChange;

  @Option(
      names = "--expected-share",
      paramLabel = "SHARE",
      description = "share of the framework's trusts, 0 to 1, that an ingest must leave inspected")
  Double expectedShare;

  @Option(
      names = "--accept",
      paramLabel = "INSPECTION",
      description =
          "take in an inspection that is held or withdrawn; may be given again, and is no setting"
              + " of the file")
  List<String> accept = List.of();

  @Option(names = "--score-rule", paramLabel = "RULE", description = "pooled or mean-of-questions")
  String scoreRule;

  @Option(
      names = "--benchmark-rule",
      paramLabel = "RULE",
      description = "pooled-others, pooled-all or mean-of-others")
  String benchmarkRule;

  @Option(
      names = "--verdict-rule",
      paramLabel = "RULE",
      description =
          "difference, mid-p, interval-excludes-benchmark, score-test or exact-tail; difference"
              + " gives way to mid-p against a fixed value")
  String verdictRule;

  /** Comparators of the user's own; the settings file alone can describe them. */
  public List<UserComparator> comparators = List.of();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "no effect, since nothing is drawn at random: read so that older settings are")
  Integer draws;

  @Option(names = "--seed", paramLabel = "N", description = "no effect, like draws")
  Long seed;

  @Option(
      names = "--reliable-from",
      paramLabel = "N",
      description = "cases assessed below which a score is marked [u]")
  Integer reliableFrom;

  @Option(
      names = "--finite-population",
      description =
          "let the intervals of scores allow for the share of the caseload sampled; never verdicts,"
              + " ranks or funnels")
  Boolean finitePopulation;

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      description =
          "admit only inspections published by this day; those without a date are left out and named")
  LocalDate asAt;

  @Option(
      names = "--audience",
      paramLabel = "AUDIENCE",
      description =
          "internal: everything but identifiers, labelled so; public: small numbers suppressed,"
              + " figures rounded")
  public String audience;

  @Option(
      names = "--suppress-below",
      paramLabel = "N",
      description = "cases below which a figure is suppressed for the public; 10 unless set")
  Integer suppressBelow;

  @Option(
      names = "--round-counts-to",
      paramLabel = "N",
      description = "counts are rounded to multiples of this for the public; 5 unless set")
  Integer roundCountsTo;

  /** What is let into the lake. */
  public IngestPolicy admission() {
    return new IngestPolicy(
        rejectTolerance,
        new Thresholds(judgementChange, caseChange),
        expectedShare,
        Set.copyOf(accept));
  }

  /** What was let in, as words and numbers; it decides which submissions count and no figure. */
  public Map<String, Object> admitted() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("judgement_change", judgementChange);
    values.put("case_change", caseChange);
    values.put("expected_share", expectedShare);
    values.put("accept", accept);
    return values;
  }

  /** Settings that were given and decide nothing any more. */
  public List<String> withoutEffect() {
    List<String> names = new ArrayList<>();
    if (draws != null) {
      names.add("draws");
    }
    if (seed != null) {
      names.add("seed");
    }
    return names;
  }

  /** The trust in focus; null for none, and for all of them. */
  public String focusTrust() {
    return ReportPage.EVERY_TRUST.equals(focus) ? null : focus;
  }

  /** The rules that decide figures. */
  public AnalysisRules choices() {
    return new AnalysisRules(
        scoreRule,
        BenchmarkRule.of(benchmarkRule).orElseThrow(),
        Rule.of(verdictRule).orElseThrow(),
        reliableFrom,
        asAt,
        focusTrust(),
        comparator,
        comparators,
        finitePopulation);
  }

  public boolean isInternal() {
    return audience.equals(ReleaseContent.Audience.INTERNAL.id());
  }

  /** How far a release for the public protects cases. */
  public DisclosureRules protection() {
    return new DisclosureRules(suppressBelow, roundCountsTo);
  }

  /** The settings that decide what a release says, without any path. */
  public Map<String, Object> decisive() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("focus", focus);
    values.put("comparator", comparator);
    values.put("reject_tolerance", rejectTolerance);
    values.put("score_rule", scoreRule);
    values.put("benchmark_rule", benchmarkRule);
    values.put("verdict_rule", verdictRule);
    values.put("comparators", comparators.isEmpty() ? null : described());
    values.put("reliable_from", reliableFrom);
    values.put("finite_population", finitePopulation ? true : null);
    values.put("as_at", asAt == null ? null : asAt.toString());
    values.put("audience", audience);
    if (!isInternal()) {
      values.put("suppress_below", suppressBelow);
      values.put("round_counts_to", roundCountsTo);
    }
    values.values().removeIf(java.util.Objects::isNull);
    return values;
  }

  private List<Map<String, Object>> described() {
    List<Map<String, Object>> described = new ArrayList<>();
    for (UserComparator own : comparators) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", own.id());
      values.put("label", own.label());
      values.put("trusts", own.trusts());
      values.put("fixed_percent", own.fixed() == null ? null : Decimals.percent(own.fixed(), 6));
      values.values().removeIf(java.util.Objects::isNull);
      described.add(values);
    }
    return described;
  }

  /** Where things lie. */
  public Map<String, Object> places() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("settings", settings);
    values.put("framework", framework);
    values.put("submissions", extract == null ? submissions : null);
    values.put("extract", extract);
    values.put("layout", layout);
    values.put("lake", lake);
    values.put("key_file", keyFile);
    values.put("output", output);
    values.values().removeIf(java.util.Objects::isNull);
    values.replaceAll((name, value) -> value.toString());
    return values;
  }
}
