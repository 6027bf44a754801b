package org.trustbench.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trustbench.terms.Terms;

/**
 * A view ready for a dashboard, as its file defines it: comment lines say what it is and what the
 * columns are that no table has, with places for terms, then one query.
 */
record DashboardView(String name, String commentPattern, Map<String, String> own, String query) {
  private static final Pattern COLUMN = Pattern.compile("-- ([a-z0-9_]+): (.*)");

  /** The views, those that rest on others last. */
  static final List<DashboardView> ALL =
      Stream.of(
              "league",
              "benchmark",
              "funnel",
              "funnel_limits",
              "trend",
              "pathway",
              "grade_distribution",
              "group_league",
              "group_trend",
              "peers",
              "targets",
              "weighted_scores",
              "agreement",
              "severity",
              "severity_verdicts")
          .map(DashboardView::read)
          .toList();

  /** A table of the current release in a query. */
  private static final Pattern CURRENT = Pattern.compile("\\$\\{schema}\\.current_([a-z_]+)");

  /** The views of what a release has: some tables are of programmes alone that ask for them. */
  static List<DashboardView> of(Set<String> tables) {
    return ALL.stream()
        .filter(
            view ->
                CURRENT.matcher(view.query()).results().allMatch(t -> tables.contains(t.group(1))))
        .toList();
  }

  private static DashboardView read(String name) {
    List<String> comment = new ArrayList<>();
    Map<String, String> own = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    for (String line : text(name + ".sql").lines().toList()) {
      Matcher column = COLUMN.matcher(line);
      if (column.matches()) {
        own.put(column.group(1), column.group(2));
      } else if (line.startsWith("-- ")) {
        comment.add(line.substring(3));
      } else {
        query.add(line);
      }
    }
    return new DashboardView(name, String.join(" ", comment), own, String.join("\n", query));
  }

  /** What it is, in the words of a programme. */
  String comment(Terms terms) {
    return terms.text(commentPattern);
  }

  /** The query on the views of a schema. */
  String sql(String schema) {
    return query.replace("${schema}", schema);
  }

  /** The columns selected, in their order: the last word of each line up to the tables. */
  List<String> columns() {
    return query
        .lines()
        .skip(1)
        .takeWhile(line -> !line.startsWith("from "))
        .map(line -> line.replaceFirst(",$", "").replaceFirst(".*[ .]", ""))
        .toList();
  }

  /** A column's description: the file's own, else that of the tables. */
  String description(String column, Map<String, String> known, Terms terms) {
    String pattern = own.get(column);
    String text = pattern == null ? known.get(column) : terms.text(pattern);
    if (text == null) {
      throw new IllegalStateException(
          "%s.sql does not say what its column %s is".formatted(name, column));
    }
    return text;
  }

  private static String text(String file) {
    try (InputStream in = DashboardView.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
