package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.ingest.Rekeying;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.lake.Lake;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;
import org.trustbench.tasks.TaskRunner;

/** A lake that comes under the next key: other pseudonyms, and everything else as it was. */
class RekeyTest {
  private static final String FIRST = "first-key-0123456789abcdef0123456789";
  private static final String SECOND = "second-key-0123456789abcdef012345678";
  private static final String THIRD = "third-key-0123456789abcdef0123456789";
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";

  @TempDir Path folder;
  private LandingFolder inbox;
  private Path framework;
  private Path key;

  @BeforeEach
  void twoSchools() throws IOException {
    framework = TinyFramework.write(folder.resolve("framework"), json -> json);
    inbox = new LandingFolder(folder.resolve("inbox"));
    key = Files.writeString(folder.resolve("key"), FIRST + "\n");
    send("H-1", "HILL", "yes");
    send("D-1", "DALE", "no");
  }

  private void send(String inspection, String trust, String plan) {
    inbox.send(
        inspection,
        inspection,
        trust,
        CASES,
        "case_id,question_id,answer,inspector_id\nC1,plan,%s,I7\nC1,pace,yes,I7\nC2,plan,no,I8\nC2,safe,3,\n"
            .formatted(plan));
  }

  private MainRun job(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--framework", framework.toString(), "--key-file", key.toString()));
    all.addAll(List.of("--submissions", inbox.path().toString(), "--reject-tolerance", "0.9"));
    String[] more = all.subList(1, all.size()).toArray(String[]::new);
    return MainRun.in(folder, words[0], more);
  }

  private MainRun done(String... words) {
    MainRun run = job(words);
    assertThat(run.exitCode()).as("%s %s", run.out(), run.err()).isZero();
    return run;
  }

  private void then(String next) throws IOException {
    Files.writeString(key, "then\n" + next + "\n", StandardOpenOption.APPEND);
  }

  private List<Map<String, Object>> current(String table) {
    return LakeFolder.current(folder.resolve("lake"), "schools", table);
  }

  private List<Map<String, Object>> all(String table) {
    return LakeFolder.rows(folder.resolve("lake"), "schools", table);
  }

  /** The values of one column by inspection and line, where there are any. */
  private Map<String, String> column(String table, String column) {
    Map<String, String> values = new TreeMap<>();
    for (Map<String, Object> row : current(table)) {
      if (row.get(column) != null) {
        values.put(row.get("inspection_id") + ":" + row.get("line"), (String) row.get(column));
      }
    }
    return values;
  }

  /** By RFC 2104, from Java's own cryptography alone. */
  private static String renewed(String next, String pseudonym) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(next.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] whole = mac.doFinal(("\u0001renewed\0" + pseudonym).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(whole, 16));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> renewed(String next, Map<String, String> pseudonyms) {
    Map<String, String> renewed = new TreeMap<>();
    pseudonyms.forEach((place, pseudonym) -> renewed.put(place, renewed(next, pseudonym)));
    return renewed;
  }

  /** What stands in a table besides pseudonyms and the ids of ingests. */
  private Map<Map<String, Object>, Long> besides(String table) {
    return current(table).stream()
        .map(
            row -> {
              Map<String, Object> rest = new LinkedHashMap<>(row);
              rest.keySet().removeAll(List.of("ingest_id", "case_id", "inspector"));
              return rest;
            })
        .collect(Collectors.groupingBy(row -> row, Collectors.counting()));
  }

  @Test
  void pseudonyms_pass_through_the_next_key_and_nothing_else_changes() throws IOException {
    done("ingest");
    Map<String, String> cases = column("cases", "case_id");
    Map<String, String> judged = column("judgements", "case_id");
    Map<String, String> inspectors = column("judgements", "inspector");
    List<String> tables = List.of("cases", "judgements", "rejects", "tallies", "files");
    List<Map<Map<String, Object>, Long>> before = tables.stream().map(this::besides).toList();
    then(SECOND);

    MainRun rekeyed = done("rekey");

    assertThat(rekeyed.out().toString()).contains("rekeyed: 2 submissions");
    assertThat(cases).hasSize(4);
    assertThat(inspectors).hasSize(6);
    assertThat(column("cases", "case_id")).isEqualTo(renewed(SECOND, cases));
    assertThat(column("judgements", "case_id")).isEqualTo(renewed(SECOND, judged));
    assertThat(column("judgements", "inspector")).isEqualTo(renewed(SECOND, inspectors));
    assertThat(tables.stream().map(this::besides).toList()).isEqualTo(before);
    assertThat(done("check").out().toString()).contains("no fault found");
  }

  @Test
  void a_release_is_the_same_afterwards_and_what_is_sent_again_is_unchanged() throws IOException {
    Path release = done("run").release();
    String id = release.getFileName().toString();
    Map<String, String> files = Schools.files(release);
    then(SECOND);
    done("rekey");

    MainRun again = done("run");
    MainRun asOf = done("publish", "--as-of", id);

    assertThat(again.out().toString()).contains("0 new, 0 changed, 2 unchanged");
    assertThat(again.out().toString()).doesNotContain("tallied again");
    assertThat(again.release()).isEqualTo(release);
    assertThat(asOf.release()).isEqualTo(release);
    assertThat(Schools.files(release)).isEqualTo(files);
    assertThat(done("check").out().toString()).contains("no fault found", "1 release");
  }

  @Test
  void a_case_that_is_sent_again_with_another_answer_is_the_same_case() throws IOException {
    done("ingest");
    then(SECOND);
    done("rekey");
    Map<String, String> cases = column("cases", "case_id");
    send("H-1", "HILL", "no");

    assertThat(done("ingest", "--judgement-change", "1").out().toString())
        .contains("0 new, 1 changed, 1 unchanged");

    assertThat(column("cases", "case_id")).isEqualTo(cases);
    assertThat(all("submissions"))
        .filteredOn(row -> row.get("status").equals("accepted"))
        .filteredOn(row -> row.get("inspection_id").equals("H-1"))
        .extracting(row -> row.get("judgements_differing"))
        .containsExactly(1L);
  }

  @Test
  void scores_under_a_later_framework_come_along() throws IOException {
    done("ingest");
    framework =
        TinyFramework.write(
            folder.resolve("later"),
            json -> json.replace("Safe in late classes", "Safe when late"));
    assertThat(done("publish").out().toString()).contains("tallied again");
    then(SECOND);
    done("rekey");

    assertThat(done("publish").out().toString()).doesNotContain("tallied again");
  }

  @Test
  void a_second_time_there_is_nothing_to_do_and_a_third_key_may_follow() throws IOException {
    done("ingest");
    Map<String, String> cases = column("cases", "case_id");
    assertThat(done("rekey").out().toString()).contains("nothing to do");
    then(SECOND);
    done("rekey");
    List<Map<String, Object>> once = all("judgements");

    assertThat(done("rekey").out().toString()).contains("nothing to do");
    assertThat(Set.copyOf(all("judgements"))).isEqualTo(Set.copyOf(once));

    then(THIRD);
    done("rekey");
    assertThat(column("cases", "case_id")).isEqualTo(renewed(THIRD, renewed(SECOND, cases)));
    send("H-1", "HILL", "no");
    done("ingest", "--judgement-change", "1");
    assertThat(column("cases", "case_id")).isEqualTo(renewed(THIRD, renewed(SECOND, cases)));
  }

  @Test
  void until_it_is_brought_under_the_next_key_a_lake_keeps_to_the_one_it_has() throws IOException {
    done("ingest");
    Map<String, String> cases = column("cases", "case_id");
    then(SECOND);
    send("H-1", "HILL", "no");

    done("ingest", "--judgement-change", "1");

    assertThat(column("cases", "case_id")).isEqualTo(cases);
  }

  @Test
  void keys_that_do_not_begin_with_those_of_the_lake_are_refused_and_nothing_changes()
      throws IOException {
    done("ingest");
    then(SECOND);
    done("rekey");
    List<Map<String, Object>> rows = all("judgements");
    for (String wrong :
        List.of(SECOND, SECOND + "\nthen\n" + FIRST, FIRST, FIRST + "\nthen\n" + THIRD)) {
      Files.writeString(key, wrong);

      for (String job : List.of("rekey", "ingest")) {
        MainRun refused = job(job);
        assertThat(refused.exitCode()).as(wrong).isEqualTo(1);
        assertThat(refused.err().toString()).contains("the lake was written under another key");
      }
    }
    assertThat(Set.copyOf(all("judgements"))).isEqualTo(Set.copyOf(rows));
  }

  @Test
  void a_next_key_that_is_missing_too_short_or_the_same_is_refused() throws IOException {
    done("ingest");
    for (String wrong : List.of("then\n", "then\nbrief\n", "then\n" + FIRST + "\n")) {
      Files.writeString(key, FIRST + "\n" + wrong);

      MainRun refused = job("rekey");

      assertThat(refused.exitCode()).as(wrong).isEqualTo(2);
      assertThat(refused.err().toString()).containsAnyOf("is shorter than 32", "same key twice");
      assertThat(refused.err().toString()).doesNotContain("first-key", "brief,");
    }
  }

  @Test
  void what_is_under_the_key_before_stays_for_readers_and_goes_by_maintain() throws IOException {
    done("run");
    List<Object> old = all("judgements").stream().map(row -> row.get("case_id")).toList();
    then(SECOND);
    done("rekey");

    done("maintain");
    assertThat(all("judgements")).extracting(row -> row.get("case_id")).containsAll(old);
    done("maintain", "--keep-days", "0");

    for (String table : List.of("cases", "judgements")) {
      assertThat(all(table))
          .isNotEmpty()
          .extracting(row -> row.get("case_id"))
          .doesNotContainAnyElementsOf(old);
      assertThat(dataFiles(table)).isEqualTo(1);
    }
    assertThat(all("scorings")).isEmpty();
    assertThat(done("check").out().toString()).contains("no fault found");
  }

  private long dataFiles(String table) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake/warehouse/schools").resolve(table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  @Test
  void what_comes_in_while_rows_are_copied_is_brought_along() throws IOException {
    done("run");
    Framework schools = FrameworkReader.read(framework.toString());
    Map<String, String> before = column("cases", "case_id");
    try (Lake lake = LakeFolder.open(schools, folder.resolve("lake"))) {
      boolean[] isFirst = {true};
      TaskRunner runner =
          new TaskRunner() {
            @Override
            public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
              if (isFirst[0]) {
                isFirst[0] = false;
                send("F-1", "FORD", "yes");
                done("run");
              }
              return TaskRunner.here().each(items, bytes, task);
            }

            @Override
            public <T, S> Shuffle<S> shuffle(List<T> items, long bytes, Task<T, Split<S>> task) {
              throw new UnsupportedOperationException();
            }
          };

      new Rekeying(lake, pseudonyms(FIRST, SECOND)).run(runner);
    }

    then(SECOND);
    assertThat(column("cases", "case_id")).hasSize(6).containsAllEntriesOf(renewed(SECOND, before));
    assertThat(done("rekey").out().toString()).contains("nothing to do");
    assertThat(done("check").out().toString()).contains("no fault found", "2 releases");
  }

  private static Pseudonyms pseudonyms(String... keys) {
    return new Pseudonyms(
        Arrays.stream(keys).map(one -> one.getBytes(StandardCharsets.UTF_8)).toList());
  }
}
