package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.jobs.settings.Setting.Topic;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;
import org.trustbench.storage.Place;

/** Every setting of a run on a programme. Those that decide figures are recorded in this order. */
public final class ProgrammeSettings {
  private static final int MOST_ROUNDING = 1000;

  public static final Setting<Path> SETTINGS =
      Setting.path("settings")
          .means(Topic.READ, "FILE", "settings file; paths in it are relative to the file")
          .example("hmip-2024.json")
          .flagOnly();

  public static final Setting<Path> SUBMISSIONS =
      Setting.place("submissions")
          .means(Topic.READ, "DIR", "landing folder: a folder, or a workbook, per inspection")
          .example("data-samples/iaow-2013")
          .says("submissions of %s");

  public static final Setting<List<ExtractAddress>> EXTRACT =
      Setting.flagGivenAgain("extract", ExtractAddress.class)
          .means(
              Topic.READ,
              "FILE|URL",
              "national extract instead of a landing folder: a file, a folder of Parquet files, a"
                  + " table of Iceberg or PostgreSQL; may be given again")
          .example("extract.csv")
          .says(files -> "extract " + words(files));

  public static final Setting<String> LAYOUT =
      Setting.text("layout")
          .means(Topic.READ, "ID", "the framework's layout that describes the extract")
          .example("wide")
          .flagOnly()
          .says("layout %s");

  public static final Setting<String> FRAMEWORK =
      Setting.framework("framework")
          .means(Topic.READ, "ID|DIR", "a built-in framework, or a folder that holds one")
          .example("iaow-2013")
          .says("framework %s");

  public static final Setting<Path> LAKE =
      Setting.place("lake")
          .means(Topic.KEPT, "DIR", "folder of the embedded lake")
          .example("/data/lake")
          .must(
              Place::isLocal,
              "is no folder of this machine, as the embedded lake is: for tables there, name a"
                  + " catalog by spark.sql.catalog.lake.* whose warehouse is that address"
                  + " (jobs/PLATFORMS.md)")
          .says("lake %s");

  public static final Setting<Path> KEY_FILE =
      Setting.path("key_file")
          .means(
              Topic.KEPT,
              "FILE",
              "file that holds the key of the pseudonyms which stand for case ids in the lake;"
                  + " without it the variable TRUSTBENCH_KEY, else LAKE.key, which is made for a"
                  + " new lake")
          .example("/secrets/lake.key")
          .says("key of %s");

  public static final Setting<Path> OUTPUT =
      Setting.place("output")
          .means(
              Topic.KEPT,
              "DIR",
              "folder of releases, or an address such as s3://BUCKET/FOLDER, with a folder in it"
                  + " for each audience: internal and public")
          .example("/data/releases")
          .says("releases in %s");

  public static final Setting<String> FOCUS =
      Setting.text("focus")
          .means(
              Topic.DECIDED,
              "TRUST",
              "code or name of the trust that is benchmarked; all: a page for every trust")
          .example("NSP")
          .ofFramework()
          .decisive()
          .saysInTerms(
              (trust, terms) ->
                  trust.equals("all")
                      ? terms.text("a page for every {institution}")
                      : terms.text("{institution} %s in focus", trust));

  public static final Setting<String> COMPARATOR =
      Setting.text("comparator")
          .means(Topic.DECIDED, "ID", "comparator shown first: programme, tranche, …")
          .example("programme")
          .ofFramework()
          .decisive()
          .says("compared by %s");

  public static final Setting<Double> REJECT_TOLERANCE =
      Setting.number("reject_tolerance")
          .means(
              Topic.ADMITTED,
              "SHARE",
              "share of judgements, 0 to 1, that may be rejected in a submission")
          .example("0.02")
          .standard(0.05)
          .must(value -> value >= 0 && value <= 1, "is not between 0 and 1")
          .decisive()
          .says("up to %s of judgements may be rejected");

  public static final Setting<Double> JUDGEMENT_CHANGE =
      Setting.number("judgement_change")
          .means(
              Topic.ADMITTED,
              "SHARE",
              "share of its judgements that a new submission may change unasked")
          .example("0.1")
          .standard(0.25)
          .must(value -> value >= 0, "is not 0 or more")
          .says("up to %s of judgements may change");

  public static final Setting<Double> CASE_CHANGE =
      Setting.number("case_change")
          .means(
              Topic.ADMITTED,
              "SHARE",
              "share of its cases by which a new submission may grow or shrink unasked")
          .example("0.1")
          .standard(0.25)
          .must(value -> value >= 0, "is not 0 or more")
          .says("up to %s of {cases} may come or go");

  public static final Setting<Double> EXPECTED_SHARE =
      Setting.number("expected_share")
          .means(
              Topic.ADMITTED,
              "SHARE",
              "share of the framework's trusts, 0 to 1, that an ingest must leave inspected")
          .example("0.9")
          .standard(0.0)
          .must(value -> value >= 0 && value <= 1, "is not between 0 and 1")
          .says("%s of {institutions} expected");

  public static final Setting<List<String>> ACCEPT =
      Setting.flagGivenAgain("accept", String.class)
          .means(
              Topic.ADMITTED,
              "INSPECTION",
              "take in an inspection that is held or withdrawn; may be given again")
          .example("NSP-2014-03")
          .standard(List.of())
          .says(inspections -> "accepted: " + words(inspections));

  public static final Setting<String> SCORE_RULE =
      Setting.text("score_rule")
          .means(Topic.DECIDED, "RULE", "pooled or mean-of-questions")
          .example("mean-of-questions")
          .standard(AnalysisRules.POOLED)
          .oneOf(AnalysisRules.POOLED, AnalysisRules.MEAN_OF_QUESTIONS)
          .decisive()
          .says("scores %s");

  public static final Setting<String> BENCHMARK_RULE =
      Setting.text("benchmark_rule")
          .means(
              Topic.DECIDED, "RULE", either(labels(BenchmarkRule.values(), BenchmarkRule::label)))
          .example("pooled-all")
          .standard(BenchmarkRule.POOLED_OTHERS.label())
          .oneOf(labels(BenchmarkRule.values(), BenchmarkRule::label))
          .decisive()
          .says("benchmark %s");

  public static final Setting<String> VERDICT_RULE =
      Setting.text("verdict_rule")
          .means(
              Topic.DECIDED,
              "RULE",
              either(labels(VerdictRule.values(), VerdictRule::label))
                  + "; difference gives way to mid-p against a fixed value")
          .example("mid-p")
          .standard(VerdictRule.DIFFERENCE.label())
          .oneOf(labels(VerdictRule.values(), VerdictRule::label))
          .decisive()
          .says("verdicts by %s");

  public static final Setting<List<UserComparator>> COMPARATORS =
      Setting.ofFileAlone("comparators", List.class, UserComparators::read)
          .means(Topic.DECIDED, "LIST", "comparators of your own; the settings file alone has them")
          .standard(List.of())
          .ofFramework()
          .recordedAs(UserComparators::recorded)
          .decisive()
          .says(
              own ->
                  "comparators of your own: "
                      + words(own.stream().map(UserComparator::id).toList()));

  public static final Setting<Integer> DRAWS =
      Setting.wholeNumber("draws")
          .means(
              Topic.DECIDED,
              "N",
              "no effect, since nothing is drawn at random: read so that older settings are")
          .withoutEffect();

  public static final Setting<Long> SEED =
      Setting.longNumber("seed").means(Topic.DECIDED, "N", "no effect, like draws").withoutEffect();

  public static final Setting<Integer> RELIABLE_FROM =
      Setting.wholeNumber("reliable_from")
          .means(Topic.DECIDED, "N", "cases assessed below which a score is marked [u]")
          .example("5")
          .standard(10)
          .calledInMessages("reliable-from")
          .must(value -> value >= 0, "is below 0")
          .decisive()
          .says("[u] below %s {cases}");

  public static final Setting<Boolean> FINITE_POPULATION =
      Setting.truth("finite_population")
          .means(
              Topic.DECIDED,
              "",
              "let the intervals of scores allow for the share of the caseload sampled; never"
                  + " verdicts, ranks or funnels")
          .standard(false)
          .recordedAs(isSet -> isSet ? true : null)
          .decisive()
          .saysInTerms(
              (isSet, terms) -> terms.text("intervals allow for the share of {cases} sampled"));

  public static final Setting<LocalDate> AS_AT =
      Setting.date("as_at")
          .means(
              Topic.DECIDED,
              "DATE",
              "admit only inspections published by this day; those without a date are left out and"
                  + " named")
          .example("2014-03-04")
          .recordedAs(LocalDate::toString)
          .decisive()
          .says("published by %s");

  public static final Setting<String> AUDIENCE =
      Setting.text("audience")
          .means(
              Topic.SHOWN,
              "AUDIENCE",
              "internal: everything but identifiers, labelled so; public: small numbers suppressed,"
                  + " figures rounded")
          .example("public")
          .standard(Audience.INTERNAL.id())
          .oneOf(labels(Audience.values(), Audience::id))
          .decisive()
          .says("audience %s");

  public static final Setting<Integer> SUPPRESS_BELOW =
      Setting.wholeNumber("suppress_below")
          .means(Topic.SHOWN, "N", "cases below which a figure is suppressed for the public")
          .example("20")
          .standard(DisclosureRules.STANDARD.fewestCases())
          .calledInMessages("suppress-below")
          .must(value -> value >= 1 && value <= MOST_ROUNDING, "is not between 1 and 1000")
          .recordedWhen(settings -> !settings.isInternal())
          .decisive()
          .says("suppressed below %s {cases}");

  public static final Setting<Integer> ROUND_COUNTS_TO =
      Setting.wholeNumber("round_counts_to")
          .means(Topic.SHOWN, "N", "counts are rounded to multiples of this for the public")
          .example("10")
          .standard(DisclosureRules.STANDARD.rounding())
          .calledInMessages("round-counts-to")
          .must(value -> value >= 1 && value <= MOST_ROUNDING, "is not between 1 and 1000")
          .recordedWhen(settings -> !settings.isInternal())
          .decisive()
          .says("counts rounded to %s");

  public static final Setting<Boolean> BRIEF =
      Setting.truth("brief")
          .means(
              Topic.SHOWN,
              "",
              "a page of one or two sheets of paper for every trust inspected, in briefs/, and one"
                  + " that prints them all")
          .standard(false)
          .recordedAs(isSet -> isSet ? true : null)
          .decisive()
          .saysInTerms((isSet, terms) -> terms.text("a brief page for every {institution}"));

  /** All of them, as they are declared. */
  public static final List<Setting<?>> ALL = declared();

  /** What a job reads that reads what was sent. */
  public static final List<Setting<?>> SENT = List.of(SUBMISSIONS, EXTRACT, LAYOUT);

  /** What decides which submissions are taken in. */
  public static final List<Setting<?>> ADMISSION =
      List.of(REJECT_TOLERANCE, JUDGEMENT_CHANGE, CASE_CHANGE, EXPECTED_SHARE, ACCEPT);

  /** What decides how inspections are compared. */
  public static final List<Setting<?>> RULES =
      List.of(
          FOCUS,
          COMPARATOR,
          SCORE_RULE,
          BENCHMARK_RULE,
          VERDICT_RULE,
          COMPARATORS,
          DRAWS,
          SEED,
          RELIABLE_FROM,
          FINITE_POPULATION,
          AS_AT);

  /** What decides who may see the figures. */
  public static final List<Setting<?>> DISCLOSURE =
      List.of(AUDIENCE, SUPPRESS_BELOW, ROUND_COUNTS_TO);

  private ProgrammeSettings() {}

  private static String words(List<?> some) {
    return some.stream().map(String::valueOf).collect(Collectors.joining(" and "));
  }

  private static <E> String[] labels(E[] words, Function<E, String> label) {
    return Arrays.stream(words).map(label).toArray(String[]::new);
  }

  /** Words as a choice: {@code a, b or c}. */
  private static String either(String... words) {
    int last = words.length - 1;
    return String.join(", ", Arrays.copyOf(words, last)) + " or " + words[last];
  }

  /** So that a declaration cannot be left out of them. */
  private static List<Setting<?>> declared() {
    return Arrays.stream(ProgrammeSettings.class.getFields())
        .filter(field -> field.getType().equals(Setting.class))
        .<Setting<?>>map(ProgrammeSettings::value)
        .toList();
  }

  private static Setting<?> value(java.lang.reflect.Field field) {
    try {
      return (Setting<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Declarations are public", e);
    }
  }
}
