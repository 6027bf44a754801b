package org.trustbench.summary.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A grid as lines of text that fit a width. Text gives way first, then headings wrap, and columns
 * that still find no room follow below, beside the column that names the rows: a number is never
 * cut.
 */
public final class TerminalTable {
  private static final String GAP = "  ";

  /** Cut text is never shorter than this, if it ever was longer. */
  private static final int[] SHORTEST = {24, 16};

  private final List<String[]> columns = new ArrayList<>();
  private final List<Boolean> areNumbers = new ArrayList<>();
  private final List<Boolean> areText = new ArrayList<>();
  private final int rows;

  private TerminalTable(Grid grid) {
    rows = grid.rows().size();
    for (int i = 0; i < grid.columns().size(); i++) {
      ColumnLayout layout = grid.columns().get(i).layout();
      columns.add(grid.cells(i).stream().map(CellText::joined).toArray(String[]::new));
      areText.add(layout != ColumnLayout.NUMBERS && layout != ColumnLayout.INTERVALS);
      areNumbers.add(layout == ColumnLayout.NUMBERS);
    }
  }

  /**
   * The table's title, header and rows.
   *
   * @param width columns of the terminal
   */
  public static List<String> lines(Grid grid, int width) {
    List<String> lines = new ArrayList<>();
    lines.addAll(wrapped(grid.title(), width));
    lines.addAll(new TerminalTable(grid).laid(grid.headings(), width));
    return lines;
  }

  private List<String> laid(List<String> headings, int width) {
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> Math.max(TextWidth.of(headings.get(i)), widest(i)))
            .toArray();
    List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
    for (int shortest : SHORTEST) {
      shrink(widths, shortest, width);
    }
    if (total(widths, all) > width) {
      for (int i : all) {
        int longest = words(headings.get(i)).stream().mapToInt(TextWidth::of).max().orElse(0);
        int needed = areText.get(i) ? widths[i] : widest(i);
        widths[i] = Math.min(widths[i], Math.max(longest, needed));
      }
      int name = nameColumn();
      int over = total(widths, all) - width;
      int roomy = over > 0 ? width * 2 / 5 : widths[name] - over;
      widths[name] = Math.max(widths[name], Math.min(widest(name), roomy));
    }
    List<String> lines = new ArrayList<>();
    for (List<Integer> panel : panels(widths, width)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(panel(headings, widths, panel));
    }
    return lines;
  }

  /** Takes from the widest text, as much as it takes and the text can give. */
  private void shrink(int[] widths, int shortest, int width) {
    List<Integer> texts =
        IntStream.range(0, widths.length)
            .boxed()
            .filter(areText::get)
            .sorted((a, b) -> widths[b] - widths[a])
            .toList();
    for (int i : texts) {
      int over = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - width;
      if (over > 0) {
        widths[i] = Math.max(Math.min(shortest, widths[i]), widths[i] - over);
      }
    }
  }

  /** Columns that go side by side; the one that names the rows begins every panel. */
  private List<List<Integer>> panels(int[] widths, int width) {
    List<List<Integer>> panels = new ArrayList<>();
    int name = nameColumn();
    List<Integer> panel = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      boolean isBegun = panel.stream().anyMatch(column -> column != name);
      List<Integer> more = new ArrayList<>(panel);
      more.add(i);
      if (isBegun && i != name && total(widths, withName(more, name)) > width) {
        panels.add(withName(panel, name));
        panel = new ArrayList<>(List.of(name));
      }
      if (!panel.contains(i)) {
        panel.add(i);
      }
    }
    panels.add(withName(panel, name));
    return panels;
  }

  private static List<Integer> withName(List<Integer> panel, int name) {
    if (panel.contains(name)) {
      return panel;
    }
    List<Integer> named = new ArrayList<>(panel);
    named.add(name);
    return named;
  }

  /** The first column of text names the rows. */
  private int nameColumn() {
    return Math.max(0, areText.indexOf(true));
  }

  private List<String> panel(List<String> headings, int[] widths, List<Integer> panel) {
    List<List<String>> heads =
        panel.stream().map(i -> wrapped(headings.get(i), widths[i])).toList();
    int high = heads.stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < high; line++) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < panel.size(); i++) {
        int from = high - heads.get(i).size();
        String text = line < from ? "" : heads.get(i).get(line - from);
        cells.add(cell(text, widths[panel.get(i)], areNumbers.get(panel.get(i))));
      }
      lines.add(String.join(GAP, cells).stripTrailing());
    }
    lines.add(String.join(GAP, panel.stream().map(i -> "─".repeat(widths[i])).toList()));
    List<List<String>> texts =
        panel.stream().map(i -> ShortTexts.of(List.of(columns.get(i)), widths[i])).toList();
    for (int row = 0; row < rows; row++) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < panel.size(); i++) {
        cells.add(cell(texts.get(i).get(row), widths[panel.get(i)], areNumbers.get(panel.get(i))));
      }
      lines.add(String.join(GAP, cells).stripTrailing());
    }
    return lines;
  }

  private static String cell(String text, int width, boolean isNumber) {
    String cut = TextWidth.cut(text, width);
    String space = " ".repeat(width - TextWidth.of(cut));
    return isNumber ? space + cut : cut + space;
  }

  /** Words in lines that fit a width; a word that is longer has a line of its own. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(text)) {
      if (line.length() > 0
          && (long) TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Words, and what is in brackets whole. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == ' ' && !isInBrackets(text, at)) {
        words.add(text.substring(from, at));
        from = at + 1;
      }
    }
    words.add(text.substring(from));
    return words;
  }

  /** Whether brackets that were opened before are closed behind. */
  private static boolean isInBrackets(String text, int at) {
    int closing = text.indexOf(')', at);
    int opening = text.indexOf('(', at);
    return closing >= 0 && (opening < 0 || closing < opening);
  }

  private static int total(int[] widths, List<Integer> panel) {
    return panel.stream().mapToInt(i -> widths[i]).sum() + GAP.length() * (panel.size() - 1);
  }

  private int widest(int column) {
    return Arrays.stream(columns.get(column)).mapToInt(TextWidth::of).max().orElse(0);
  }
}
