package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.framework.Framework;
import org.trustbench.stats.Interval;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/**
 * The parts of a page of prose and tables, in their order, and how its numbers are written. Whoever
 * adds to it writes the terms of the programme into the text by {@link #terms}.
 */
final class MethodParts {
  private final Terms terms;
  private final List<Part> parts = new ArrayList<>();

  MethodParts(Terms terms) {
    this.terms = terms;
  }

  /** What a part of the page is. */
  enum Kind {
    HEADING,
    PARAGRAPH,
    TABLE
  }

  /**
   * A part of the page.
   *
   * @param text the heading, the paragraph, or what the table is called
   * @param head of the table's columns; empty where each row is a name and its value
   * @param rows of the table
   */
  record Part(Kind kind, String text, List<String> head, List<List<String>> rows) {}

  /** The page as its template takes it. */
  record Model(
      String title,
      Audience audience,
      boolean isSynthetic,
      Framework framework,
      String software,
      List<Part> parts) {
    String printed() {
      return audience.id() + (isSynthetic ? "-synthetic" : "");
    }
  }

  /** The page, laid out. */
  String rendered(String title, ReleaseContent content) {
    return ReportPage.rendered(
        "methodpage.jte",
        new Model(
            title,
            content.audience(),
            content.isSynthetic(),
            content.results().framework(),
            SoftwareVersion.current(),
            List.copyOf(parts)));
  }

  Terms terms() {
    return terms;
  }

  void heading(String text) {
    parts.add(new Part(Kind.HEADING, text, List.of(), List.of()));
  }

  void paragraph(String text) {
    parts.add(new Part(Kind.PARAGRAPH, text, List.of(), List.of()));
  }

  /** A worked example: names and values in turn. */
  void worked(String caption, String... namesAndValues) {
    parts.add(
        new Part(Kind.TABLE, "Example: " + caption, List.of(), rows(2, List.of(namesAndValues))));
  }

  void table(String caption, List<String> head, List<String> cells) {
    parts.add(new Part(Kind.TABLE, caption, head, rows(head.size(), cells)));
  }

  private static List<List<String>> rows(int columns, List<String> cells) {
    return IntStream.range(0, cells.size() / columns)
        .mapToObj(row -> cells.subList(row * columns, (row + 1) * columns))
        .toList();
  }

  static String percent(double proportion) {
    return Decimals.percentText(proportion, 2) + " %";
  }

  static String points(double proportion) {
    return Decimals.percentText(proportion, 2) + " points";
  }

  static String percents(Interval interval) {
    return percent(interval.low()) + " to " + percent(interval.high());
  }

  static String number(double value) {
    return Double.isInfinite(value) ? "taken as known" : Decimals.text(value, 3);
  }

  static String pValue(double p) {
    return p < .0001 ? "below 0.0001" : Decimals.text(p, 4);
  }
}
