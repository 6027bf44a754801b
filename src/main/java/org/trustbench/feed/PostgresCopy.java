package org.trustbench.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Loads rows into PostgreSQL by its COPY, the quickest way in. */
final class PostgresCopy {
  private static final int CHUNK = 1 << 16;

  private final Connection connection;
  private final SqlSchema definition;

  PostgresCopy(Connection connection, SqlSchema definition) {
    this.connection = connection;
    this.definition = definition;
  }

  /** Loads rows of a release. */
  <R> void load(Table<R> table, String releaseId, Stream<R> rows) throws SQLException, IOException {
    String columns =
        String.join(", ", SqlSchema.columns(table).stream().map(SqlSchema::quoted).toList());
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy %s (%s) from stdin".formatted(definition.qualified(table.name()), columns));
    try {
      StringBuilder lines = new StringBuilder();
      for (Iterator<R> each = rows.iterator(); each.hasNext(); ) {
        line(lines, table, releaseId, each.next());
        if (lines.length() >= CHUNK || !each.hasNext()) {
          byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
          copy.writeToCopy(bytes, 0, bytes.length);
          lines.setLength(0);
        }
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** A row in the text form of COPY. */
  private static <R> void line(StringBuilder line, Table<R> table, String releaseId, R row) {
    line.append(escaped(releaseId));
    for (Column<R> column : table.columns()) {
      if (!column.name().equals(SqlSchema.RELEASE_ID)) {
        Object value = column.value().apply(row);
        line.append('\t').append(value == null ? "\\N" : escaped(value.toString()));
      }
    }
    line.append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
