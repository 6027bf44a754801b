package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart as Apache ECharts draws it: a frame that all charts of its kind share, what this one
 * changes in it, and the rows to be placed in its datasets. All three are the same whoever is in
 * focus: what a trust in focus changes is in which dataset, and so in which series, its rows lie.
 *
 * @param frame its kind's
 * @param changes values by their place in the frame's option, such as {@code yAxis.0.data}
 * @param size in pixels
 * @param rows what it draws
 */
public record Chart(Frame frame, Map<String, Object> changes, Size size, List<Row> rows) {
  /** In place of a dataset: not drawn. */
  public static final int NOWHERE = -1;

  private static final int TITLE_HEIGHT = 70;

  /**
   * What charts of one kind share.
   *
   * @param id unique among frames
   * @param option without title, its first datasets empty
   * @param legend what is drawn, in words
   * @param focusLegend what marks the trust in focus, said where there is one; empty for nothing
   * @param narrow changes where there is too little room beside the plot: names above what they
   *     name
   */
  public record Frame(
      String id,
      Map<String, Object> option,
      String legend,
      String focusLegend,
      Map<String, Object> narrow) {}

  /**
   * How much room a chart takes, in pixels.
   *
   * @param narrowest width below which the frame's narrow changes are made
   * @param narrowHeight its height then
   * @param least width below which it scrolls
   */
  public record Size(int height, int narrowest, int narrowHeight, int least) {
    /**
     * Of rows one below the other.
     *
     * @param around height of what stands above and below the rows
     * @param row height of one
     * @param narrowRow its height where there is little room
     */
    static Size ofRows(int rows, int around, int row, int narrowRow, int narrowest) {
      return new Size(around + row * rows, narrowest, around + narrowRow * rows, ChartOption.PHONE);
    }
  }

  /** A frame of a size that its rows are put into later. */
  static Chart withoutRows(Frame frame, Size size) {
    return new Chart(frame, Map.of(), size, List.of());
  }

  /**
   * A row of a dataset.
   *
   * @param trust code of the trust it tells of; empty if it is no trust's own
   * @param dataset where it lies
   * @param widened where it lies when limits allow for over-dispersion
   * @param focus where it lies when its trust is in focus
   * @param values what series read from it, by place
   */
  public record Row(String trust, int dataset, int widened, int focus, List<Object> values) {
    /** A row that limits do not touch. */
    Row(String trust, int dataset, int focus, List<Object> values) {
      this(trust, dataset, dataset, focus, values);
    }

    /** A row that is no trust's own. */
    static Row of(int dataset, Object... values) {
      return new Row("", dataset, dataset, dataset, List.of(values));
    }
  }

  /** The same chart with other rows. */
  public Chart with(List<Row> others) {
    return new Chart(frame, changes, size, others);
  }

  /**
   * The option of a chart that stands alone, with its title, its rows and whom it is for.
   *
   * @param focus code of the trust in focus; null for none
   */
  public Map<String, Object> complete(String title, String audience, String focus) {
    Map<String, Object> complete = new LinkedHashMap<>();
    complete.put("title", heading(title, audience));
    complete.putAll(changed(focus));
    Map<String, Object> grid = new LinkedHashMap<>(members(complete.get("grid")));
    grid.put("top", (Integer) grid.get("top") + TITLE_HEIGHT);
    complete.put("grid", grid);
    return complete;
  }

  private static Map<String, Object> heading(String title, String audience) {
    return object(
        "text",
        title,
        "subtext",
        audience,
        "textStyle",
        object("fontSize", 16, "overflow", "break", "width", 860),
        "subtextStyle",
        ChartOption.text(ChartOption.INK, 13));
  }

  /** The frame's option with the changes made and the rows placed. */
  private Map<String, Object> changed(String focus) {
    Map<String, Object> option = members(copy(frame.option()));
    changes.forEach((place, value) -> set(option, place, value));
    List<Object> datasets = items(option.get("dataset"));
    for (int i = 0; i < datasets.size(); i++) {
      members(datasets.get(i)).putIfAbsent("source", source(i, focus));
    }
    return option;
  }

  private List<List<Object>> source(int dataset, String focus) {
    return rows.stream()
        .filter(
            row ->
                (!row.trust().isEmpty() && row.trust().equals(focus) ? row.focus() : row.dataset())
                    == dataset)
        .map(Row::values)
        .toList();
  }

  private static void set(Map<String, Object> option, String place, Object value) {
    List<String> steps = List.of(place.split("\\.", -1));
    Object at = option;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at = at instanceof List ? items(at).get(Integer.parseInt(step)) : members(at).get(step);
    }
    String last = steps.get(steps.size() - 1);
    if (at instanceof List) {
      items(at).set(Integer.parseInt(last), value);
    } else {
      members(at).put(last, value);
    }
  }

  private static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put((String) name, copy(member)));
      return copy;
    }
    return value instanceof List<?> list
        ? new ArrayList<>(list.stream().map(Chart::copy).toList())
        : value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object object) {
    return (Map<String, Object>) object;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> items(Object list) {
    return (List<Object>) list;
  }

  /** Datasets to be filled with rows. */
  static List<Object> empty(int datasets) {
    List<Object> empty = new ArrayList<>();
    for (int i = 0; i < datasets; i++) {
      empty.add(object("sourceHeader", false));
    }
    return empty;
  }
}
