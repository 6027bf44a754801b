package org.trustbench.browser;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trustbench.support.PlainCsv;

/** Figures of a release's CSV files, and the words that a page is to show for them. */
final class Figures {
  private static final Map<Path, Figures> READ = new ConcurrentHashMap<>();

  private final List<Map<String, String>> scores;
  private final List<Map<String, String>> comparisons;
  private final List<Map<String, String>> pathway;
  private final Map<List<String>, Map<String, String>> scoreOf;
  private final Map<List<String>, List<Map<String, String>>> comparisonsOf;

  private Figures(Path release) {
    scores = PlainCsv.rows(release.resolve("tables/scores.csv"));
    comparisons = PlainCsv.rows(release.resolve("tables/comparisons.csv"));
    pathway = PlainCsv.rows(release.resolve("tables/pathway.csv"));
    scoreOf =
        scores.stream()
            .collect(
                Collectors.toMap(
                    row -> List.of(row.get("inspection_id"), row.get("measure_id")), row -> row));
    comparisonsOf =
        comparisons.stream()
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.get("trust_id"), row.get("comparator_id"))));
  }

  /** Those of a release, whose files are read once for all tests. */
  static Figures of(Path release) {
    return READ.computeIfAbsent(release, Figures::new);
  }

  /** The names of the trusts that have a score, by code. */
  Map<String, String> names() {
    return scores.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("trust_id"), row -> row.get("trust_name"), (a, b) -> a));
  }

  /** Every score of the trusts compared, but of steps of pathways. */
  List<Map<String, String>> scores() {
    return scores.stream().filter(row -> !row.get("measure_kind").equals("pathway")).toList();
  }

  /** What sets one trust against a comparator, in the order of the form's measures. */
  List<Map<String, String>> against(String trust, String comparator, Predicate<String> kind) {
    return comparisonsOf.get(List.of(trust, comparator)).stream()
        .filter(row -> kind.test(score(row).get("measure_kind")))
        .toList();
  }

  /** What sets one trust against a comparator on one measure. */
  Map<String, String> of(String trust, String comparator, String measure) {
    return comparisonsOf.get(List.of(trust, comparator)).stream()
        .filter(row -> row.get("measure_id").equals(measure))
        .findFirst()
        .orElseThrow();
  }

  /** The league that a trust belongs to under a comparator: best first. */
  List<Map<String, String>> league(String trust, String comparator, String measure) {
    String group = of(trust, comparator, measure).get("comparator_group");
    return comparisons.stream()
        .filter(row -> row.get("comparator_id").equals(comparator))
        .filter(row -> row.get("comparator_group").equals(group))
        .filter(row -> row.get("measure_id").equals(measure))
        .sorted(
            Comparator.comparing((Map<String, String> row) -> Integer.valueOf(row.get("rank")))
                .thenComparing(row -> new BigDecimal(row.get("score_percent")).negate()))
        .toList();
  }

  /** The steps of one trust beside those of the others, in order. */
  List<Map<String, String>> pathway(String trust, String comparator) {
    return pathway.stream()
        .filter(row -> row.get("trust_id").equals(trust))
        .filter(row -> row.get("comparator_id").equals(comparator))
        .toList();
  }

  /** The score that a comparison is about. */
  Map<String, String> score(Map<String, String> comparison) {
    return Objects.requireNonNull(
        scoreOf.get(List.of(comparison.get("inspection_id"), comparison.get("measure_id"))));
  }

  /** {@code 66 (63–68)}, marked where it rests on little; or why there is no score. */
  static String scoreWords(Map<String, String> score) {
    String words = withInterval(score, "score_percent", "lower95_percent", "upper95_percent");
    return switch (score.get("score_status")) {
      case "shown" -> words;
      case "low reliability" -> words + " [u]";
      case "suppressed" -> "[c]";
      case "not applicable" -> "[z]";
      case "not available" -> "[x]";
      default -> throw new AssertionError("unknown: " + score);
    };
  }

  /**
   * {@code 64 (52–75)}: the share of cases that are left after a step; {@code 100} at the start.
   */
  static String shareWords(Map<String, String> step) {
    return withInterval(step, "remaining_percent", "lower95_percent", "upper95_percent");
  }

  static String othersShareWords(Map<String, String> step) {
    return withInterval(step, "others_percent", "others_lower95_percent", "others_upper95_percent");
  }

  private static String withInterval(
      Map<String, String> row, String value, String lower, String upper) {
    if (row.get(value).isEmpty()) {
      return "";
    }
    if (row.get(lower).isEmpty()) {
      return whole(row.get(value));
    }
    return "%s (%s–%s)"
        .formatted(whole(row.get(value)), whole(row.get(lower)), whole(row.get(upper)));
  }

  /** {@code lower (99.8 %)}. */
  static String verdictWords(Map<String, String> comparison) {
    boolean isSure = List.of("higher", "lower").contains(comparison.get("verdict998"));
    return comparison.get("verdict95") + (isSure ? " (99.8 %)" : "");
  }

  /** {@code 4 (2–9)}. */
  static String rankWords(Map<String, String> comparison) {
    return "%s (%s–%s)"
        .formatted(
            comparison.get("rank"), comparison.get("rank_lower"), comparison.get("rank_upper"));
  }

  /** {@code −7 (−9 to −4)}. */
  static String differenceWords(Map<String, String> comparison) {
    return "%s (%s to %s)"
        .formatted(
            signed(comparison.get("difference_points")),
            signed(comparison.get("difference_lower95_points")),
            signed(comparison.get("difference_upper95_points")));
  }

  /** {@code ▼▼ 54}: a score with the sign of its verdict. */
  static String signedScore(Map<String, String> comparison) {
    return (sign(comparison) + " " + whole(comparison.get("score_percent"))).strip();
  }

  /** {@code ▼▼ lower}. */
  static String signedVerdict(Map<String, String> comparison) {
    return (sign(comparison) + " " + comparison.get("verdict95")).strip();
  }

  private static String sign(Map<String, String> comparison) {
    String once =
        switch (comparison.get("verdict95")) {
          case "higher" -> "▲";
          case "lower" -> "▼";
          default -> "";
        };
    return comparison.get("verdict998").equals("similar") ? once : once + once;
  }

  /** A number to the nearest whole one. */
  static String whole(String number) {
    return new BigDecimal(number).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  private static String signed(String number) {
    BigDecimal rounded = new BigDecimal(number).setScale(0, RoundingMode.HALF_UP);
    return switch (rounded.signum()) {
      case 1 -> "+" + rounded.toPlainString();
      case -1 -> "−" + rounded.abs().toPlainString();
      default -> "0";
    };
  }
}
