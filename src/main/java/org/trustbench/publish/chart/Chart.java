package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.Option.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart as Apache ECharts draws it: an option, and the rows to be placed in its datasets. The
 * option is the same whoever is in focus: what a trust in focus changes is in which dataset, and so
 * in which series, its rows lie.
 *
 * @param option without title, its first datasets empty
 * @param height in pixels
 * @param narrowest width in pixels at which it can be read
 * @param rows what it draws
 */
public record Chart(Map<String, Object> option, int height, int narrowest, List<Row> rows) {
  /** In place of a dataset: not drawn. */
  public static final int NOWHERE = -1;

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
  }

  /** The option of a chart that stands alone, with its title, its rows and whom it is for. */
  public Map<String, Object> complete(String title, String audience, String focus) {
    Map<String, Object> complete = new LinkedHashMap<>();
    complete.put(
        "title",
        object(
            "text",
            title,
            "subtext",
            audience,
            "textStyle",
            object("fontSize", 16, "overflow", "break", "width", 860),
            "subtextStyle",
            Option.text(Option.INK, 13)));
    complete.putAll(option);
    Map<String, Object> grid = new LinkedHashMap<>(grid());
    grid.put("top", (Integer) grid.get("top") + 70);
    complete.put("grid", grid);
    complete.put("dataset", datasets(focus));
    return complete;
  }

  /** The datasets with the rows in them. */
  private List<Map<String, Object>> datasets(String focus) {
    List<Map<String, Object>> datasets = new ArrayList<>();
    for (Object empty : (List<?>) option.get("dataset")) {
      int index = datasets.size();
      Map<String, Object> dataset = new LinkedHashMap<>();
      ((Map<?, ?>) empty).forEach((name, value) -> dataset.put((String) name, value));
      dataset.putIfAbsent(
          "source",
          rows.stream()
              .filter(row -> (row.trust().equals(focus) ? row.focus() : row.dataset()) == index)
              .map(Row::values)
              .toList());
      datasets.add(dataset);
    }
    return datasets;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> grid() {
    return (Map<String, Object>) option.get("grid");
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
