package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.publish.report.MethodPage.Kind;
import org.trustbench.publish.report.MethodPage.Model;
import org.trustbench.publish.report.MethodPage.Part;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** The data dictionary as a page: what every column of every table of a release holds. */
public final class DictionaryPage {
  private static final List<String> HEAD =
      List.of("Column", "Type", "Unit", "Key", "What it holds");

  private DictionaryPage() {}

  /** The page of some tables, in their order. */
  public static String of(ReleaseContent content, Collection<Table<?>> tables) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            Kind.PARAGRAPH,
            "The same, for programs, is in tables/dictionary.csv, datapackage.json and"
                + " csv-metadata.json.",
            List.of(),
            List.of()));
    for (Table<?> table : tables) {
      parts.add(new Part(Kind.HEADING, table.name(), List.of(), List.of()));
      parts.add(
          new Part(
              Kind.TABLE,
              "%s: %s".formatted(table.name(), table.grain()),
              HEAD,
              table.columns().stream().map(column -> row(table, column)).toList()));
    }
    return ReportPage.rendered(
        "methodpage.jte",
        new Model(
            "What every column holds",
            content.audience(),
            content.isSynthetic(),
            content.results().framework(),
            SoftwareVersion.current(),
            parts));
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
