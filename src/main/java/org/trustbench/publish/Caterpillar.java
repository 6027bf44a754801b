package org.trustbench.publish;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.Comparison;
import org.trustbench.framework.Trust;
import org.trustbench.stats.Interval;
import org.trustbench.summary.Words;
import org.trustbench.table.Decimals;

/**
 * A league drawn: sorted scores with their intervals, parted by tier. Places are in pixels of a
 * drawing {@value #WIDTH} wide; the template draws and escapes.
 *
 * @param title the finding
 * @param description what a reader who does not see the drawing is told
 * @param axis what the axis shows, and whether it is cut
 * @param benchmark x of the group's own score; null without one
 */
record Caterpillar(
    String id,
    String title,
    String description,
    String axis,
    int height,
    List<Tick> ticks,
    List<Tier> tiers,
    List<Mark> marks,
    String benchmark,
    String benchmarkLabel) {
  static final int WIDTH = 960;
  static final int LEFT = 340;
  static final int RIGHT = 710;
  static final int TOP = 56;
  private static final int TIER_HEIGHT = 26;
  private static final int LINE_HEIGHT = 16;
  private static final int LONGEST_LINE = 35;
  private static final int MOST_LINES = 3;

  /** A line of the scale. */
  record Tick(String x, String label) {}

  /** Where a tier begins. */
  record Tier(int y, String label) {}

  /**
   * A trust's score.
   *
   * @param lines its name, in lines that fit
   * @param low x of the interval's lower end; null without an interval
   */
  record Mark(
      List<Line> lines,
      int y,
      String x,
      String low,
      String high,
      String score,
      String rank,
      boolean isFocus) {}

  /** A line of text and where it stands. */
  record Line(String text, int y) {}

  static Caterpillar of(String id, List<Comparison> ranked, Double pooled, Trust focus) {
    Scale scale = Scale.of(ranked, pooled);
    List<Tier> tiers = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    int y = TOP;
    int tier = 0;
    for (Comparison c : ranked) {
      if (c.ranked().tier() != tier) {
        tier = c.ranked().tier();
        tiers.add(new Tier(y, "Tier " + tier));
        y += TIER_HEIGHT;
      }
      boolean isFocus = focus != null && c.score().inspection().trust().code().equals(focus.code());
      List<String> names = wrapped(c.score().inspection().trust().name());
      if (isFocus) {
        names.add("(in focus)");
      }
      int height = Math.max(LINE_HEIGHT * names.size() + 6, LINE_HEIGHT + 8);
      marks.add(mark(c, scale, names, y, height, isFocus));
      y += height;
    }
    Comparison first = ranked.get(0);
    int last = tier;
    return new Caterpillar(
        id,
        "%s, %s: %d trusts in %d %s"
            .formatted(
                first.score().measure().label(),
                first.yardstick().label(),
                ranked.size(),
                last,
                last == 1 ? "tier, none told apart from the best" : "tiers"),
        "Scores from highest to lowest with 95 % intervals. The table that follows has every figure.",
        scale.axis(),
        y + 44,
        scale.ticks(),
        tiers,
        marks,
        pooled == null ? null : scale.x(pooled),
        pooled == null ? null : "all trusts pooled: " + Words.percent(pooled));
  }

  private static Mark mark(
      Comparison c, Scale scale, List<String> names, int top, int height, boolean isFocus) {
    List<Line> lines = new ArrayList<>();
    int first = top + (height - LINE_HEIGHT * names.size()) / 2 + 12;
    for (int i = 0; i < names.size(); i++) {
      lines.add(new Line(names.get(i), first + i * LINE_HEIGHT));
    }
    Interval interval = c.score().interval95();
    return new Mark(
        lines,
        top + height / 2,
        scale.x(c.score().score()),
        interval == null ? null : scale.x(interval.low()),
        interval == null ? null : scale.x(interval.high()),
        Words.score(c.score()),
        Words.rank(c.ranked()),
        isFocus);
  }

  /** A name in lines that fit, parted at spaces where it has any; a very long one is cut. */
  static List<String> wrapped(String name) {
    List<String> lines = new ArrayList<>();
    String rest = name.strip();
    while (rest.length() > LONGEST_LINE && lines.size() < MOST_LINES - 1) {
      int space = rest.lastIndexOf(' ', LONGEST_LINE);
      int end = space > 0 ? space : LONGEST_LINE;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(rest.length() > LONGEST_LINE ? rest.substring(0, LONGEST_LINE - 1) + "…" : rest);
    return lines;
  }

  /** The horizontal scale, in whole steps around all that is drawn. */
  private record Scale(int from, int to, int step) {
    private static final int[] STEPS = {1, 2, 5, 10, 20};
    private static final int MOST_TICKS = 8;

    static Scale of(List<Comparison> ranked, Double pooled) {
      double low = pooled == null ? 1 : pooled;
      double high = pooled == null ? 0 : pooled;
      for (Comparison c : ranked) {
        Interval interval = c.score().interval95();
        low = Math.min(low, interval == null ? c.score().score() : interval.low());
        high = Math.max(high, interval == null ? c.score().score() : interval.high());
      }
      for (int step : STEPS) {
        int from = (int) Math.floor(low * 100 / step) * step;
        int to = Math.max(from + step, (int) Math.ceil(high * 100 / step) * step);
        if ((to - from) / step <= MOST_TICKS) {
          return new Scale(from, to, step);
        }
      }
      return new Scale(0, 100, 20);
    }

    String x(double proportion) {
      return Decimals.text(LEFT + (RIGHT - LEFT) * (proportion * 100 - from) / (to - from), 1);
    }

    List<Tick> ticks() {
      List<Tick> ticks = new ArrayList<>();
      for (int tick = from; tick <= to; tick += step) {
        ticks.add(new Tick(x(tick / 100.0), Integer.toString(tick)));
      }
      return ticks;
    }

    String axis() {
      return from == 0
          ? "Score % with 95 % interval"
          : "Score %% with 95 %% interval (the scale begins at %d)".formatted(from);
    }
  }
}
