package org.trustbench.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.OdsDocument.Cell;
import org.trustbench.support.OdsDocument.Row;
import org.trustbench.support.OdsDocument.Sheet;

class LeagueWorkbookTest {
  private static final String META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  static Stream<OdsDocument> books() throws IOException {
    return Stream.of(
        OdsDocument.of(Books.of(Books.internal(), true)),
        OdsDocument.of(Books.of(Books.internal(), false)),
        OdsDocument.of(Books.of(Books.forPublic(), true)));
  }

  private static OdsDocument internal() throws IOException {
    return OdsDocument.of(Books.of(Books.internal(), true));
  }

  private static String content(OdsDocument book) {
    return new String(book.entries().get("content.xml").bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void the_media_type_comes_first_and_is_not_compressed() throws IOException {
    OdsDocument book = internal();

    assertThat(List.copyOf(book.entries().keySet()))
        .startsWith("mimetype")
        .contains("META-INF/manifest.xml", "content.xml", "meta.xml", "styles.xml");
    OdsDocument.Entry type = book.entries().get("mimetype");
    assertThat(type.isStored()).isTrue();
    assertThat(new String(type.bytes(), StandardCharsets.US_ASCII))
        .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
  }

  @Test
  void a_sheet_holds_what_a_person_looks_through_and_says_where_the_rest_is() throws IOException {
    ReleaseContent content = Books.withRefusals(2_500);
    Sheet refused = OdsDocument.of(Books.of(content, true)).sheet("Refused");
    assertThat(refused.table()).hasSize(2_000);
    assertThat(refused.texts(1).get(0))
        .contains("The first 2,000 of 2,500; all are in tables/rejects.csv.");
    Sheet few = OdsDocument.of(Books.of(Books.withRefusals(2_000), true)).sheet("Refused");
    assertThat(few.table()).hasSize(2_000);
    assertThat(few.texts(1).get(0)).doesNotContain("The first");
  }

  @Test
  void the_manifest_lists_every_file() throws IOException {
    OdsDocument book = internal();
    String manifest =
        new String(book.entries().get("META-INF/manifest.xml").bytes(), StandardCharsets.UTF_8);

    assertThat(book.entries().keySet())
        .filteredOn(name -> !name.equals("mimetype") && !name.startsWith("META-INF"))
        .hasSize(3)
        .allSatisfy(name -> assertThat(manifest).contains("full-path=\"" + name + "\""));
  }

  @Test
  void the_same_data_make_the_same_bytes_dated_by_the_data_wherever_and_whenever()
      throws Exception {
    byte[] first = Books.of(Books.internal(), true);
    TimeZone here = TimeZone.getDefault();
    byte[] second;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Thread.sleep(2100);
      second = Books.of(Books.internal(), true);
    } finally {
      TimeZone.setDefault(here);
    }

    assertThat(second).isEqualTo(first);
    assertThat(OdsDocument.of(first).entries().values())
        .allSatisfy(entry -> assertThat(entry.day()).isEqualTo("2014-03-01"));
  }

  @ParameterizedTest
  @MethodSource("books")
  void every_sheet_is_a_title_a_remark_and_one_table_without_a_gap(OdsDocument book) {
    assertThat(book.sheets()).hasSizeGreaterThan(10);
    for (Sheet sheet : book.sheets()) {
      assertThat(sheet.texts(0)).as(sheet.name()).hasSize(1).noneMatch(String::isBlank);
      assertThat(sheet.texts(1)).as(sheet.name()).hasSize(1).noneMatch(String::isBlank);
      List<Row> headers = sheet.rows().stream().filter(Row::isHeader).toList();
      assertThat(headers).as(sheet.name()).containsExactly(sheet.rows().get(2));
      int columns = headers.get(0).cells().size();
      assertThat(new HashSet<>(sheet.texts(2))).as("headings of " + sheet.name()).hasSize(columns);
      assertThat(sheet.table()).as(sheet.name()).isNotEmpty();
      for (Row row : sheet.table()) {
        assertThat(row.cells()).as(sheet.name()).hasSize(columns);
        assertThat(row.cells()).as(sheet.name()).noneMatch(cell -> cell.text().isBlank());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void nothing_is_merged_hidden_or_worked_out(OdsDocument book) {
    assertThat(content(book))
        .contains("table:table-cell")
        .doesNotContain("covered-table-cell")
        .doesNotContain("-spanned")
        .doesNotContain("visibility")
        .doesNotContain("table:display")
        .doesNotContain("table:formula")
        .doesNotContain("background-color");
  }

  @ParameterizedTest
  @MethodSource("books")
  void names_of_sheets_are_plain_short_and_each_once(OdsDocument book) {
    Set<String> names = new HashSet<>();
    for (Sheet sheet : book.sheets()) {
      assertThat(sheet.name()).matches("[^\\[\\]*?/\\\\:']{1,31}");
      assertThat(names.add(sheet.name().toLowerCase(Locale.ROOT))).as(sheet.name()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void the_contents_lead_to_every_sheet_after_them(OdsDocument book) {
    List<Sheet> sheets = book.sheets();

    assertThat(sheets.subList(0, 3))
        .extracting(Sheet::name)
        .containsExactly("Cover", "Contents", "Notes");
    List<Row> rows = book.sheet("Contents").table();
    assertThat(rows).hasSize(sheets.size() - 2);
    for (int i = 0; i < rows.size(); i++) {
      Sheet sheet = sheets.get(i + 2);
      Cell name = rows.get(i).cells().get(0);
      assertThat(name.text()).isEqualTo(sheet.name());
      assertThat(name.link()).isEqualTo("#'" + sheet.name() + "'.A1");
      assertThat(rows.get(i).cells().get(1).text()).isEqualTo(sheet.texts(0).get(0));
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void every_table_is_a_named_range_with_its_header(OdsDocument book) {
    var ranges =
        OdsDocument.elements(
            book.xml("content.xml")
                .getElementsByTagNameNS(
                    "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "database-range"));

    assertThat(ranges).hasSameSizeAs(book.sheets());
    Sheet contents = book.sheet("Contents");
    assertThat(ranges.get(1).getAttribute("table:target-range-address"))
        .isEqualTo("'Contents'.A3:'Contents'.B" + contents.rows().size());
    assertThat(ranges).allMatch(r -> r.getAttribute("table:contains-header").equals("true"));
  }

  @ParameterizedTest
  @MethodSource("books")
  void every_note_that_is_named_is_explained(OdsDocument book) {
    List<String> explained =
        book.sheet("Notes").table().stream().map(row -> row.cells().get(0).text()).toList();

    assertThat(explained).contains("[c]", "[z]", "[x]", "[u]").doesNotHaveDuplicates();
    Set<String> named = new HashSet<>();
    for (Sheet sheet : book.sheets().subList(3, book.sheets().size())) {
      for (String heading : sheet.texts(2)) {
        var notes = java.util.regex.Pattern.compile("\\[[^]]*]").matcher(heading);
        while (notes.find()) {
          named.add(notes.group());
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(5);
    assertThat(explained).containsAll(named);
  }

  @Test
  void the_document_says_what_it_is_for_whom_and_in_which_language() throws IOException {
    var meta = internal().xml("meta.xml");

    assertThat(meta.getElementsByTagNameNS(DC, "title").item(0).getTextContent())
        .isEqualTo("Inspection of Adult Offending Work: league tables");
    assertThat(meta.getElementsByTagNameNS(DC, "subject").item(0).getTextContent())
        .isEqualTo("Synthetic data. " + Books.FORMULA + " and the trusts it is compared with");
    assertThat(meta.getElementsByTagNameNS(DC, "description").item(0).getTextContent())
        .startsWith("Audience: internal: not for publication")
        .contains("SYNTHETIC DATA");
    assertThat(meta.getElementsByTagNameNS(DC, "creator").item(0).getTextContent()).isNotBlank();
    assertThat(meta.getElementsByTagNameNS(DC, "language").item(0).getTextContent())
        .isEqualTo("en-GB");
    assertThat(meta.getElementsByTagNameNS(META, "creation-date").item(0).getTextContent())
        .isEqualTo("2014-03-01T00:00:00");
    assertThat(meta.getElementsByTagNameNS(DC, "date").item(0).getTextContent())
        .isEqualTo("2014-03-01T00:00:00");
  }

  @Test
  void every_sheet_says_for_whom_it_is() throws IOException {
    assertThat(internal().sheets())
        .allSatisfy(
            sheet -> assertThat(sheet.texts(1).get(0)).contains("internal", "SYNTHETIC DATA"));
    assertThat(OdsDocument.of(Books.of(Books.forPublic(), true)).sheets())
        .allSatisfy(
            sheet ->
                assertThat(sheet.texts(1).get(0))
                    .contains("Audience: public")
                    .doesNotContain("internal"));
  }

  @Test
  void numbers_are_numbers_and_names_that_begin_like_formulas_are_text() throws IOException {
    OdsDocument book = internal();
    Sheet league = book.sheet("League overall, all");
    int trust = league.texts(2).indexOf("Trust");
    int score = league.texts(2).indexOf("Score % [note 1]");

    assertThat(league.table())
        .extracting(row -> row.cells().get(trust).text())
        .contains(Books.FORMULA, Books.SCRIPT, Books.SUM);
    assertThat(league.table())
        .allSatisfy(
            row -> {
              assertThat(row.cells().get(trust).type()).isEqualTo("string");
              assertThat(row.cells().get(score).type()).isEqualTo("float");
            });
    assertThat(league.table())
        .extracting(row -> row.cells().get(score).value())
        .containsExactly("100", "75", "60", "50", "40", "20", "25");
    assertThat(book.sheet("Refused").texts(3)).contains("-2+3.csv", "=1+1 is no manifest");
  }

  @Test
  void what_is_suppressed_says_so_in_place_of_its_figures() throws IOException {
    assertThat(row(Books.internal()))
        .startsWith("[x]", "[x]", "[x]", "[x]", "6")
        .contains("25", "low reliability", "4", "not compared");
    assertThat(row(Books.forPublic()))
        .startsWith("[c]", "[c]", "[c]", "[c]", "5")
        .containsSubsequence("[c]", "[c]", "[c]", "suppressed", "[c]", "[c]", "2", "not compared")
        .doesNotContain("25", "4", "low reliability", "null");
  }

  /** The small trust in the league of the programme. */
  private static List<String> row(ReleaseContent content) throws IOException {
    String code = content.results().inspections().get(Books.SMALL).trust().code();
    return OdsDocument.of(Books.of(content, true)).sheet("League overall, all").table().stream()
        .map(row -> row.cells().stream().map(Cell::text).toList())
        .filter(cells -> cells.contains(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void without_a_focus_there_are_leagues_and_coverage() throws IOException {
    assertThat(OdsDocument.of(Books.of(Books.internal(), false)).sheets())
        .extracting(Sheet::name)
        .contains("League overall, Tranche", "League theme-5, all", "Coverage")
        .doesNotContain("Benchmark", "Child protection", "Pathway");
  }

  @ParameterizedTest
  @MethodSource("books")
  void no_column_says_shown_in_every_row(OdsDocument book) {
    for (Sheet sheet : book.sheets()) {
      for (int column = 0; column < sheet.texts(2).size(); column++) {
        int at = column;
        assertThat(sheet.table().stream().map(row -> row.cells().get(at).text()))
            .as("%s, column %d", sheet.name(), column)
            .anyMatch(text -> !text.equals("shown"));
      }
    }
  }

  @Test
  void findings_have_a_sheet_of_their_own() throws IOException {
    Sheet findings = internal().sheet("Findings");

    assertThat(findings.texts(2)).startsWith("Kind", "Finding");
    assertThat(findings.table())
        .hasSize(
            (int)
                Books.internal().findings().stream()
                    .filter(f -> f.score().inspection().trust().name().equals(Books.FORMULA))
                    .count());
    assertThat(findings.table())
        .allSatisfy(row -> assertThat(row.cells().get(1).text()).endsWith("."));
  }

  @Test
  void numbers_stand_in_the_middle_of_their_columns_apart_from_the_text_beside_them()
      throws IOException {
    OdsDocument book = internal();
    assertThat(book.stylesOfNumbers()).isNotEmpty().isSubsetOf("Number", "WrappedNumber");
    assertThat(book.styles("center")).contains("Number", "WrappedNumber");
  }
}
