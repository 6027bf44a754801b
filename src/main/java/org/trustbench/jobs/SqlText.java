package org.trustbench.jobs;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL as it is typed, cut into statements at each {@code ;} that stands neither in quotation marks
 * nor in a comment.
 *
 * @param statements those that are complete, without the blank ones
 * @param rest what follows the last of them
 */
record SqlText(List<String> statements, String rest) {

  static SqlText of(String text) {
    List<String> statements = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      int end = i + 1;
      char c = text.charAt(i);
      if (c == '\'' || c == '"' || c == '`') {
        end = after(text, String.valueOf(c), i + 1);
      } else if (text.startsWith("--", i)) {
        end = after(text, "\n", i);
      } else if (text.startsWith("/*", i)) {
        end = after(text, "*/", i + 2);
      } else if (c == ';') {
        add(statements, text.substring(start, i));
        start = end;
      }
      i = end;
    }
    return new SqlText(statements, text.substring(start));
  }

  /** All statements, whether or not the last is ended. */
  List<String> all() {
    List<String> all = new ArrayList<>(statements);
    add(all, rest);
    return all;
  }

  private static int after(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }

  private static void add(List<String> statements, String statement) {
    boolean isBlank =
        statement.replaceAll("--[^\\n]*", "").replaceAll("(?s)/\\*.*?\\*/", "").isBlank();
    if (!isBlank) {
      statements.add(statement.strip());
    }
  }
}
