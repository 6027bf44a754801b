package org.trustbench.browser;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.trustbench.support.PlainCsv;

/** Figures of a release's CSV files, and the words that a page is to show for them. */
final class Figures {
  private final List<Map<String, String>> scores;
  private final List<Map<String, String>> comparisons;

  Figures(Path release) {
    scores = PlainCsv.rows(release.resolve("tables/scores.csv"));
    comparisons = PlainCsv.rows(release.resolve("tables/comparisons.csv"));
  }

  /** What sets one trust against a comparator, in the order of the form's measures. */
  List<Map<String, String>> against(String trust, String comparator, Predicate<String> kind) {
    return comparisons.stream()
        .filter(row -> row.get("trust_id").equals(trust))
        .filter(row -> row.get("comparator_id").equals(comparator))
        .filter(row -> kind.test(score(row).get("measure_kind")))
        .toList();
  }

  /** The group that a trust belongs to under a comparator, on one measure: best first. */
  List<Map<String, String>> league(String trust, String comparator, String measure) {
    String group = against(trust, comparator, kind -> true).get(0).get("comparator_group");
    return comparisons.stream()
        .filter(row -> row.get("comparator_id").equals(comparator))
        .filter(row -> row.get("comparator_group").equals(group))
        .filter(row -> row.get("measure_id").equals(measure))
        .sorted(Comparator.comparing(row -> new BigDecimal(row.get("rank"))))
        .toList();
  }

  /** The score that a comparison is about. */
  Map<String, String> score(Map<String, String> comparison) {
    return scores.stream()
        .filter(row -> row.get("inspection_id").equals(comparison.get("inspection_id")))
        .filter(row -> row.get("measure_id").equals(comparison.get("measure_id")))
        .findFirst()
        .orElseThrow();
  }

  /** {@code 66 (63–68)}. */
  static String scoreWords(Map<String, String> score) {
    return "%s (%s–%s)"
        .formatted(
            whole(score.get("score_percent")),
            whole(score.get("lower95_percent")),
            whole(score.get("upper95_percent")));
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
