package org.trustbench.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.template.FormSheet.Cell;
import org.trustbench.template.FormSheet.Column;

/** The sheet with the lists that drop down elsewhere, each of them once. */
final class DropDownLists {
  static final String SHEET = "lists";

  private static final int WIDTH = 24;

  private final Map<List<String>, String> headings = new LinkedHashMap<>();

  /**
   * Adds a list, unless it is there already, and says where it stands.
   *
   * @param heading what it is a list of
   */
  String range(String heading, List<String> values) {
    headings.putIfAbsent(values, heading);
    int column = new ArrayList<>(headings.keySet()).indexOf(values);
    String letters = FormSheet.letters(column);
    return "%s!$%s$2:$%s$%d".formatted(SHEET, letters, letters, values.size() + 1);
  }

  FormSheet sheet() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(headings.values().stream().map(Cell::heading).toList());
    int longest = headings.keySet().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int row = i;
      rows.add(
          headings.keySet().stream()
              .map(values -> Cell.read(row < values.size() ? values.get(row) : ""))
              .toList());
    }
    return new FormSheet(
        SHEET,
        headings.values().stream().map(heading -> new Column(WIDTH, CellStyle.READ)).toList(),
        rows,
        List.of(),
        1,
        0);
  }
}
