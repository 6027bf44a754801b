package org.trustbench.ingest.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/**
 * The header of a table: the names of its columns, each of them once.
 *
 * @param line the line or row that it stands on, counted from 1
 */
public record Header(SentFile file, int line, List<String> names) {

  /**
   * Checks the names of a header.
   *
   * @throws Refusal if two columns have the same name
   */
  public static Header of(SentFile file, int line, List<String> names) throws Refusal {
    Header header = new Header(file, line, List.copyOf(names));
    Map<String, Integer> places = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      Integer before = places.putIfAbsent(names.get(column), column);
      if (before != null) {
        throw header.refused(
            "columns %d and %d have the same name: name each column once"
                .formatted(before + 1, column + 1));
      }
    }
    return header;
  }

  /**
   * The place of a column, counted from 0.
   *
   * @throws Refusal if there is none of this name
   */
  public int column(String name) throws Refusal {
    int place = names.indexOf(name);
    if (place < 0) {
      throw refused("column \"%s\" is missing: the header must name it".formatted(name));
    }
    return place;
  }

  private Refusal refused(String reason) {
    return new Refusal(
        RejectRule.UNREADABLE_FILE, file.name(), "line %d: %s".formatted(line, reason));
  }
}
