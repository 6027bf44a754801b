package org.trustbench.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.TinyFramework;

/** Tables and queries of PostgreSQL, and what is said where they cannot be read. */
class PostgresTableTest {
  private static final Layout LAYOUT =
      TinyFramework.read(
              json ->
                  json.replace(
                      "\"inspection_id\": \"{trust}-2015\"",
                      "\"inspection_id\": \"{trust}-2015\", \"row_key\": [\"id\"],"
                          + " \"date\": \"seen\", \"date_format\": \"dd/MM/yyyy\""))
          .layout("long");

  @TempDir Path folder;

  private String copied(String address) {
    Path copy = folder.resolve("copy-" + UUID.randomUUID());
    try (PostgresTable table = PostgresTable.open(PostgresAddress.of(address))) {
      TableCopy.write(table, LAYOUT, copy);
      return Files.readString(copy, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void refused(String address, String... words) {
    assertThatThrownBy(() -> copied(address))
        .isInstanceOf(PipelineException.class)
        .satisfies(
            e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n", "hidden-word"));
  }

  @Test
  void a_table_and_a_query_give_the_rows_of_one_moment_and_faults_are_one_line()
      throws SQLException {
    try (PostgresServer server = PostgresServer.start()) {
      server.createDatabase("visits");
      try (Connection connection = server.connect("visits")) {
        for (String one :
            new String[] {
              "create type stage as enum ('early', 'late')",
              """
              create table "Judged" (id bigint, "School" varchar, "Case" numeric(10, 2), "Stage" stage,
                "Item" char(4), "Result" text, seen timestamp, notes jsonb, at timestamptz)
              """,
              """
              insert into "Judged" values
                (3, 'Hill', 7.00, 'late', 'Q1', 'J', '2014-02-03 23:59', '{}', now()),
                (1, 'Dale', 8.5, null, 'Q2', null, null, null, null),
                (2, 'Dale', 8.50, null, 'Q1', '', '2014-02-04', null, null)
              """,
              "create user reader password 'hidden-word'"
            }) {
          PostgresServer.execute(connection, one);
        }
      }
      String url = server.trusted("visits");
      String expected =
          """
          row number of the copy,School,Item,Result,seen,Case,Stage,id,notes,at
          1,Dale,Q2,,,8.5,,1
          2,Dale,Q1,,04/02/2014,8.5,,2
          3,Hill,Q1,J,03/02/2014,7,late,3
          """;

      assertThat(copied(url + "&table=\"Judged\"")).isEqualTo(expected);
      assertThat(copied(url + "&table=public.\"Judged\"")).isEqualTo(expected);
      assertThat(copied(url + "&query=select * from \"Judged\" where id % 2 = 1;"))
          .contains("\n1,", "\n3,")
          .doesNotContain("\n2,");
      refused(url + "&table=judged", "there is no table judged in 127.0.0.1:", "schema.table");
      refused(
          url + "&query=select id from \"Judged\"",
          "there is no column \"School\"",
          "there are [id]");
      refused(
          url + "&query=select x from \"Judged\"",
          "query cannot be read",
          "column \"x\" does not exist");
      refused(url + "&query=select id from (", "correct the query");
      refused(
          url + "&query=with gone as (delete from \"Judged\" returning *) select * from gone",
          "query cannot be read");
      refused(
          url
              + "&query=select 1 as id, 'Hill' as \"School\", 'a' as \"Case\", array[1] as \"Stage\", 'Q1' as \"Item\", 'J' as \"Result\", null::date as seen",
          "column \"Stage\" is of type _int4, which is no cell");
      refused(
          url
              + "&query=select *, at as later from (select id, \"School\", \"Case\", \"Stage\", \"Item\", \"Result\", at, at as seen from \"Judged\") x",
          "column \"seen\" has moments");
      refused(server.url("visits") + "?user=reader&table=x", "PGPASSWORD or ~/.pgpass");
      refused(server.trusted("nowhere") + "&table=x", "name another database");
      server.kill();
      refused(url + "&table=\"Judged\"", "see that the server is up");
    }
  }

  @Test
  void a_password_in_an_address_is_refused_and_not_repeated() {
    for (String address :
        new String[] {
          "jdbc:postgresql://h/d?password=hidden-word&table=x",
          "jdbc:postgresql://me:hidden-word@h/d?table=x",
          "jdbc:postgresql://h/d?table=x&password=hidden-word",
          "jdbc:postgresql://h/d?query=select 1&password=hidden-word",
          "jdbc:postgresql://h/d?sslpassword=hidden-word"
        }) {
      refused(address, "--extract");
    }
    refused("jdbc:postgresql://h/d", "h:5432/d does not say what to read there", "?table=");
    refused("jdbc:postgresql://h/d?query=delete from x", "does not begin with select");
  }
}
