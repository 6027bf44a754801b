package org.trustbench.publish.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PairChances;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Proportion;
import org.trustbench.summary.Formatting;
import org.trustbench.table.Decimals;

/**
 * Cells of {@link FigureColumns}: whole numbers with commas between. What is absent is a letter,
 * the one within its symbol: {@code c} for {@code [c]}.
 */
final class FigureCells {
  private static final String BETWEEN = "|";
  private static final MathContext TEN_DIGITS = new MathContext(10);

  private FigureCells() {}

  static String letter(Availability absent) {
    return absent.symbol().substring(1, 2);
  }

  /**
   * One measure of every institution: score, its interval, cases, judgements, not recorded, {@code
   * u} where it cannot be read alone; then, of exact figures that are compared in pairs, the
   * sufficient judgements and how many independent ones all are worth, of rounded ones the interval
   * at 99.8 %.
   */
  static String scores(
      Measure measure, List<InspectionScore> scores, boolean isRounded, boolean isPaired) {
    List<Proportion> worth =
        isRounded || !isPaired
            ? Collections.nCopies(scores.size(), null)
            : PairDifference.worth(measure, scores);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      InspectionScore score = scores.get(i);
      if (score == null) {
        cells.add(letter(Availability.NOT_AVAILABLE));
      } else if (score.score() == null) {
        cells.add(letter(score.availability()));
      } else {
        cells.add(
            cell(
                percent(score.score()),
                ends(score.interval95()),
                score.base().casesAssessed().orElseThrow(),
                score.base().assessed().orElseThrow(),
                score.base().notRecorded().map(Object::toString).orElse(""),
                score.isReliable() ? "" : letter(Availability.UNRELIABLE),
                isRounded ? published(score) : exact(score, worth.get(i))));
      }
    }
    return String.join(BETWEEN, cells);
  }

  private static String published(InspectionScore score) {
    return ends(PairChances.published(score) == null ? null : score.interval998());
  }

  private static String exact(InspectionScore score, Proportion worth) {
    return worth == null ? "," : cell(score.counts().sufficient(), worth(score, worth));
  }

  /** {@code =} where every judgement counts in full. */
  private static String worth(InspectionScore score, Proportion worth) {
    return worth.n() == score.counts().assessed()
        ? "="
        : BigDecimal.valueOf(worth.n()).round(TEN_DIGITS).stripTrailingZeros().toPlainString();
  }

  /**
   * The benchmark, the difference from it and its interval, the verdict, and the place of a flag
   * among all that were met.
   */
  static String against(Comparison c, List<String> flags) {
    if (c == null) {
      return letter(Availability.NOT_AVAILABLE);
    }
    return cell(
        c.benchmark() == null
            ? letter(missing(c.reference().availability()))
            : percent(c.benchmark()),
        c.difference() == null ? "" : percent(c.difference()),
        ends(c.difference95()),
        verdict(c),
        flag(Formatting.flag(c), flags));
  }

  private static int flag(String flag, List<String> flags) {
    if (!flags.contains(flag)) {
      flags.add(flag);
    }
    return flags.indexOf(flag);
  }

  /** The place of an institution, its tier, its rank and the ranks not ruled out, its verdict. */
  static String ranked(int place, Comparison c) {
    return c.ranked() == null
        ? cell(place, "", "", "", "", verdict(c))
        : cell(
            place,
            c.ranked().tier(),
            c.ranked().rank(),
            c.ranked().lower(),
            c.ranked().upper(),
            verdict(c));
  }

  /** The value of a line in a chart. */
  static String pooled(Double value) {
    return value == null ? "" : Double.toString(Decimals.percent(value, 1));
  }

  /** The first letter of a verdict, a capital where it holds at 99.8 % too; not compared is -. */
  private static String verdict(Comparison c) {
    boolean isSure = Formatting.isApart(c.verdict998());
    return switch (c.verdict95()) {
      case HIGHER -> isSure ? "H" : "h";
      case LOWER -> isSure ? "L" : "l";
      case SIMILAR -> "s";
      case NOT_COMPARED -> "-";
    };
  }

  private static Availability missing(Availability other) {
    return other.isShown() ? Availability.NOT_AVAILABLE : other;
  }

  private static String percent(double proportion) {
    return Decimals.percentText(proportion, 0);
  }

  private static String ends(Interval interval) {
    return interval == null ? "," : percent(interval.low()) + "," + percent(interval.high());
  }

  private static String cell(Object... parts) {
    return Arrays.stream(parts)
        .map(part -> part == null ? "" : part.toString())
        .collect(Collectors.joining(","));
  }
}
