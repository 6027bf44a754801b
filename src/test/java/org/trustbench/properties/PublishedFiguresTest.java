package org.trustbench.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.PlainJson;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.Samples;
import org.trustbench.support.TinyFramework;

/** What must hold of every figure published, worked out again from files and other figures. */
class PublishedFiguresTest {
  private static final Path FRAMEWORK =
      Path.of(System.getProperty("project.root", "."), "src/main/resources/frameworks/iaow-2013");

  @TempDir Path folder;

  @Test
  void scores_of_themes_are_those_counted_in_the_files_by_other_code() throws Exception {
    Map<String, String> outcomes = outcomes();
    Map<String, Set<String>> themes = themes();
    Map<String, String> sufficient = new HashMap<>();
    PlainCsv.rows(FRAMEWORK.resolve("questions.csv"))
        .forEach(row -> sufficient.put(row.get("id"), row.get("sufficient")));
    assertThat(sufficient).containsValues("yes", "no");
    Map<String, Map<String, String>> published = new HashMap<>();
    SampleRuns.national()
        .table("scores")
        .forEach(row -> published.put(row.get("inspection_id") + " " + row.get("measure_id"), row));
    int checked = 0;
    for (Path sent : folders(Samples.folder().resolve("iaow-2013"))) {
      Map<String, Map<String, Set<String>>> cases = cases(sent, outcomes);
      for (Map.Entry<String, Set<String>> theme : themes.entrySet()) {
        long y = 0;
        long n = 0;
        for (Map<String, Set<String>> judgements : cases.values()) {
          for (String question : theme.getValue()) {
            Set<String> given = judgements.getOrDefault(question, Set.of());
            y += given.equals(Set.of(sufficient.get(question))) ? 1 : 0;
            n += given.equals(Set.of("yes")) || given.equals(Set.of("no")) ? 1 : 0;
          }
        }
        Map<String, String> row = published.get(sent.getFileName() + " " + theme.getKey());
        assertThat(row.get("sufficient")).as(sent + theme.getKey()).isEqualTo("" + y);
        assertThat(row.get("assessed")).as(sent + theme.getKey()).isEqualTo("" + n);
        assertThat(row.get("score_percent")).isEqualTo(percent(y, n));
        assertThat(Long.parseLong(row.get("cases_in_scope"))).isEqualTo(cases.size());
        checked++;
      }
    }
    assertThat(checked).isEqualTo(35 * 5);
  }

  private static List<Path> folders(Path landing) throws Exception {
    try (var paths = Files.list(landing)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String percent(long y, long n) {
    return new BigDecimal(BigInteger.valueOf(y))
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(n), 4, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** Spelling to code: what the framework says of answers, read by other code. */
  private static Map<String, String> outcomes() {
    Map<String, String> outcomes = new HashMap<>();
    Object framework = PlainJson.read(PlainCsv.text(FRAMEWORK.resolve("framework.json")));
    for (Object answer : (List<?>) PlainJson.get(framework, "answers")) {
      String code = (String) PlainJson.get(answer, "code");
      outcomes.put(code, code);
      ((List<?>) PlainJson.get(answer, "aliases"))
          .forEach(alias -> outcomes.put((String) alias, code));
    }
    outcomes.put("", "nr");
    return outcomes;
  }

  /** Theme measures to their questions, on cases alone. */
  private static Map<String, Set<String>> themes() {
    Map<String, Set<String>> themes = new LinkedHashMap<>();
    Object framework = PlainJson.read(PlainCsv.text(FRAMEWORK.resolve("framework.json")));
    for (Object theme : (List<?>) PlainJson.get(framework, "themes")) {
      Set<String> sections = new HashSet<>();
      for (Object section : (List<?>) PlainJson.get(theme, "sections")) {
        if (PlainJson.get(section, "evidence") == null) {
          sections.add((String) PlainJson.get(section, "id"));
        }
      }
      Set<String> questions = new HashSet<>();
      for (Map<String, String> question : PlainCsv.rows(FRAMEWORK.resolve("questions.csv"))) {
        if (List.of(question.get("sections").split("\\|", -1)).stream()
            .anyMatch(sections::contains)) {
          questions.add(question.get("id"));
        }
      }
      themes.put("theme-" + PlainJson.get(theme, "id"), questions);
    }
    return themes;
  }

  /** Case to question to the answers given, of cases proper. */
  private static Map<String, Map<String, Set<String>>> cases(
      Path sent, Map<String, String> outcomes) throws Exception {
    Map<String, Map<String, Set<String>>> cases = new HashMap<>();
    List<Path> files;
    try (var paths = Files.list(sent)) {
      files = paths.sorted().toList();
    }
    List<String[]> judgements = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.startsWith("cases.jsonl")) {
        for (String line : PlainCsv.text(file).lines().toList()) {
          Object document = PlainJson.read(line);
          String id = (String) PlainJson.get(document, "case_id");
          if (PlainJson.get(document, "evidence").equals("case")) {
            cases.put(id, new HashMap<>());
          }
          PlainJson.entries(PlainJson.get(document, "judgements"))
              .forEach(
                  entry ->
                      judgements.add(new String[] {id, entry.getKey(), "" + entry.getValue()}));
        }
      } else if (!name.equals("inspection.json")) {
        String text = PlainCsv.text(file);
        List<List<String>> records = PlainCsv.records(text, PlainCsv.delimiter(text));
        List<String> header = records.get(0);
        int id = header.indexOf("case_id");
        for (List<String> record : records.subList(1, records.size())) {
          if (name.startsWith("cases.csv")) {
            if (record.get(header.indexOf("evidence")).equals("case")) {
              cases.put(record.get(id), new HashMap<>());
            }
          } else if (header.contains("question_id")) {
            judgements.add(
                new String[] {
                  record.get(id),
                  record.get(header.indexOf("question_id")),
                  record.get(header.indexOf("answer"))
                });
          } else {
            for (int i = 0; i < header.size(); i++) {
              judgements.add(new String[] {record.get(id), header.get(i), record.get(i)});
            }
          }
        }
      }
    }
    for (String[] judgement : judgements) {
      Map<String, Set<String>> ofCase = cases.get(judgement[0]);
      String code = outcomes.get(judgement[2].strip().toLowerCase(java.util.Locale.ROOT));
      if (ofCase != null && code != null) {
        ofCase.computeIfAbsent(judgement[1], question -> new HashSet<>()).add(code);
      }
    }
    return cases;
  }

  @Test
  void scores_are_shares_of_their_own_counts_inside_their_intervals() {
    List<Map<String, String>> scores = SampleRuns.national().table("scores");
    assertThat(scores).hasSizeGreaterThan(35 * 100);
    for (Map<String, String> row : scores) {
      long y = Long.parseLong(row.get("sufficient"));
      long n = Long.parseLong(row.get("assessed"));
      assertThat(y).isBetween(0L, n);
      assertThat(Long.parseLong(row.get("cases_assessed")))
          .isLessThanOrEqualTo(Math.min(n, Long.parseLong(row.get("cases_in_scope"))));
      assertThat(row.get("score_percent")).isEqualTo(n == 0 ? "" : percent(y, n));
      assertThat(row.get("is_reliable")).isEqualTo(n >= 10 ? "true" : "false");
      if (n > 0) {
        double score = Double.parseDouble(row.get("score_percent"));
        assertThat(score).isBetween(0.0, 100.0);
        assertThat(score).isBetween(number(row, "lower95_percent"), number(row, "upper95_percent"));
        assertThat(number(row, "lower95_percent"))
            .isBetween(number(row, "lower998_percent"), number(row, "upper95_percent"));
        assertThat(number(row, "upper998_percent"))
            .isBetween(number(row, "upper95_percent"), 100.0);
      }
    }
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void benchmarks_are_the_other_trusts_of_the_group_pooled() {
    Map<String, Map<String, String>> trusts = new HashMap<>();
    PlainCsv.rows(FRAMEWORK.resolve("trusts.csv")).forEach(row -> trusts.put(row.get("code"), row));
    List<Map<String, String>> scores = SampleRuns.national().table("scores");
    Map<String, Map<String, String>> byKey = new HashMap<>();
    Map<String, long[]> pooled = new HashMap<>();
    for (Map<String, String> row : scores) {
      byKey.put(row.get("trust_id") + " " + row.get("measure_id"), row);
      for (String comparator : List.of("programme", "tranche", "nps_division")) {
        long[] sums =
            pooled.computeIfAbsent(
                key(comparator, row, trusts) + " " + row.get("measure_id"), k -> new long[2]);
        sums[0] += Long.parseLong(row.get("sufficient"));
        sums[1] += Long.parseLong(row.get("assessed"));
      }
    }
    int checked = 0;
    for (Map<String, String> row : SampleRuns.national().table("comparisons")) {
      Map<String, String> own = byKey.get(row.get("trust_id") + " " + row.get("measure_id"));
      long[] all =
          pooled.get(key(row.get("comparator_id"), own, trusts) + " " + row.get("measure_id"));
      long y = Long.parseLong(own.get("sufficient"));
      long n = Long.parseLong(own.get("assessed"));
      assertThat(row.get("benchmark_rule")).isEqualTo("pooled-others");
      assertThat(row.get("score_percent")).isEqualTo(own.get("score_percent"));
      if (!row.get("benchmark_percent").isEmpty()) {
        assertThat(row.get("benchmark_percent"))
            .as(row.toString())
            .isEqualTo(percent(all[0] - y, all[1] - n));
        checked++;
        if (n > 0) {
          double exact = 100.0 * y / n - 100.0 * (all[0] - y) / (all[1] - n);
          assertThat(Math.abs(number(row, "difference_points") - exact)).isLessThan(0.000051);
        }
      }
    }
    assertThat(checked).isGreaterThan(35 * 100 * 2);
  }

  private static String key(
      String comparator, Map<String, String> row, Map<String, Map<String, String>> trusts) {
    return comparator
        + ":"
        + switch (comparator) {
          case "programme" -> "";
          case "tranche" -> row.get("tranche");
          default -> trusts.get(row.get("trust_id")).get("nps_division");
        };
  }

  @Test
  void ranks_lie_in_their_intervals_and_follow_the_scores() {
    Map<String, Map<Integer, Double>> byGroup = new HashMap<>();
    List<Map<String, String>> ranks = SampleRuns.national().table("ranks");
    assertThat(ranks).hasSizeGreaterThan(35 * 100);
    for (Map<String, String> row : ranks) {
      int rank = Integer.parseInt(row.get("rank"));
      assertThat(rank)
          .isBetween(
              Integer.parseInt(row.get("rank_lower")), Integer.parseInt(row.get("rank_upper")));
      assertThat(Integer.parseInt(row.get("rank_lower")))
          .isBetween(Integer.parseInt(row.get("rank_lower_simultaneous")), rank);
      assertThat(Integer.parseInt(row.get("rank_upper")))
          .isBetween(rank, Integer.parseInt(row.get("rank_upper_simultaneous")));
      assertThat(Integer.parseInt(row.get("rank_upper_simultaneous")))
          .isLessThanOrEqualTo(Integer.parseInt(row.get("ranked_trusts")));
      assertThat(Integer.parseInt(row.get("rank_lower_simultaneous"))).isPositive();
      String group = row.get("comparator_id") + row.get("comparator_group") + row.get("measure_id");
      Double same =
          byGroup
              .computeIfAbsent(group, k -> new HashMap<>())
              .put(rank, number(row, "score_percent"));
      assertThat(same).as(row.toString()).isIn(null, number(row, "score_percent"));
    }
    byGroup
        .values()
        .forEach(
            scores ->
                assertThat(new java.util.TreeMap<>(scores).values().stream().toList())
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder()));
  }

  @Test
  void percentages_have_four_decimals_and_no_cell_is_infinite_or_not_a_number() throws Exception {
    try (var files = Files.list(SampleRuns.national().release().resolve("tables"))) {
      for (Path file : files.toList()) {
        for (Map<String, String> row : PlainCsv.rows(file)) {
          row.forEach(
              (column, cell) -> {
                assertThat(cell).isNotIn("NaN", "Infinity", "-Infinity", "null");
                if (column.endsWith("_percent") || column.endsWith("_points")) {
                  assertThat(cell).as(column).matches("(-?[0-9]+\\.[0-9]{4})?");
                }
              });
        }
      }
    }
  }

  @Test
  void no_cell_of_a_published_table_is_run_as_a_formula() throws Exception {
    String cases = "case_id,stage\nC1,late\n=1+1,late\n";
    LandingFolder inbox =
        new LandingFolder(folder.resolve("inbox"))
            .send(
                "=cmd", "H-1", "HILL", cases, "case_id,plan,=HYPERLINK(0)\nC1,yes,@x\n=1+1,-1,+1\n")
            .send("-2+3", "D-1", "DALE", cases, "case_id,plan\nC1,yes\n=1+1,=A1\n")
            .send("@sum", "F-1", "Nobody", cases, "case_id,plan\nC1,yes\n");
    MainRun run =
        MainRun.in(
            folder,
            "run",
            "--framework",
            TinyFramework.write(folder.resolve("framework"), json -> json).toString(),
            "--submissions",
            inbox.path().toString(),
            "--reject-tolerance",
            "1");
    assertThat(run.exitCode()).as(run.err().toString()).isEqualTo(3);
    Set<String> marked = new HashSet<>();
    try (var files = Files.list(run.release().resolve("tables"))) {
      for (Path file : files.toList()) {
        for (Map<String, String> row : PlainCsv.rows(file)) {
          for (String cell : row.values()) {
            assertThat(cell).doesNotMatch("(?s)[=+@\t\r\n].*").doesNotMatch("(?s)-(?![0-9.]+$).*");
            if (cell.startsWith("'")) {
              marked.add(cell);
            }
          }
        }
      }
    }
    assertThat(marked)
        .contains("'=cmd/judgements.csv", "'-2+3/judgements.csv", "'@sum/inspection.json");
  }
}
