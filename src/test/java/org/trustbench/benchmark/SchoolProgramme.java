package org.trustbench.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.framework.Codebook;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/**
 * A programme of thirteen schools in two counties, small enough for every figure to be worked out
 * again by other code: sufficient of judged in late and in early lessons, by question.
 */
public final class SchoolProgramme {
  private static final String JUDGED =
      """
      HILL  3/10  9/20   4/10  8/20   3/9   8/18   4/10  9/20
      DALE  8/10 14/20   7/10 15/20   8/10 13/18   9/10 16/20
      FORD  6/10 15/20   8/10 14/20   7/10 15/20   8/10 15/20
      S01   9/12 13/18   8/12 14/18   9/12 12/16   8/12 14/18
      S02   7/10 17/20   9/10 17/20   6/10 15/20   9/10 18/20
      S03  10/14 20/26   9/14 21/26  12/14 19/24  11/14 20/26
      S04   5/8  12/22   6/8  12/22   5/8  11/20   4/8  13/22
      S05  12/15 24/25  14/15 23/25  13/15 24/25  14/15 24/25
      S06   4/10 11/20   6/10 12/20   5/10 12/20   5/10 13/20
      S07   8/9  14/16   7/9  13/16   8/9  12/14   7/9  14/16
      S08   6/20 11/30   9/20 13/30   8/20 14/30  10/20 16/30
      S09   1/2   1/2    1/2   2/2    1/2   1/2    2/2   1/2
      S10   5/6   4/6    0/0   0/0    0/0   0/0    0/0   0/0
      """;
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final List<String> COUNTIES =
      List.of("Kent", "Essex", "Essex", "Essex", "Essex", "", "", "", "", "");

  public static final Codebook CODEBOOK =
      TinyFramework.codebook(
          json ->
              json.replace(
                  "{ \"id\": \"programme\", \"label\": \"All schools\" }",
                  "{ \"id\": \"programme\", \"label\": \"All schools\" },"
                      + " { \"id\": \"county\", \"label\": \"County\", \"by\": \"county\" }"),
          Stream.iterate(1, i -> i + 1)
              .limit(COUNTIES.size())
              .map(i -> "S%02d,School %d,,,%s".formatted(i, i, COUNTIES.get(i - 1)))
              .toList());

  private static final List<UserComparator> OWN =
      List.of(
          new UserComparator.Group("near", "Near", List.of("HILL", "DALE", "FORD", "S01")),
          new UserComparator.FixedValue("target", "Target", .7));

  private SchoolProgramme() {}

  /** The programme's inspections, made anew each time: nothing is kept between tests. */
  public static List<InspectionTallies> inspections() {
    return inspections(JUDGED);
  }

  /** The programme by the standard rules, HILL in focus. */
  static Results standard() {
    return results(AnalysisRules.POOLED, BenchmarkRule.POOLED_OTHERS, VerdictRule.DIFFERENCE);
  }

  /** Schools judged otherwise, a line each as in the programme. */
  public static List<InspectionTallies> inspections(String judged) {
    return judged.strip().lines().map(SchoolProgramme::inspection).toList();
  }

  private static InspectionTallies inspection(String line) {
    List<String> cells = SPACES.splitAsStream(line.strip()).toList();
    List<String> questions = List.of("plan", "pace", "marked", "safe");
    String table =
        Stream.iterate(0, i -> i + 1)
            .limit(questions.size())
            .filter(i -> !cells.get(2 * i + 1).equals("0/0"))
            .map(i -> questions.get(i) + " " + cells.get(2 * i + 1) + " " + cells.get(2 * i + 2))
            .collect(Collectors.joining("\n"));
    return Judged.inspection(CODEBOOK, cells.get(0), table);
  }

  static AnalysisRules rules(String scoreRule, BenchmarkRule benchmark, VerdictRule verdict) {
    return new AnalysisRules(
        scoreRule,
        benchmark,
        verdict,
        10,
        Optional.empty(),
        Optional.of("HILL"),
        Optional.empty(),
        OWN,
        false);
  }

  static Results results(String scoreRule, BenchmarkRule benchmark, VerdictRule verdict) {
    return results(rules(scoreRule, benchmark, verdict));
  }

  /** Other schools by the standard rules, with no comparators of one's own. */
  public static Results results(String... judged) {
    return Benchmark.of(
        CODEBOOK.framework(),
        new AnalysisRules(AnalysisRules.POOLED, 10),
        inspections(String.join("\n", judged)));
  }

  static Results results(AnalysisRules rules) {
    return Benchmark.of(CODEBOOK.framework(), rules, inspections());
  }

  /** Every school's comparison on one measure with one comparator. */
  static List<Comparison> league(Results results, String comparator, String measure) {
    return results.comparisons().stream()
        .filter(one -> one.comparatorGroup().comparatorId().equals(comparator))
        .filter(one -> one.score().measure().id().equals(measure))
        .toList();
  }

  static Comparison comparison(Results results, String comparator, String measure, String school) {
    return league(results, comparator, measure).stream()
        .filter(one -> school(one.score()).equals(school))
        .findFirst()
        .orElseThrow();
  }

  public static String school(InspectionScore score) {
    return score.inspection().trust().code();
  }

  /** Comparisons as a table: a line a school, its figures to six decimals. */
  static String table(List<Comparison> league, Function<Comparison, List<?>> figures) {
    return league.stream()
        .map(one -> school(one.score()) + " " + line(figures.apply(one)) + "\n")
        .collect(Collectors.joining());
  }

  static String line(List<?> figures) {
    return figures.stream().map(SchoolProgramme::text).collect(Collectors.joining(" "));
  }

  private static String text(Object figure) {
    if (figure == null) {
      return "-";
    }
    if (figure instanceof Double number) {
      return String.format(Locale.ROOT, "%.6f", number + 0.0);
    }
    if (figure instanceof Interval interval) {
      return text(interval.low()) + " " + text(interval.high());
    }
    return figure instanceof Verdict verdict ? verdict.label() : figure.toString();
  }
}
