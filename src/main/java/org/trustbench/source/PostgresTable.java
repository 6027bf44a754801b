package org.trustbench.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.database.PostgresUrl;
import org.trustbench.source.SourceColumn.CellType;

/**
 * A table or query of a PostgreSQL database, as one moment has it: read in one transaction that
 * changes nothing, some rows at a time.
 */
public final class PostgresTable implements SourceTable {
  private static final int ROWS_AT_A_TIME = 5_000;

  private final PostgresAddress address;
  private final Connection connection;
  private final List<SourceColumn> columns;

  /** What stands behind {@code from}. */
  private final String from;

  private PostgresTable(PostgresAddress address, Connection connection) throws SQLException {
    this.address = address;
    this.connection = connection;
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    from =
        address.read() instanceof PostgresAddress.Read.Table table
            ? relation(table.name())
            : "(%s\n) as asked".formatted(((PostgresAddress.Read.Query) address.read()).sql());
    columns = described();
  }

  /** Opens a table or query. */
  public static PostgresTable open(PostgresAddress address) {
    PostgresUrl url = address.database();
    Connection connection = null;
    try {
      connection = url.connect("extract");
      return new PostgresTable(address, connection);
    } catch (SQLException e) {
      closeAfter(connection);
      throw PostgresFailure.of(address, e);
    } catch (RuntimeException e) {
      closeAfter(connection);
      throw e;
    }
  }

  private static void closeAfter(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // What went wrong before is told.
    }
  }

  /** The table's name as SQL writes it; the server finds it as it does in a query. */
  private String relation(String table) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement("select to_regclass(?)::text")) {
      asked.setString(1, table);
      try (ResultSet found = asked.executeQuery()) {
        found.next();
        String name = found.getString(1);
        if (name == null) {
          throw PipelineException.failed(
              "%s: there is no table %s in %s that this user can see: name it with its schema, as schema.table; capital letters need quotation marks within"
                  .formatted(address.name(), table, address.database().place()));
        }
        return name;
      }
    }
  }

  private List<SourceColumn> described() throws SQLException {
    try (PreparedStatement all = connection.prepareStatement("select * from " + from)) {
      ResultSetMetaData found = all.getMetaData();
      List<SourceColumn> described = new ArrayList<>();
      for (int i = 1; i <= found.getColumnCount(); i++) {
        String called = found.getColumnTypeName(i);
        described.add(
            new SourceColumn(
                found.getColumnLabel(i),
                type(called, found.getColumnType(i)),
                "of type " + called));
      }
      return described;
    }
  }

  private static CellType type(String called, int type) {
    return switch (called) {
      case "bool" -> CellType.TRUTH_VALUE;
      case "int2", "int4", "int8", "smallserial", "serial", "bigserial" -> CellType.WHOLE_NUMBER;
      case "numeric", "float4", "float8" -> CellType.NUMBER;
      case "text", "varchar", "bpchar", "name", "citext", "uuid" -> CellType.TEXT;
      case "date" -> CellType.DAY;
      case "timestamp" -> CellType.TIME_WITHOUT_ZONE;
      case "timestamptz" -> CellType.MOMENT;
      // An enum's values are texts, and their types are called as their makers liked.
      default ->
          type == Types.VARCHAR && !called.startsWith("_") ? CellType.TEXT : CellType.NO_CELL;
    };
  }

  @Override
  public String name() {
    return address.name();
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public Rows rows(List<SourceColumn> wanted) {
    String names =
        wanted.stream()
            .map(column -> '"' + column.name().replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(", "));
    try {
      Statement statement = connection.createStatement();
      statement.setFetchSize(ROWS_AT_A_TIME);
      return new Found(
          wanted, statement, statement.executeQuery("select %s from %s".formatted(names, from)));
    } catch (SQLException e) {
      throw PostgresFailure.of(address, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw PostgresFailure.of(address, e);
    }
  }

  private final class Found implements Rows {
    private final List<SourceColumn> wanted;
    private final Statement statement;
    private final ResultSet found;

    Found(List<SourceColumn> wanted, Statement statement, ResultSet found) {
      this.wanted = wanted;
      this.statement = statement;
      this.found = found;
    }

    @Override
    public Object[] next() {
      try {
        if (!found.next()) {
          return null;
        }
        Object[] row = new Object[wanted.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = value(wanted.get(i).type(), i + 1);
        }
        return row;
      } catch (SQLException e) {
        throw PostgresFailure.of(address, e);
      }
    }

    private Object value(CellType type, int column) throws SQLException {
      return switch (type) {
        case DAY -> found.getObject(column, LocalDate.class);
        case TIME_WITHOUT_ZONE -> found.getObject(column, LocalDateTime.class);
        case MOMENT -> found.getObject(column, OffsetDateTime.class);
        case TEXT -> found.getString(column);
        default -> found.getObject(column);
      };
    }

    @Override
    public void close() {
      try {
        statement.close();
      } catch (SQLException e) {
        throw PostgresFailure.of(address, e);
      }
    }
  }
}
