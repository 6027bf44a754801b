package org.trustbench.publish.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of an ECharts option that several charts share; key order is that of writing. */
final class ChartOption {
  static final String INK = "#1a1a1a";
  static final String QUIET = "#4a4f55";
  static final String FAINT = "#e3e6e9";
  static final String WASH = "#eef2f6";
  static final String BLUE = "#12436D";
  static final String ORANGE = "#F46A25";
  static final String PAPER = "#ffffff";
  static final String TRANSPARENT = "transparent";
  private static final int LINE_HEIGHT = 15;
  private static final String FONT =
      "system-ui, \"Segoe UI\", \"Helvetica Neue\", \"Liberation Sans\", Arial, sans-serif";

  private ChartOption() {}

  /** An object of names and values in turn. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** An option to begin with: it does not move, and text beside the pointer is never HTML. */
  static Map<String, Object> plain(Map<String, Object> grid) {
    return object(
        "animation",
        false,
        "textStyle",
        object("fontFamily", FONT, "fontSize", 13, "color", INK),
        "grid",
        grid,
        "tooltip",
        object(
            "renderMode",
            "richText",
            "confine",
            true,
            "formatter",
            "{b}",
            "backgroundColor",
            PAPER,
            "borderColor",
            INK,
            "textStyle",
            object("color", INK, "fontSize", 13)));
  }

  static Map<String, Object> grid(int left, int right, int top, int bottom) {
    return object("left", left, "right", right, "top", top, "bottom", bottom);
  }

  /** A scale of numbers, its name written horizontally. */
  static Map<String, Object> values(String name, AxisScale scale) {
    return object(
        "type",
        "value",
        "name",
        name,
        "min",
        scale.min(),
        "max",
        scale.max(),
        "interval",
        scale.step(),
        "nameTextStyle",
        text(QUIET, 13),
        "axisLabel",
        object("color", INK, "fontSize", 13, "hideOverlap", true),
        "axisLine",
        object("show", true, "lineStyle", object("color", QUIET)),
        "splitLine",
        object("lineStyle", object("color", FAINT)));
  }

  /** A scale of numbers along the foot, its name in the middle below. */
  static Map<String, Object> foot(String name, AxisScale scale) {
    Map<String, Object> axis = values(name, scale);
    axis.put("nameLocation", "middle");
    axis.put("nameGap", 30);
    return axis;
  }

  /** Rows from the top, named at the left in lines that fit. */
  static Map<String, Object> rows(List<?> names, int width) {
    return object(
        "type",
        "category",
        "inverse",
        true,
        "data",
        names,
        "axisTick",
        object("show", false),
        "axisLine",
        object("show", false),
        "axisLabel",
        object(
            "interval",
            0,
            "width",
            width,
            "overflow",
            "break",
            "height",
            2 * LINE_HEIGHT,
            "lineOverflow",
            "truncate",
            "lineHeight",
            LINE_HEIGHT,
            "color",
            INK,
            "fontSize",
            13));
  }

  /** Less room than this is on no screen, beside the page's own margins. */
  static final int PHONE = 288;

  /** Room for half of the label of a tick at an end. */
  static final int MARGIN = 14;

  /** Around text that lies on lines. */
  static final int HALO = 3;

  /**
   * Names of rows above what they name, from the left edge.
   *
   * @param axis of the names, such as {@code yAxis.0}
   * @param above pixels from the middle of a row
   */
  static Map<String, Object> above(String axis, int above) {
    return object(
        "grid.left",
        MARGIN,
        axis + ".z",
        4,
        axis + ".axisLabel.inside",
        true,
        axis + ".axisLabel.margin",
        0,
        axis + ".axisLabel.align",
        "left",
        axis + ".axisLabel.verticalAlign",
        "bottom",
        axis + ".axisLabel.padding",
        List.of(0, 0, above, 0),
        axis + ".axisLabel.width",
        PHONE - 2 * MARGIN,
        axis + ".axisLabel.textBorderColor",
        PAPER,
        axis + ".axisLabel.textBorderWidth",
        HALO);
  }

  static Map<String, Object> text(String colour, int size) {
    return object("color", colour, "fontSize", size);
  }

  /** Text at a point in place of a mark, from the value at some place of its row. */
  static Map<String, Object> label(int value, String position) {
    return object(
        "show",
        true,
        "position",
        position,
        "formatter",
        "{@[" + value + "]}",
        "color",
        INK,
        "fontSize",
        13);
  }

  /** A series over the rows of one of the chart's datasets. */
  static Map<String, Object> series(
      String type, String name, int dataset, Map<String, Object> encode, Object... more) {
    Map<String, Object> series =
        object("type", type, "name", name, "datasetIndex", dataset, "encode", encode);
    series.put("emphasis", object("disabled", true));
    series.putAll(object(more));
    return series;
  }

  /** Texts beside the rows of a dataset, without marks of their own. */
  static Map<String, Object> figures(int dataset, Map<String, Object> label) {
    return series(
        "scatter",
        "figures",
        dataset,
        object("x", 1, "y", 0),
        "symbolSize",
        1,
        "silent",
        true,
        "itemStyle",
        object("color", TRANSPARENT),
        "label",
        label);
  }

  /** Marks of the trusts that are not in focus. */
  static Map<String, Object> circles(
      String name, int dataset, Map<String, Object> encode, Object... more) {
    Map<String, Object> circles =
        series(
            "scatter",
            name,
            dataset,
            encode,
            "symbol",
            "circle",
            "symbolSize",
            10,
            "itemStyle",
            object("color", BLUE, "opacity", 1));
    circles.putAll(object(more));
    return circles;
  }

  /** The mark of the trust in focus, told by its shape too. */
  static Map<String, Object> diamond(
      String name, int dataset, Map<String, Object> encode, Object... more) {
    Map<String, Object> diamond =
        series(
            "scatter",
            name,
            dataset,
            encode,
            "symbol",
            "diamond",
            "symbolSize",
            18,
            "z",
            5,
            "itemStyle",
            object("color", ORANGE, "borderColor", INK, "borderWidth", 1.5, "opacity", 1));
    diamond.putAll(object(more));
    return diamond;
  }

  /** A bar from one value to another of each row: an unseen one below, and the one to be seen. */
  static List<Map<String, Object>> span(
      String name, int dataset, int row, int from, int length, int width, String colour) {
    Map<String, Object> unseen =
        series("bar", name, dataset, object("x", from, "y", row), "stack", name, "barWidth", width);
    unseen.put("itemStyle", object("color", TRANSPARENT));
    Map<String, Object> seen =
        series(
            "bar", name, dataset, object("x", length, "y", row), "stack", name, "barWidth", width);
    seen.put("itemStyle", object("color", colour));
    for (Map<String, Object> bar : List.of(unseen, seen)) {
      bar.put("barGap", "-100%");
      bar.put("silent", true);
      bar.put("tooltip", object("show", false));
    }
    return List.of(unseen, seen);
  }

  /** A labelled line across at a value. */
  static Map<String, Object> line(String axis, double at, String label, String position) {
    return object(
        "silent",
        true,
        "symbol",
        "none",
        "lineStyle",
        object("color", INK, "width", 1.5, "type", "solid"),
        "label",
        object("formatter", "{b}", "position", position, "color", INK, "fontSize", 13),
        "data",
        List.of(object(axis, at, "name", label)));
  }
}
