package org.trustbench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.publish.SmallReleases;
import org.trustbench.support.PostgresServer;

class PostgresFeedTest {
  private static final String CURRENT = "select release_id from iaow_2013.current_release";

  @TempDir static Path output;

  private static PostgresServer server;
  private static ReleaseFolder before;
  private static ReleaseFolder after;
  private static ReleaseFolder third;
  private static int databases;
  private String database;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
    before = SmallReleases.publish(output, 10, 12, 14, 16, 18);
    after = SmallReleases.publish(output, 18, 12, 14, 16, 19);
    third = SmallReleases.publish(output, 18, 12, 14, 11, 19);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    database = "programme" + databases++;
    server.createDatabase(database);
  }

  private FeedResult feed(ReleaseFolder release, int keep) {
    return Feed.to(server.trusted(database), release, keep);
  }

  private List<String> asked(String sql) throws SQLException {
    try (Connection connection = server.connect(database)) {
      return rows(connection, sql);
    }
  }

  @Test
  void tables_have_keys_and_comments_and_so_have_views() throws SQLException {
    feed(before, 3);

    assertThat(
            asked(
                """
                select c.relname, a.attname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'iaow_2013'::regnamespace and c.relkind in ('r', 'v')
                and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)
                """))
        .isEmpty();
    assertThat(
            asked(
                """
                select pg_get_constraintdef(oid) from pg_constraint
                where conrelid = 'iaow_2013.fact_rank'::regclass order by 1
                """))
        .containsExactly(
            "FOREIGN KEY (release_id) REFERENCES iaow_2013.release(release_id)",
            "FOREIGN KEY (release_id, comparator_key) REFERENCES iaow_2013.dim_comparator(release_id, comparator_key)",
            "FOREIGN KEY (release_id, inspection_id) REFERENCES iaow_2013.dim_inspection(release_id, inspection_id)",
            "FOREIGN KEY (release_id, measure_id) REFERENCES iaow_2013.dim_measure(release_id, measure_id)",
            "FOREIGN KEY (release_id, trust_id) REFERENCES iaow_2013.dim_trust(release_id, trust_id)",
            "PRIMARY KEY (release_id, inspection_id, measure_id, comparator_id)");
    assertThat(
            asked(
                "select indexname from pg_indexes where schemaname = 'iaow_2013' and tablename = 'fact_rank' order by 1"))
        .containsExactly(
            "fact_rank_comparator_key",
            "fact_rank_measure_id",
            "fact_rank_pkey",
            "fact_rank_trust_id");
  }

  @Test
  void fed_again_the_same_release_changes_no_row() throws SQLException {
    assertThat(feed(before, 3).isChanged()).isTrue();
    String written =
        "select max(xmin::text::bigint), count(*) from (select xmin from iaow_2013.release union all select xmin from iaow_2013.fact_score union all select xmin from pg_class union all select xmin from pg_description) all_rows";
    List<String> first = asked(written);
    assertThat(feed(before, 3).isChanged()).isFalse();
    assertThat(asked(written)).isEqualTo(first);
  }

  @Test
  void an_older_release_becomes_current_again_without_being_loaded_again() throws SQLException {
    feed(before, 3);
    feed(after, 3);
    String loaded = "select max(xmin::text::bigint) from iaow_2013.fact_score";
    List<String> first = asked(loaded);
    assertThat(asked(CURRENT)).containsExactly(after.id());

    FeedResult again = feed(before, 3);
    assertThat(again.isChanged()).isTrue();
    assertThat(again.releases()).isEqualTo(2);
    assertThat(asked(CURRENT)).containsExactly(before.id());
    assertThat(asked(loaded)).isEqualTo(first);
  }

  @Test
  void of_older_releases_as_many_are_kept_as_the_setting_says() throws SQLException {
    feed(before, 2);
    feed(after, 2);
    assertThat(feed(third, 2).releases()).isEqualTo(2);
    assertThat(asked("select distinct release_id from iaow_2013.fact_comparison order by 1"))
        .containsExactlyInAnyOrder(after.id(), third.id());

    assertThat(feed(third, 1).isChanged()).isTrue();
    assertThat(asked("select release_id from iaow_2013.release")).containsExactly(third.id());
    assertThat(asked("select distinct release_id from iaow_2013.dim_trust"))
        .containsExactly(third.id());
  }

  /** Each row a reader sees tells which release it is of, by its id and by its figures. */
  @Test
  void a_reader_sees_one_release_or_the_other_while_they_are_fed_in_turn() throws Exception {
    String query =
        """
        select (select release_id from iaow_2013.current_release),
          (select string_agg(distinct release_id, ' ') from iaow_2013.league),
          (select string_agg(distinct release_id, ' ') from iaow_2013.current_fact_score),
          (select sum(sufficient) from iaow_2013.current_fact_score),
          (select count(*) from iaow_2013.league),
          (select count(*) from iaow_2013.trend)
        """;
    feed(before, 1);
    String ofBefore = asked(query).get(0);
    feed(after, 1);
    String ofAfter = asked(query).get(0);
    assertThat(ofAfter).isNotEqualTo(ofBefore).startsWith(after.id() + "|" + after.id() + "|");

    AtomicBoolean isOver = new AtomicBoolean();
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    Thread reader =
        new Thread(
            () -> {
              try (Connection connection = server.connect(database)) {
                while (!isOver.get()) {
                  seen.add(rows(connection, query).get(0));
                }
              } catch (SQLException e) {
                seen.add(e.toString());
              }
            });
    reader.start();
    for (int i = 0; i < 5; i++) {
      feed(before, 1);
      feed(after, 1);
    }
    isOver.set(true);
    reader.join();

    assertThat(seen).hasSizeGreaterThan(10).containsOnly(ofBefore, ofAfter);
    assertThat(seen).contains(ofBefore, ofAfter);
  }

  @Test
  void two_feeds_at_once_come_one_after_the_other() throws Exception {
    List<String> failed = Collections.synchronizedList(new ArrayList<>());
    List<Thread> feeding = new ArrayList<>();
    for (ReleaseFolder release : List.of(before, after, third)) {
      Thread one =
          new Thread(
              () -> {
                try {
                  assertThat(feed(release, 3).isChanged()).isTrue();
                } catch (RuntimeException | AssertionError e) {
                  failed.add(e.toString());
                }
              });
      feeding.add(one);
      one.start();
    }
    for (Thread one : feeding) {
      one.join();
    }
    assertThat(failed).isEmpty();
    assertThat(asked("select release_id from iaow_2013.release"))
        .containsExactlyInAnyOrder(before.id(), after.id(), third.id());
    assertThat(asked("select feed_number, is_current from iaow_2013.release order by 1"))
        .containsExactly("1|false", "2|false", "3|true");
  }

  @Test
  void releases_for_different_audiences_are_never_in_one_schema() throws SQLException {
    feed(before, 3);
    ReleaseFolder forThePublic = SmallReleases.publishSuppressed(output, 10, 12, 14, 16, 18);
    assertThatThrownBy(() -> feed(forThePublic, 3))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "schema iaow_2013 holds releases that are internal and this one is public: give it a database of its own");
    assertThat(asked("select release_id from iaow_2013.release")).containsExactly(before.id());

    server.createDatabase(database + "public");
    Feed.to(server.trusted(database + "public"), forThePublic, 3);
    assertThatThrownBy(() -> Feed.to(server.trusted(database + "public"), before, 3))
        .hasMessageContaining("holds releases that are public and this one is internal");
  }

  @Test
  void a_reader_in_one_transaction_stays_with_the_release_it_began_with() throws SQLException {
    feed(before, 1);
    try (Connection reader = server.connect(database)) {
      execute(reader, "begin transaction isolation level repeatable read");
      assertThat(rows(reader, CURRENT)).containsExactly(before.id());
      feed(after, 1);
      assertThat(rows(reader, CURRENT)).containsExactly(before.id());
      assertThat(rows(reader, "select distinct release_id from iaow_2013.league"))
          .containsExactly(before.id());
      execute(reader, "commit");
      assertThat(rows(reader, CURRENT)).containsExactly(after.id());
    }
  }

  @Test
  void a_column_that_is_new_is_added_and_empty_in_older_releases() throws SQLException {
    feed(before, 3);
    try (Connection connection = server.connect(database)) {
      execute(connection, "drop view iaow_2013.current_fact_finding");
      execute(connection, "alter table iaow_2013.fact_finding drop column sentence");
      execute(
          connection, "comment on schema iaow_2013 is 'FeedResult by trustbench; definition 0'");
    }
    feed(after, 3);
    assertThat(
            asked(
                "select release_id, count(sentence) > 0 from iaow_2013.fact_finding group by 1 order by 2"))
        .containsExactly(before.id() + "|false", after.id() + "|true");
    assertThat(asked("select count(sentence) > 0 from iaow_2013.current_fact_finding"))
        .containsExactly("true");
  }

  @Test
  void who_may_read_a_view_still_may_when_the_view_is_made_anew() throws SQLException {
    feed(before, 3);
    try (Connection connection = server.connect(database)) {
      execute(connection, "create role \"reader of leagues\"");
      execute(connection, "grant select on iaow_2013.league to \"reader of leagues\", public");
      execute(
          connection, "comment on schema iaow_2013 is 'FeedResult by trustbench; definition 0'");
    }
    String mayRead =
        "select has_table_privilege('reader of leagues', 'iaow_2013.league', 'select'), has_table_privilege('reader of leagues', 'iaow_2013.trend', 'select'), relacl::text like '%,=r/%' from pg_class where oid = 'iaow_2013.league'::regclass";
    List<String> first = asked(mayRead);
    feed(after, 3);
    assertThat(asked(mayRead)).isEqualTo(first).containsExactly("true|false|true");
  }

  @Test
  void a_view_of_the_readers_own_that_is_in_the_way_is_named() throws SQLException {
    feed(before, 3);
    try (Connection connection = server.connect(database)) {
      execute(connection, "create view public.mine as select * from iaow_2013.league");
    }
    assertThat(feed(after, 3).isChanged()).as("as long as views stay").isTrue();
    try (Connection connection = server.connect(database)) {
      execute(
          connection, "comment on schema iaow_2013 is 'FeedResult by trustbench; definition 0'");
    }
    assertThatThrownBy(() -> feed(before, 3))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("view mine depends on view iaow_2013.league")
        .hasMessageContaining("drop what of your own rests on these views");
    assertThat(asked(CURRENT)).containsExactly(after.id());
  }

  @Test
  void tables_of_another_version_are_left_alone() throws SQLException {
    feed(before, 3);
    try (Connection connection = server.connect(database)) {
      execute(connection, "update iaow_2013.release set schema_version = 0");
    }
    assertThatThrownBy(() -> feed(after, 3))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "schema iaow_2013 holds tables of version 0 and this release has version 1: rename that schema or drop it, then feed again");

    try (Connection connection = server.connect(database)) {
      execute(connection, "alter schema iaow_2013 rename to iaow_2013_before");
    }
    feed(after, 3);
    assertThat(asked(CURRENT)).containsExactly(after.id());
  }

  @Test
  void a_column_of_another_type_is_left_alone() throws SQLException {
    feed(before, 3);
    try (Connection connection = server.connect(database)) {
      execute(connection, "drop view iaow_2013.current_fact_finding");
      execute(connection, "alter table iaow_2013.fact_finding alter assessed type text");
      execute(
          connection, "comment on schema iaow_2013 is 'FeedResult by trustbench; definition 0'");
    }
    assertThatThrownBy(() -> feed(after, 3))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(
            "column assessed of iaow_2013.fact_finding is text and should be bigint");
    assertThat(asked("select release_id from iaow_2013.release")).containsExactly(before.id());
  }
}
