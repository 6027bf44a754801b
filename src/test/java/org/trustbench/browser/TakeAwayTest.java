package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;

/** What a reader takes away from a page: tables for a spreadsheet, charts as pictures. */
@ExtendWith(SharedChromium.class)
class TakeAwayTest {
  private static final Path RELEASE = Releases.focused();
  private static final String LEAGUE = ".tables .scroll:has(#league-tranche-2-overall) + .take ";
  private static final String BENCHMARK = "#slot-benchmark .take ";

  private static OpenedPage page;

  private final Figures figures = Figures.of(RELEASE);

  @BeforeAll
  static void open() {
    page = OpenedPage.at(RELEASE.resolve("index.html"), OpenedPage.DESK);
  }

  @AfterAll
  static void close() {
    page.close();
  }

  static List<List<String>> rows(Path csv) throws IOException {
    String text = Files.readString(csv);
    assertThat(text).startsWith("\uFEFF");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    return CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text.substring(1)).stream()
        .map(CsvRecord::getFields)
        .toList();
  }

  @Test
  void a_league_s_csv_holds_each_figure_in_a_column_of_its_own() throws IOException {
    List<List<String>> rows = rows(page.download(LEAGUE + "button:text-is('CSV')").path());
    assertThat(rows.get(0))
        .startsWith(
            "Tier",
            "Rank",
            "Rank from",
            "Rank to",
            "Trust",
            "Score %",
            "Score % from (95 %)",
            "Score % to (95 %)",
            "Cases",
            "Judgements");
    List<Map<String, String>> league = figures.league("NSP", "tranche", "overall");
    for (int i = 0; i < league.size(); i++) {
      Map<String, String> row = league.get(i);
      Map<String, String> score = figures.score(row);
      assertThat(rows.get(i + 1))
          .startsWith(
              row.get("tier"),
              row.get("rank"),
              row.get("rank_lower"),
              row.get("rank_upper"),
              score.get("trust_name"),
              Figures.whole(score.get("score_percent")),
              Figures.whole(score.get("lower95_percent")),
              Figures.whole(score.get("upper95_percent")),
              score.get("cases_assessed"));
    }
    assertThat(rows.get(league.size() + 1)).containsOnly("");
    assertThat(rows.get(league.size() + 2)).startsWith("All work with cases: Tranche 2", "");
    assertThat(rows.toString())
        .contains("Synthetic data: the judgements behind this page are invented")
        .contains("Source: Inspection of Adult Offending Work")
        .contains("Audience: internal: not for publication");
  }

  @Test
  void a_file_s_name_says_what_it_holds_and_that_it_is_invented() {
    assertThat(page.download(LEAGUE + "button:text-is('CSV')").suggestedFilename())
        .isEqualTo("synthetic-all-work-with-cases-tranche-2.csv");
  }

  @Test
  void a_table_is_copied_with_tabs_and_numbers_that_a_spreadsheet_reads() {
    List<String> lines = page.copied(BENCHMARK + "button:text-is('Copy')").lines().toList();
    List<String> names = List.of(lines.get(0).split("\t", -1));
    assertThat(names)
        .containsSubsequence(
            "Measure",
            "Score %",
            "Lowest %",
            "Highest %",
            "Others %",
            "Difference (points)",
            "Difference (points) from (95 %)",
            "Difference (points) to (95 %)",
            "Verdict");
    assertThat(lines.get(1).split("\t", -1)[names.indexOf("Difference (points)")]).isEqualTo("-7");
    assertThat(String.join("\n", lines)).contains("Synthetic data");
  }

  @Test
  void a_chart_is_saved_as_a_drawing_with_title_legend_and_source() throws Exception {
    Path file = page.download("#caterpillar .take button:text-is('SVG')").path();
    Document drawing =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    String said = drawing.getDocumentElement().getTextContent();
    assertThat(said)
        .contains("All work with cases, Tranche 2: 6 trusts in 2 tiers")
        .contains("Kent Probation")
        .contains("Source: Inspection of Adult Offending Work")
        .contains("Synthetic data");
    String text = Files.readString(file);
    assertThat(text).contains("Liberation Sans").doesNotContain("href=", "url(http", "var(--");
    assertThat(drawing.getElementsByTagName("rect").item(0).getAttributes().getNamedItem("fill"))
        .hasToString("fill=\"#ffffff\"");
  }

  @Test
  void a_chart_is_saved_as_an_image_on_white_in_dark_mode_too() throws IOException {
    page.page()
        .emulateMedia(
            new com.microsoft.playwright.Page.EmulateMediaOptions()
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
    BufferedImage image =
        ImageIO.read(page.download("#funnel .take button:text-is('PNG')").path().toFile());
    page.page()
        .emulateMedia(
            new com.microsoft.playwright.Page.EmulateMediaOptions()
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.LIGHT));
    assertThat(image.getWidth()).isEqualTo(1920);
    int ink = 0;
    int paper = 0;
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        int colour = image.getRGB(x, y) & 0xffffff;
        paper += colour == 0xffffff ? 1 : 0;
        ink += colour == 0x1a1a1a ? 1 : 0;
      }
    }
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    assertThat(paper).isGreaterThan(image.getWidth() * image.getHeight() / 8);
    assertThat(ink).isGreaterThan(100);
  }

  @Test
  void every_table_and_chart_in_view_can_be_taken() {
    assertThat(
            page.list(
                """
                [...document.querySelectorAll('main table')]
                  .filter(t => !(t.closest('.scroll') || t).nextElementSibling?.classList.contains('take'))
                  .map(t => t.id)
                """))
        .isEmpty();
    assertThat(
            page.list(
                "[...document.querySelectorAll('figure.chart')].filter(f => !f.querySelector('.take')).map(f => f.id)"))
        .isEmpty();
  }

  @Test
  void what_is_withheld_stays_withheld_and_says_why() throws IOException {
    try (OpenedPage open =
        OpenedPage.at(Releases.publicly().resolve("index.html"), OpenedPage.DESK)) {
      List<List<String>> rows =
          rows(open.download("#slot-measures-child_protection .take button:text-is('CSV')").path());
      List<String> withheld =
          rows.stream().filter(row -> row.contains("[c]")).findFirst().orElseThrow();
      assertThat(withheld.subList(1, 4)).containsExactly("[c]", "[c]", "[c]");
      assertThat(rows).anyMatch(row -> row.get(0).equals("[c]: suppressed"));
      assertThat(rows.toString()).contains("Audience: public: small numbers are suppressed");
    }
  }

  @Test
  void a_name_that_a_spreadsheet_would_run_is_marked_as_text() throws IOException {
    try (OpenedPage open =
        OpenedPage.at(Releases.hostile().resolve("index.html"), OpenedPage.DESK)) {
      List<List<String>> rows =
          rows(open.download("#league-list .take button:text-is('CSV')").path());
      int name = rows.get(0).indexOf("Rank to") + 1;
      assertThat(rows.stream().skip(1).map(row -> row.get(name)))
          .anyMatch(text -> text.startsWith("'="))
          .noneMatch(text -> text.matches("(?s)[=+@\\t\\r\\n-].*"));
      assertThat(open.copied("#league-list .take button:text-is('Copy')").lines())
          .noneMatch(line -> line.matches(".*(^|\t)[=+@].*"));
    }
  }

  @Test
  void text_that_is_taken_is_bytes_of_utf_8() throws IOException {
    byte[] bytes = Files.readAllBytes(page.download(LEAGUE + "button:text-is('CSV')").path());
    assertThat(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
        .isEqualTo(bytes);
  }
}
