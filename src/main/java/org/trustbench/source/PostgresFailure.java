package org.trustbench.source;

import java.sql.SQLException;
import org.trustbench.PipelineException;

/** Why PostgreSQL did not give a table, in one line, and what to do about it. */
final class PostgresFailure {
  private PostgresFailure() {}

  static PipelineException of(PostgresAddress address, SQLException e) {
    return PipelineException.failed(
        "%s cannot be read from %s: %s; %s"
            .formatted(
                address.name(),
                address.database().place(),
                oneLine(e.getMessage()),
                fix(e.getSQLState() == null ? "" : e.getSQLState())),
        e);
  }

  private static String fix(String state) {
    return switch (state) {
      case "28P01", "28000", "08004" ->
          "give the user by PGUSER and the password by PGPASSWORD or ~/.pgpass";
      case "3D000" -> "name another database in --extract";
      case "42501" -> "the user needs the right to read it: grant select on … to …";
      case "42P01" -> "name a table that is there, with its schema: schema.table";
      case "42703" -> "name columns that are there";
      case "42601" -> "correct the query, which is one select";
      case "25006" -> "the query is to read only, as its transaction does";
      case "57014" -> "the server has ended it: ask for less, or for more time there";
      default ->
          state.startsWith("08") || state.startsWith("57P")
              ? "see that the server is up and that --extract names it, then do it again"
              : "mend that, then do it again";
    };
  }

  private static String oneLine(String text) {
    return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
