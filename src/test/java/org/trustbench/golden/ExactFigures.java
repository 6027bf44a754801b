package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trustbench.support.PlainCsv;

/** What a release's tables say, and what every other output of it must therefore show. */
final class ExactFigures {
  private static final Pattern INTERVAL =
      Pattern.compile("(-?\\d+) \\((-?\\d+)(?:–| to )(-?\\d+)\\)");

  private static final List<String> HEADLINES = List.of("overall", "theme", "child_protection");

  private final Path release;
  private final Map<List<String>, Map<String, String>> scores;
  private final Map<List<String>, Map<String, String>> comparisons;
  private final Map<List<String>, Map<String, String>> ranks;
  private final Map<List<String>, Map<String, String>> comparators;
  private final Map<String, String> trusts;
  private final Map<String, String> measures = new HashMap<>();
  private int held;

  ExactFigures(Path release) {
    this.release = release;
    this.scores = by(table("scores"), "trust_id", "measure_id");
    this.comparisons = by(table("comparisons"), "trust_id", "measure_id", "comparator_id");
    this.ranks = by(table("ranks"), "trust_id", "measure_id", "comparator_id");
    this.comparators = by(table("comparators"), "comparator_key", "measure_id");
    this.trusts =
        table("trusts").stream()
            .collect(Collectors.toMap(row -> row.get("trust_name"), row -> row.get("trust_id")));
    for (Map<String, String> row : table("measures")) {
      if (HEADLINES.contains(row.get("measure_kind"))) {
        measures.put(row.get("measure_label"), row.get("measure_id"));
      }
    }
  }

  List<Map<String, String>> table(String name) {
    return PlainCsv.rows(release.resolve("tables").resolve(name + ".csv"));
  }

  private static Map<List<String>, Map<String, String>> by(
      List<Map<String, String>> rows, String... key) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> List.of(key).stream().map(row::get).toList(), Function.identity()));
  }

  Map<String, String> score(String trust, String measure) {
    return scores.get(List.of(trust, measure));
  }

  Map<String, String> comparison(String trust, String measure, String comparator) {
    return comparisons.get(List.of(trust, measure, comparator));
  }

  Map<String, String> rank(String trust, String measure, String comparator) {
    return ranks.get(List.of(trust, measure, comparator));
  }

  Map<String, String> comparator(String key, String measure) {
    return comparators.get(List.of(key, measure));
  }

  /** The code of a trust by its name. */
  String trust(String name) {
    assertThat(trusts).containsKey(name);
    return trusts.get(name);
  }

  /** The id of a measure by its label. */
  String measure(String label) {
    assertThat(measures).containsKey(label);
    return measures.get(label);
  }

  /** How many figures have been held to the tables. */
  int held() {
    return held;
  }

  /** Half up, from the integers. */
  static String percent(Map<String, String> score, int decimals) {
    BigInteger y = new BigInteger(score.get("sufficient"));
    BigInteger n = new BigInteger(score.get("assessed"));
    BigInteger scaled = y.multiply(BigInteger.TEN.pow(decimals + 2)).shiftLeft(1).add(n);
    return new BigDecimal(scaled.divide(n.shiftLeft(1)), decimals).toPlainString();
  }

  /** A score with its interval, in whole percent. */
  void score(Object where, String shown, Map<String, String> score) {
    Matcher parts = INTERVAL.matcher(plain(shown));
    if (!parts.lookingAt()) {
      assertThat(score.get("lower95_percent")).as("%s %s", where, shown).isEmpty();
      return;
    }
    same(where, parts.group(1), percent(score, 0));
    whole(where, parts.group(2), score.get("lower95_percent"));
    whole(where, parts.group(3), score.get("upper95_percent"));
  }

  /** A figure with its interval, of three columns of a row. */
  void interval(Object where, String shown, Map<String, String> row, String... columns) {
    Matcher parts = INTERVAL.matcher(plain(shown));
    if (!parts.lookingAt()) {
      whole(where, shown, row.get(columns[0]));
      return;
    }
    for (int i = 0; i < columns.length; i++) {
      whole(where, parts.group(i + 1), row.get(columns[i]));
    }
  }

  /** A figure in whole percent or points, of one that is published to four decimals. */
  void whole(Object where, String shown, String decimals) {
    if (decimals.isEmpty()) {
      assertThat(shown).as("%s", where).matches("\\[[czxu]\\]");
      held++;
      return;
    }
    BigDecimal exact = new BigDecimal(decimals);
    String expected = exact.setScale(0, RoundingMode.HALF_UP).toPlainString();
    boolean isEither = exact.stripTrailingZeros().toPlainString().endsWith(".5");
    String given = plain(shown);
    // At a published half the exact figure lies on either side of it.
    same(
        where,
        given,
        isEither && given.equals(exact.setScale(0, RoundingMode.HALF_DOWN).toPlainString())
            ? given
            : expected);
  }

  /** A figure to one decimal, as charts place it. */
  void tenth(Object where, Number shown, String decimals) {
    assertThat(new BigDecimal(shown.toString()).subtract(new BigDecimal(decimals)).abs())
        .as("%s %s for %s", where, shown, decimals)
        .isLessThanOrEqualTo(new BigDecimal("0.05005"));
    held++;
  }

  void count(Object where, String shown, String expected) {
    same(where, shown.replace(",", ""), expected);
  }

  void same(Object where, String shown, String expected) {
    assertThat(shown).as("%s", where).isEqualTo(expected);
    held++;
  }

  /** Rank with what is not ruled out. */
  void rank(Object where, String shown, Map<String, String> row) {
    same(
        where,
        shown,
        row.get("rank").isEmpty()
            ? "[x]"
            : "%s (%s–%s)"
                .formatted(row.get("rank"), row.get("rank_lower"), row.get("rank_upper")));
  }

  void verdict(Object where, String shown, Map<String, String> row) {
    boolean isFarther = List.of("higher", "lower").contains(row.get("verdict998"));
    same(where, plain(shown), row.get("verdict95") + (isFarther ? " (99.8 %)" : ""));
  }

  /** Without a sign that only looks, and with ordinary spaces. */
  static String plain(String shown) {
    return shown.replace('\u00a0', ' ').replace('−', '-').replace("+", "");
  }
}
