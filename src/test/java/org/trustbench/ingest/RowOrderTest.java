package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.matrix.FileAccount;
import org.trustbench.support.LandingFolder;

/** The order of rows decides nothing: rows in twenty orders come to the same tallies and counts. */
class RowOrderTest {
  private static final String CASES =
      """
      case_id,stage,risk,town
      C1,early,low,Ely
      C2,late,high,
      C3,late,low,Ely
      C3,late,low,Ely
      C4,early,low,Ely
      C4,late,low,Ely
      C4,early,low,Ely
      C5,middle,low,Ely
      C6,middle,,Ely
      C6,,,Ely
      C7,middle,low,
      C7,early,vast,
      ,early,low,
      C8,early
      """;
  private static final String JUDGEMENTS =
      """
      case_id,question_id,answer
      C1,plan,yes
      C1,plan,y
      C1,plan,maybe
      C1,pace,yes
      C1,pace,no
      C1,pace,yes
      C1,safe,1
      C1,safe,2
      C2,plan,no
      C2,plan,
      C2,pace,nr
      C2,pace,
      C3,plan,na
      C3,safe,3
      C4,plan,yes
      C4,plan,no
      C5,plan,yes
      C5,plan,yes
      C6,plan,yes
      C7,plan,yes
      C9,plan,yes
      C1,plann,yes
      C1,marked
      ,plan,yes
      """;

  @TempDir Path landing;

  private static String shuffled(String table, int seed) {
    List<String> lines = new ArrayList<>(table.lines().toList());
    Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
    return String.join("\n", lines) + "\n";
  }

  private static List<?> told(Filled filled) {
    FileAccount all =
        filled.reading().files().stream()
            .reduce(
                (a, b) ->
                    new FileAccount(
                        "",
                        "",
                        0,
                        a.read() + b.read(),
                        a.accepted() + b.accepted(),
                        a.rejected() + b.rejected(),
                        a.collapsed() + b.collapsed(),
                        a.outOfScope() + b.outOfScope(),
                        a.cases() + b.cases()))
            .orElseThrow();
    return List.of(
        all.read(),
        all.accepted(),
        all.rejected(),
        all.collapsed(),
        all.cases(),
        Sent.byRule(filled.reading()),
        Sent.tallies(filled));
  }

  @Test
  void a_folder_of_csv_files() {
    List<?> before =
        told(Sent.in(landing).file("cases.csv", CASES).file("judgements.csv", JUDGEMENTS).read());
    assertThat(before.subList(0, 5)).isEqualTo(List.of(24L, 4L, 17L, 3L, 3L));
    for (int seed = 0; seed < 20; seed++) {
      Sent sent =
          Sent.in(landing)
              .file("cases.csv", shuffled(CASES, seed))
              .file("judgements.csv", shuffled(JUDGEMENTS, seed + 100));
      assertThat(told(sent.read())).as("seed " + seed).isEqualTo(before);
    }
  }

  @Test
  void json_lines_of_cases_that_are_sent_twice_and_differently() {
    String documents =
        """
        {"case_id":"C1","evidence":"lesson","judgements":{"plan":"yes","talk":"yes"}}
        {"case_id":"C1","evidence":"interview","judgements":{"talk":"no"}}
        {"case_id":"C1","evidence":"interview","judgements":{"talk":"no","safe":1}}
        {"case_id":"C2","evidence":"lesson","judgements":{"plan":"yes","talk":"yes"}}
        {"case_id":"C2","evidence":"lesson","judgements":{"talk":"yes","pace":"no"}}
        {"case_id":"C3","attributes":{"stage":"early"},"judgements":{"plan":"yes"}}
        {"case_id":"C3","attributes":{"stage":"middle"},"judgements":{"plan":"no"}}
        """;
    List<?> before = told(Sent.in(landing).file("cases.jsonl", documents).read());
    for (int seed = 0; seed < 20; seed++) {
      List<String> lines = new ArrayList<>(documents.lines().toList());
      Collections.shuffle(lines, new Random(seed));
      Sent sent = Sent.in(landing).file("cases.jsonl", String.join("\n", lines));
      assertThat(told(sent.read())).as("seed " + seed).isEqualTo(before);
    }
  }

  @Test
  void a_long_extract() {
    String rows =
        """
        School,Case,Stage,Item,Result
        Hill,C1,early,Q1,J
        Hill,C1,early,Q1,yes
        Hill,C1,early,Q2,no
        Hill,C1,early,Q2,J
        Hill,C2,early,Q1,J
        Hill,C2,late,Q2,J
        Hill,C2,early,safe,1
        Hill,C3,middle,Q1,J
        Hill,C3,middle,Q2,J
        Hill,C3,,safe,1
        Hill,C4,,Q1,J
        Hill,C4,,Q2,?
        Hull,C4,,Q2,J
        """;
    List<?> before = null;
    for (int seed = 0; seed < 20; seed++) {
      new LandingFolder(landing).file("long.csv", seed == 0 ? rows : shuffled(rows, seed));
      List<Filled> filled =
          Sent.read(ExtractSubmission.of(List.of(landing.resolve("long.csv")), "long"), 1);
      List<?> told = List.of(Sent.byRule(filled.get(0).reading()), told(filled.get(1)));
      before = before == null ? told : before;
      assertThat(told).as("seed " + seed).isEqualTo(before);
    }
  }
}
