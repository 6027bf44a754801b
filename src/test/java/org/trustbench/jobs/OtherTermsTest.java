package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/**
 * An inspectorate of local authorities and their pupils' records reads nothing of trusts and cases:
 * whatever a run, its release, its public release and the other jobs say is in its own words.
 */
class OtherTermsTest {
  private static final int AUTHORITIES = 6;

  /**
   * What keeps its name whatever is inspected: files, columns, flags, rules; terms of statistics.
   */
  private static final Pattern KEPT =
      Pattern.compile(
          "(trusts|cases|judgements)\\.(csv|jsonl|xlsx)|--trusts?|--cases|\\b\\w*_(trusts?|cases?)\\b"
              + "|\\b(trusts?|cases?)_\\w*|[Cc]ase[ -]mix|[Ss]heet cases|cases!|/trusts\\b|trusts/|\\{trust\\}|(unknown|duplicate)-(case|trust)"
              + "|cases-to-mend|data-needs-trust|refers to trusts|(error|prompt)Title=\"trust\"");

  private static final Pattern STANDARD =
      Pattern.compile("\\b(trusts?|cases?)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNFILLED =
      Pattern.compile("\\{([Aa]n? )?(institution|case)s?['’]?s?\\}", Pattern.CASE_INSENSITIVE);

  /** Members of JSON, and columns of tables, that hold names. */
  /** The data of a page, as a script that puts them in place. */
  private static final Pattern DATA_SCRIPT =
      Pattern.compile("(?s)window\\.reportData(=(?=\\[)|\\[1]\\.push\\()(?<json>.*?)\\)?;\\s*");

  private static final Set<String> NAMES =
      Set.of(
          "name",
          "path",
          "url",
          "titles",
          "resource",
          "fields",
          "reference",
          "primaryKey",
          "uniqueKeys",
          "columnReference",
          "dc:title",
          "files",
          "counts",
          "settings",
          "table",
          "column",
          "refers_to",
          "tables",
          "columns");

  @TempDir static Path workspace;
  private static final Map<String, String> SAID = new TreeMap<>();
  private static Path internal;
  private static Path open;

  @BeforeAll
  static void a_programme_of_local_authorities() throws IOException {
    SchoolVisits schools = new SchoolVisits(workspace);
    TinyFramework.write(
        schools.framework(),
        json ->
            json.replace(
                    "\"evidence\": [\"lesson\",",
                    """
                    "institution": { "one": "local authority", "many": "local authorities" },
                      "case": { "one": "pupil record", "many": "pupil records" },
                      "evidence": ["lesson",""")
                .replace(
                    "{ \"id\": \"programme\", \"label\": \"All schools\" }",
                    "{ \"id\": \"programme\", \"label\": \"All schools\" },"
                        + " { \"id\": \"tranche\", \"label\": \"Tranche\", \"by\": \"tranche\" }"));
    StringBuilder register = new StringBuilder(TinyFramework.TRUSTS);
    Random random = new Random(5);
    for (int i = 0; i < AUTHORITIES; i++) {
      register.append("LA%d,Authority %d,,%d,Kent\n".formatted(i, i, 1 + i % 2));
      StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
      StringBuilder judged = new StringBuilder("case_id,plan,pace,marked,safe\n");
      for (int c = 0; c < 60; c++) {
        cases.append(
            "C%d,%s,%s,\n"
                .formatted(c, c % 2 == 0 ? "late" : "early", c % 3 == 0 ? "low" : "high"));
        judged.append(
            "C%d,%s,%s,%s,%d\n"
                .formatted(
                    c,
                    random.nextInt(10) < 3 + i ? "yes" : "no",
                    random.nextBoolean() ? "yes" : "no",
                    c % 9 == 0 ? "na" : "yes",
                    1 + random.nextInt(4)));
      }
      if (i == 0) {
        judged.append("C1,no,,,\nC1,yes,,,\nC99,yes,yes,yes,1\nC2,perhaps,yes,yes,9\n");
        cases.append("C3,early,low,Ely\n");
      }
      schools
          .inbox()
          .send("LA" + i, "LA%d-1".formatted(i), "LA" + i, cases.toString(), judged.toString());
    }
    Files.writeString(schools.framework().resolve("trusts.csv"), register);
    schools.inbox().send("X", "X-1", "Nowhere", SchoolVisits.CASES, SchoolVisits.YES);
    schools.inbox().file("Y/inspection.json", "{}");
    internal = released(said("run", schools.job("run", "--focus", "LA1")));
    open = released(said("public", schools.job("run", "--audience", "public", "--focus", "all")));
    said("score", schools.job("benchmark", "--score-rule", "mean-of-questions"));
    said("nobody", schools.job("benchmark", "--focus", "Nobody"));
    said("compare", schools.job("compare", "--trust", "LA1", "--with", "LA2"));
    said("plan", schools.job("plan"));
    said("compare alone", schools.job("compare", "--trust", "LA1", "--with", "LA1"));
    said(
        "explain",
        schools.job(
            "explain",
            "--trust",
            "LA1",
            "--measure",
            "theme-A",
            "--judgements",
            "--release",
            internal.getFileName().toString()));
    String framework = schools.framework().toString();
    said("check", MainRun.of("framework", "check", framework));
    said(
        "template",
        MainRun.of("template", "--framework", framework, "--to", workspace + "/collect.xlsx"));
    said(
        "check-submission",
        MainRun.of(
            "check-submission",
            schools.inbox().path().toString(),
            "--framework",
            framework,
            "--to",
            workspace + "/problems"));
  }

  private static Path released(MainRun run) {
    assertThat(run.exitCode()).as("%s%s", run.out(), run.err()).isEqualTo(Job.DONE_WITH_REFUSALS);
    return run.release();
  }

  private static MainRun said(String what, MainRun run) {
    SAID.put("said by " + what, String.join("\n", run.out()) + "\n" + String.join("\n", run.err()));
    return run;
  }

  @Test
  void the_jobs_speak_its_words() {
    assertThat(SAID.values()).noneMatch(text -> text.contains("see --help"));
    assertThat(of(SAID)).isEmpty();
    assertThat(String.join("\n", SAID.values()))
        .contains(
            "Local authorities of one tier",
            "is not a local authority of schools",
            "name two local authorities",
            "Judgements of the pupil records in scope",
            "page for every local authority",
            "room for 500 pupil records",
            "a page for each of them");
  }

  @Test
  void a_release_is_in_its_words_for_either_audience() throws IOException {
    for (Path release : List.of(internal, open)) {
      Map<String, String> texts = new TreeMap<>();
      try (Stream<Path> files = Files.walk(release)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(release.relativize(file).toString(), text(file));
        }
      }
      // The framework speaks for itself, the library that draws charts is another's, and
      // TermsInTextsTest
      // looks at the page's own script.
      texts.keySet().removeIf(name -> name.matches("framework/.*|assets/(charts|report)-.*"));

      assertThat(of(texts)).isEmpty();
      assertThat(texts.get("index.html")).contains("ocal authorit");
      assertThat(texts.get("method.html")).contains("A local authority is higher", "pupil records");
      assertThat(texts.get("tables/dictionary.csv"))
          .contains("One row per local authority.", "pupil records with an assessed judgement");
      assertThat(texts.get("league-tables.ods")).contains("Local authority", "Pupil records");
      assertThat(texts.get("parquet/fact_score/fact_score.parquet"))
          .contains("pupil records the measure is about");
    }
  }

  @Test
  void the_workbook_to_collect_in_and_the_pages_of_what_to_mend_are_in_its_words()
      throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(Files.newInputStream(workspace.resolve("collect.xlsx")))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String part = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        texts.put(entry.getName(), tags(part, "name=\"cases\"|<t[^>]*>trust</t>"));
      }
    }
    try (Stream<Path> files = Files.walk(workspace.resolve("problems"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.getFileName().toString(), text(file));
      }
    }

    assertThat(of(texts)).isEmpty();
    assertThat(texts.get("problems.html")).contains("local authority", "pupil record");
  }

  /** Every place that has a standard term, or a place that was not filled. */
  private static Set<String> of(Map<String, String> texts) {
    Set<String> found = new TreeSet<>();
    texts.forEach(
        (name, text) -> {
          for (Pattern pattern : List.of(STANDARD, UNFILLED)) {
            Matcher matcher = pattern.matcher(KEPT.matcher(text).replaceAll("§"));
            String whole = KEPT.matcher(text).replaceAll("§");
            while (matcher.find()) {
              int from = Math.max(0, matcher.start() - 60);
              found.add(
                  name
                      + ": …"
                      + whole
                          .substring(from, Math.min(whole.length(), matcher.end() + 40))
                          .replace('\n', ' '));
            }
          }
        });
    return found;
  }

  /** What people and programs read in a file, without names of columns and files. */
  private static String text(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".html")) {
      return page(Files.readString(file));
    }
    Matcher data = DATA_SCRIPT.matcher(name.endsWith(".js") ? Files.readString(file) : "");
    if (data.matches()) {
      List<String> values = new ArrayList<>();
      values(new JsonMapper().readTree(data.group("json")), values);
      return String.join("\n", values);
    }
    if (name.endsWith(".json")) {
      List<String> values = new ArrayList<>();
      values(new JsonMapper().readTree(file.toFile()), values);
      return String.join("\n", values);
    }
    if (name.endsWith(".csv")) {
      List<String> values = new ArrayList<>();
      for (Map<String, String> row : PlainCsv.rows(file)) {
        row.forEach((column, value) -> values.add(NAMES.contains(column) ? "" : value));
      }
      return String.join("\n", values);
    }
    if (name.endsWith(".ods")) {
      return OdsDocument.of(Files.readAllBytes(file)).sheets().stream()
          .flatMap(
              sheet ->
                  Stream.concat(
                      Stream.of(sheet.name()),
                      sheet.rows().stream()
                          .flatMap(row -> row.cells().stream())
                          .map(OdsDocument.Cell::text)))
          .reduce("", (a, b) -> a + "\n" + b);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (name.endsWith(".parquet")) {
      String footer = new String(bytes, StandardCharsets.ISO_8859_1);
      StringBuilder described = new StringBuilder();
      Matcher matcher =
          Pattern.compile("(description|unit)[.\\w]*[\\x00-\\x1f&-/]+([ -~]+)").matcher(footer);
      while (matcher.find()) {
        described.append(matcher.group(2)).append('\n');
      }
      assertThat(described).as(name).isNotEmpty();
      return described.toString();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A page's texts, and those of the data and the words of its script. */
  private static String page(String html) {
    List<String> texts = new ArrayList<>();
    Matcher data =
        Pattern.compile("(?s)<script type=\"application/json\"[^>]*>(.*?)</script>").matcher(html);
    while (data.find()) {
      try {
        values(new JsonMapper().readTree(data.group(1)), texts);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    Matcher label = Pattern.compile("label: (\"[^\"]*\")").matcher(html);
    while (label.find()) {
      texts.add(label.group(1));
    }
    texts.add(
        tags(
            html.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                .replaceAll("<h2[^>]*>(trusts|[a-z_]+)</h2>", " ")
                .replaceAll("<b>[a-z_]+: ", " ")
                .replaceAll("<th scope=\"row\">[a-z_0-9]+</th>", " "),
            " (id|for|class|href|data-[a-z]+|aria-labelledby|value)=\"[^\"]*\""));
    return String.join("\n", texts);
  }

  /** The text of a document, and what is left of its tags without what holds names. */
  private static String tags(String markup, String names) {
    return markup.replaceAll(names, " ").replaceAll("<(/?)[a-zA-Z:]+|/?>", " ");
  }

  private static void values(JsonNode node, List<String> into) {
    node.properties()
        .forEach(
            entry -> {
              if (!NAMES.contains(entry.getKey())) {
                values(entry.getValue(), into);
              }
            });
    node.elements()
        .forEachRemaining(
            element -> {
              if (node.isArray()) {
                values(element, into);
              }
            });
    if (node.isTextual()) {
      into.add(node.asText());
    }
  }
}
