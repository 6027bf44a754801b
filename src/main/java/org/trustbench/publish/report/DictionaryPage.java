package org.trustbench.publish.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** The data dictionary as a page: what every column of every table of a release holds. */
public final class DictionaryPage {
  private static final List<String> HEAD =
      List.of("Column", "Type", "Unit", "Key", "What it holds");

  private DictionaryPage() {}

  /** The page of some tables, in their order. */
  public static String of(ReleaseContent content, Collection<Table<?>> tables) {
    MethodParts page = new MethodParts(content.terms());
    page.paragraph(
        "The same, for programs, is in tables/dictionary.csv, datapackage.json and"
            + " csv-metadata.json.");
    for (Table<?> table : tables) {
      page.heading(table.name());
      page.table(
          "%s: %s".formatted(table.name(), table.grain()),
          HEAD,
          table.columns().stream().flatMap(column -> row(table, column).stream()).toList());
    }
    return page.rendered("What every column holds", content);
  }

  private static List<String> row(Table<?> table, Column<?> column) {
    String refersTo =
        table.foreignKeys().stream()
            .filter(key -> key.column().equals(column.name()))
            .map(key -> "refers to " + key.table())
            .findFirst()
            .orElse("");
    boolean isKey = table.key().contains(column.name());
    return List.of(
        column.name(),
        column.type().name().toLowerCase(Locale.ROOT),
        column.unit(),
        isKey && !refersTo.isEmpty() ? "key, " + refersTo : isKey ? "key" : refersTo,
        column.description());
  }
}
