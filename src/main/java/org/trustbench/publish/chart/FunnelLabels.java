package org.trustbench.publish.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.FunnelPoint;

/**
 * Places the labels of a funnel so that none lies on another or on a point: trusts outside the
 * limits are labelled, the farthest first, as far as there is room.
 */
final class FunnelLabels {
  /** As ECharts names them, in the order they are tried. */
  static final List<String> POSITIONS = List.of("right", "left", "top", "bottom");

  /** Of more than these there never is room for the rest. */
  private static final int MOST = 120;

  /** The plot that labels are placed for, in pixels. */
  static final int WIDTH = 860;

  private static final int HEIGHT = 380;
  private static final double LETTER = 6.9;
  private static final int LINE = 15;
  private static final int MARK = 7;

  private final AxisScale across;
  private final AxisScale up;

  FunnelLabels(AxisScale across, AxisScale up) {
    this.across = across;
    this.up = up;
  }

  /** Whether a point has a label, and its position. */
  record Place(boolean isLabelled, int position) {
    private static final Place NONE = new Place(false, 0);
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** The place of each point's label, in the order of the points. */
  List<Place> places(List<FunnelMark> points, Function<FunnelMark, FunnelPoint.Zone> zone) {
    List<Box> taken = new ArrayList<>(points.stream().map(this::mark).toList());
    List<Place> places = new ArrayList<>();
    points.forEach(point -> places.add(Place.NONE));
    List<Integer> outside = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (zone.apply(points.get(i)) != FunnelPoint.Zone.INSIDE) {
        outside.add(i);
      }
    }
    outside.sort(java.util.Comparator.comparingDouble(i -> -points.get(i).distance()));
    for (int i : outside.subList(0, Math.min(MOST, outside.size()))) {
      for (int position = 0; position < POSITIONS.size(); position++) {
        Box box = label(points.get(i), position);
        if (isWithin(box) && taken.stream().noneMatch(box::meets)) {
          taken.add(box);
          places.set(i, new Place(true, position));
          break;
        }
      }
    }
    return places;
  }

  private Box mark(FunnelMark point) {
    double x = x(point);
    double y = y(point);
    return new Box(x - MARK, y - MARK, x + MARK, y + MARK);
  }

  private Box label(FunnelMark point, int position) {
    double x = x(point);
    double y = y(point);
    double width = LETTER * point.name().length();
    double gap = MARK + 2;
    return switch (POSITIONS.get(position)) {
      case "right" -> new Box(x + gap, y - LINE / 2.0, x + gap + width, y + LINE / 2.0);
      case "left" -> new Box(x - gap - width, y - LINE / 2.0, x - gap, y + LINE / 2.0);
      case "top" -> new Box(x - width / 2, y - gap - LINE, x + width / 2, y - gap);
      default -> new Box(x - width / 2, y + gap, x + width / 2, y + gap + LINE);
    };
  }

  private static boolean isWithin(Box box) {
    return box.left >= 0 && box.right <= WIDTH && box.top >= 0 && box.bottom <= HEIGHT;
  }

  private double x(FunnelMark point) {
    return (point.effectiveJudgements() - across.min()) / (across.max() - across.min()) * WIDTH;
  }

  private double y(FunnelMark point) {
    return (up.max() - point.score().score() * 100) / (up.max() - up.min()) * HEIGHT;
  }
}
