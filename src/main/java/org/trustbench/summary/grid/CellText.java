package org.trustbench.summary.grid;

import java.util.Locale;
import org.trustbench.benchmark.Availability;
import org.trustbench.stats.Interval;
import org.trustbench.table.Decimals;

/**
 * A cell as text: {@code 76 (71–80) [u]}. Figures are rounded half up at the very end.
 *
 * @param main the figure, or all of the text where there is no figure with something behind it
 * @param rest what follows the figure, such as its interval; empty for nothing
 * @param meaning what shorthand in it stands for, in words; empty without any
 */
public record CellText(String main, String rest, String meaning) {
  /** Smaller p-values are written as less than this. */
  private static final double SMALLEST_P = .001;

  /** A cell's text. */
  public static CellText of(Cell cell) {
    if (cell instanceof Cell.Empty) {
      return plain("");
    } else if (cell instanceof Cell.Text text) {
      return plain(text.text());
    } else if (cell instanceof Cell.Number number) {
      return plain(Long.toString(number.number()));
    } else if (cell instanceof Cell.Digits digits) {
      return plain(digits.digits());
    } else if (cell instanceof Cell.Count count) {
      return plain(grouped(count.count()));
    } else if (cell instanceof Cell.Figure figure) {
      return plain(figure(figure));
    } else if (cell instanceof Cell.Estimate estimate) {
      return estimate(estimate);
    } else if (cell instanceof Cell.Rank rank) {
      return new CellText(
          Integer.toString(rank.rank()), "(%d–%d)".formatted(rank.lower(), rank.upper()), "");
    } else if (cell instanceof Cell.Judged judged) {
      return plain(verdict(judged));
    } else if (cell instanceof Cell.JudgedFigure judged) {
      return new CellText(figure(judged.figure()), verdict(judged.verdict()), "");
    } else if (cell instanceof Cell.Absent absent) {
      return new CellText(absent.reason().symbol(), "", absent.reason().label());
    }
    throw new IllegalArgumentException("no text for " + cell);
  }

  /** All of it on one line. */
  public String joined() {
    return rest.isEmpty() ? main : main + " " + rest;
  }

  /** All of a cell's text on one line. */
  public static String joined(Cell cell) {
    return of(cell).joined();
  }

  /** A number with its thousands set apart. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static CellText plain(String text) {
    return new CellText(text, "", "");
  }

  private static CellText estimate(Cell.Estimate estimate) {
    String interval =
        estimate.interval() == null ? "" : interval(estimate.figure(), estimate.interval());
    Availability mark = estimate.isReliable() ? Availability.SHOWN : Availability.UNRELIABLE;
    String space = interval.isEmpty() || mark.symbol().isEmpty() ? "" : " ";
    return new CellText(
        figure(estimate.figure()),
        interval + space + mark.symbol(),
        estimate.isReliable() ? "" : mark.label());
  }

  private static String interval(Cell.Figure figure, Interval interval) {
    // Signs and a dash do not go together.
    boolean isSigned = figure.unit() == Cell.Unit.POINTS || figure.unit() == Cell.Unit.COEFFICIENT;
    String to = isSigned ? " to " : "–";
    return "(" + end(figure, interval.low()) + to + end(figure, interval.high()) + ")";
  }

  private static String end(Cell.Figure figure, double value) {
    return figure(new Cell.Figure(value, figure.unit(), figure.decimals()));
  }

  private static String figure(Cell.Figure figure) {
    return switch (figure.unit()) {
      case PERCENT -> Decimals.percentText(figure.value(), figure.decimals());
      case POINTS -> points(figure);
      case P_VALUE ->
          figure.value() < SMALLEST_P
              ? "<" + SMALLEST_P
              : Decimals.text(figure.value(), figure.decimals());
      case COEFFICIENT -> Decimals.text(figure.value(), figure.decimals()).replace('-', '\u2212');
    };
  }

  private static String points(Cell.Figure figure) {
    String points = Decimals.percentText(Math.abs(figure.value()), figure.decimals());
    boolean isZero = Decimals.percent(figure.value(), figure.decimals()) == 0;
    // A real minus sign: a hyphen is narrower than the plus, and read aloud as a pause.
    return isZero ? points : (figure.value() < 0 ? "\u2212" : "+") + points;
  }

  private static String verdict(Cell.Judged judged) {
    return judged.verdict().label() + (judged.isSure() ? " (99.8 %)" : "");
  }
}
