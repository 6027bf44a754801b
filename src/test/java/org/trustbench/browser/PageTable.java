package org.trustbench.browser;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * A table as a reader sees it on a page.
 *
 * @param title what stands out in its caption
 * @param columns the words of its heading cells
 * @param rows the words of every cell, one list a row; a cell that spans rows stands in each
 */
record PageTable(String title, List<String> columns, List<List<String>> rows) {
  private static final String READ =
      """
      [...document.querySelectorAll('table')].filter(t => t.checkVisibility()).map(table => {
        const plain = text => text.replace(/\\s+/g, ' ').trim();
        // What shorthand stands for is there to be heard, not to be seen.
        const words = e => [...e.querySelectorAll('.unseen')].reduce(
          (text, one) => text.replace(plain(one.textContent), '').trim(), plain(e.innerText));
        const rows = [], spanning = [];
        for (const tr of table.querySelectorAll('tbody tr')) {
          if (!tr.checkVisibility()) continue;
          const row = [];
          const carried = () => {
            while (spanning[row.length] && spanning[row.length].left > 0) {
              spanning[row.length].left--;
              row.push(spanning[row.length].text);
            }
          };
          for (const cell of tr.cells) {
            carried();
            const text = words(cell);
            spanning[row.length] = {left: cell.rowSpan - 1, text};
            row.push(text);
          }
          carried();
          rows.push(row);
        }
        return {
          title: table.caption ? words(table.caption.querySelector('b') || table.caption) : '',
          columns: [...table.querySelectorAll('thead th')].map(words),
          rows
        };
      })
      """;

  /** The tables in view of a page, from top to bottom. */
  @SuppressWarnings("unchecked")
  static List<PageTable> all(OpenedPage page) {
    return page.list(READ).stream()
        .map(table -> (Map<String, Object>) table)
        .map(
            table ->
                new PageTable(
                    (String) table.get("title"),
                    (List<String>) table.get("columns"),
                    (List<List<String>>) table.get("rows")))
        .toList();
  }

  /** The only one of some tables that has a title. */
  static PageTable titled(List<PageTable> tables, String title) {
    List<PageTable> found = tables.stream().filter(table -> table.title().equals(title)).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "%d tables of %s have the title \"%s\""
              .formatted(found.size(), tables.stream().map(PageTable::title).toList(), title));
    }
    return found.get(0);
  }

  /** Whether it ranks trusts. */
  boolean isLeague() {
    return columns.contains("Tier");
  }

  /** The words of a column, from top to bottom; the column is named by its first words. */
  List<String> column(String beginning) {
    int column = index(beginning);
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private int index(String beginning) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).startsWith(beginning))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no column \"%s…\" among %s of \"%s\"".formatted(beginning, columns, title)));
  }
}
