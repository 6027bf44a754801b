package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Layout;

class ProgrammeWriterTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final Codebook CODEBOOK = new Codebook(FRAMEWORK);
  private static final SyntheticParameters PARAMETERS =
      SyntheticParameters.read(FRAMEWORK, null).only(List.of("NSP")).scaledBy(0.2);

  @TempDir private Path folder;
  private SyntheticInspection inspection;

  @BeforeEach
  void generate() {
    inspection = programme("long").inspections().findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"long", "long gzip", "long semicolon bom crlf", "long tab", "long aliases"})
  void long_files_hold_every_judgement_asked_for(String format) throws IOException {
    Path file = written(format).resolve("judgements.csv" + (format.contains("gzip") ? ".gz" : ""));
    TreeMap<String, String> cells = new TreeMap<>();
    for (NamedCsvRecord row : csv(file)) {
      cells.put(
          row.getField("case_id") + " " + row.getField("question_id"),
          code(row.getField("answer")));
    }
    assertThat(cells).isEqualTo(expected(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wide", "wide gzip", "wide semicolon bom crlf", "wide tab crlf aliases"})
  void wide_files_hold_every_judgement_asked_for(String format) throws IOException {
    Path file = written(format).resolve("judgements.csv" + (format.contains("gzip") ? ".gz" : ""));
    TreeMap<String, String> cells = new TreeMap<>();
    for (NamedCsvRecord row : csv(file)) {
      FRAMEWORK
          .questions()
          .forEach(
              q -> cells.put(row.getField("case_id") + " " + q.id(), code(row.getField(q.id()))));
    }
    cells.values().removeIf(String::isEmpty);
    assertThat(cells).isEqualTo(expected(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "jsonl gzip", "jsonl bom crlf aliases"})
  void json_lines_hold_every_judgement_made(String format) throws IOException {
    Path file = written(format).resolve("cases.jsonl" + (format.contains("gzip") ? ".gz" : ""));
    TreeMap<String, String> cells = new TreeMap<>();
    for (String line : text(file).lines().toList()) {
      JsonNode one = new ObjectMapper().readTree(line);
      one.get("judgements")
          .properties()
          .forEach(
              answer ->
                  cells.put(
                      one.get("case_id").asText() + " " + answer.getKey(),
                      code(answer.getValue().asText())));
    }
    assertThat(cells).isEqualTo(expected(false));
  }

  @Test
  void a_case_file_has_a_row_a_case_and_a_column_an_attribute() throws IOException {
    List<NamedCsvRecord> rows = csv(written("wide").resolve("cases.csv"));
    assertThat(rows).hasSize(inspection.rows());
    assertThat(rows.get(0).getHeader())
        .startsWith("case_id", "evidence", "order_type")
        .hasSize(2 + FRAMEWORK.attributes().size());
    assertThat(rows.get(inspection.rows() - 1).getFields())
        .startsWith("I0004", "interview", "", "");
  }

  @Test
  void the_manifest_says_that_it_is_synthetic() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(text(written("long").resolve("inspection.json")));
    assertThat(manifest.get("synthetic").asBoolean()).isTrue();
    assertThat(manifest.get("inspection_id").asText()).isEqualTo("NSP-2014-03");
    assertThat(manifest.get("tranche_basis").asText()).isEqualTo("published");
    assertThat(manifest.get("cases_sampled").asInt()).isEqualTo(inspection.casesSampled());
  }

  @Test
  void writing_in_another_format_leaves_nothing_of_the_first() throws IOException {
    written("long");
    Path own = written("jsonl");
    try (Stream<Path> files = Files.list(own)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("inspection.json", "cases.jsonl");
    }
  }

  @Test
  void writing_twice_makes_the_same_bytes_gzip_too() throws IOException {
    byte[] first = Files.readAllBytes(written("long gzip").resolve("judgements.csv.gz"));
    byte[] second = Files.readAllBytes(written("long gzip").resolve("judgements.csv.gz"));
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"national-wide", "national-long"})
  void an_extract_holds_the_cases_in_scope_in_the_words_of_its_layout(String id)
      throws IOException {
    Layout layout =
        FRAMEWORK.layouts().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    Path file = folder.resolve("extract.csv");
    long rows = ExtractWriter.write(programme("long"), layout, file);
    List<NamedCsvRecord> records = extract(file, layout);
    assertThat(records).hasSize((int) rows);
    TreeMap<String, String> cells = new TreeMap<>();
    for (NamedCsvRecord row : records) {
      String caseId = row.getField(layout.caseKey().get(0)).substring("SYN-".length());
      assertThat(row.getField(layout.trust())).isEqualTo("Norfolk and Suffolk Probation Trust");
      if (layout.shape() == Layout.Shape.LONG) {
        cells.put(
            caseId + " " + layout.questionValues().get(row.getField(layout.question())),
            layout.answerValues().getOrDefault(row.getField(layout.answer()), ""));
      } else {
        layout
            .questions()
            .forEach(
                (question, column) ->
                    cells.put(
                        caseId + " " + question,
                        layout.answerValues().getOrDefault(row.getField(column), "")));
      }
    }
    cells.values().removeIf(String::isEmpty);
    assertThat(cells).isEqualTo(expected(false));
    assertThat(records)
        .filteredOn(
            row -> !layout.include().values().contains(row.getField(layout.include().column())))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(records.size() / 10);
  }

  private SyntheticProgramme programme(String format) {
    return SyntheticProgramme.generate(FRAMEWORK, PARAMETERS.sentAs(FileFormat.of(format)), 3);
  }

  private Path written(String format) {
    assertThat(ProgrammeWriter.write(programme(format), folder)).isEqualTo(inspection.judgements());
    return folder.resolve(inspection.inspectionId());
  }

  /** Answer codes by case and question; blank ones only where a file has a place for them. */
  private TreeMap<String, String> expected(boolean hasBlanks) {
    TreeMap<String, String> cells = new TreeMap<>();
    for (int row = 0; row < inspection.rows(); row++) {
      for (int q = 0; q < FRAMEWORK.questions().size(); q++) {
        byte answer = inspection.answer(row, q);
        String key = inspection.caseId(row) + " " + FRAMEWORK.questions().get(q).id();
        if (answer >= 0) {
          cells.put(key, CODEBOOK.answerCode(answer));
        } else if (answer == SyntheticInspection.BLANK && hasBlanks) {
          cells.put(key, "");
        }
      }
    }
    return cells;
  }

  private static String code(String written) {
    return written.isEmpty() ? "" : CODEBOOK.answerCode(CODEBOOK.answer(written));
  }

  private static List<NamedCsvRecord> extract(Path file, Layout layout) throws IOException {
    String text = Files.readString(file, Charset.forName(layout.encoding()));
    String table =
        text.lines().skip(layout.skipLines()).reduce("", (all, line) -> all + line + "\n");
    return CsvReader.builder().fieldSeparator(layout.delimiter()).ofNamedCsvRecord(table).stream()
        .toList();
  }

  private static List<NamedCsvRecord> csv(Path file) throws IOException {
    String text = text(file);
    String header = text.lines().findFirst().orElseThrow();
    char delimiter = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    return CsvReader.builder().fieldSeparator(delimiter).ofNamedCsvRecord(text).stream().toList();
  }

  private static String text(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }
}
