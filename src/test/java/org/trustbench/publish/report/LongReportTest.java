package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.publish.Programmes;
import org.trustbench.terms.Terms;

/** The report of more trusts than a page shows. */
class LongReportTest {
  private static final int TRUSTS = 400;
  private static final String FOCUS = "T0200";

  private static Map<String, String> nobody;
  private static Map<String, String> focused;

  @BeforeAll
  static void make() throws IOException {
    Framework few = Programmes.framework(Programmes.PROBATION);
    Framework many = Programmes.withTrusts(few, trusts(few));
    int[] sufficient = IntStream.range(0, TRUSTS).map(i -> 6 + i * 7 % 14).toArray();
    ReleaseContent content = Programmes.content(many, Programmes.inspections(many, sufficient));
    nobody = new HashMap<>();
    ReportPage.all(content, null, "programme", nobody::put);
    focused = new HashMap<>();
    ReportPage.all(content, FOCUS, "programme", focused::put);
  }

  private static List<Trust> trusts(Framework few) {
    List<Trust> trusts = new ArrayList<>();
    for (int i = 0; i < TRUSTS; i++) {
      Trust like = few.trusts().get(i % few.trusts().size());
      trusts.add(
          new Trust(
              "T%04d".formatted(i),
              "Trust <b>%d</b> é".formatted(i),
              List.of(),
              like.dimensions()));
    }
    return trusts;
  }

  @Test
  void the_page_is_small_and_says_what_it_leaves_to_which_file() {
    String page = nobody.get("index.html");
    assertThat(page.length()).isLessThan(1_500_000);
    assertThat(page)
        .contains("of 400 trusts the first and the last")
        .contains("summary/league.csv");
    assertThat(page)
        .contains(
            "Shown: the first 25 and the last 25 of 400 trusts; every one is in tables/comparisons.csv.");
    assertThat(page).doesNotContain("<select id=\"choose-trust\"", "Choose a trust");
  }

  @Test
  void a_league_shows_both_ends_and_the_neighbours_of_whoever_is_in_focus() {
    assertThat(rows(nobody.get("index.html"))).isEqualTo(50);
    assertThat(rows(focused.get("index.html"))).isEqualTo(55);
    assertThat(focused.get("index.html"))
        .contains("and those around the one in focus")
        .contains("<tr class=\"focus\">");
  }

  @Test
  void every_trust_is_found_by_its_code_with_its_rank_score_and_verdict() throws IOException {
    JsonNode search = data(nobody.get("index.html"), "search-data");
    assertThat(search.path("columns")).hasSize(5);
    assertThat(search.path("rows")).hasSize(TRUSTS);
    for (JsonNode row : search.path("rows")) {
      List<String> cells = Arrays.asList(row.asText().split("\t", -1));
      assertThat(cells).hasSize(5);
      assertThat(cells.get(0)).matches("T\\d{4}");
      assertThat(cells.get(2)).matches("\\d+ \\(\\d+–\\d+\\)");
    }
    assertThat(nobody.get("index.html")).doesNotContain("Trust <b>");
  }

  @Test
  void a_funnel_has_rows_of_named_trusts_alone_and_all_other_points_once() throws IOException {
    JsonNode league = data(focused.get("index.html"), "report-data").path(1).path("leagues");
    JsonNode rows = league.elements().next().path("funnel").path("rows");
    int own = 0;
    boolean isFocusThere = false;
    for (JsonNode row : rows) {
      own += row.path(0).isTextual() ? 1 : 0;
      isFocusThere |= row.path(0).asText().equals(FOCUS);
    }
    assertThat(own).isLessThan(150);
    assertThat(isFocusThere).isTrue();
    assertThat(rows.size()).isGreaterThan(own);
  }

  @Test
  void charts_are_cut_too_and_say_so() throws IOException {
    String caterpillar = nobody.get("charts/caterpillar-overall.json");
    assertThat(caterpillar)
        .contains("350 trusts between")
        .contains("drawn: the first and the last 25");
    assertThat(nobody).doesNotContainKey("charts/rug.json");
  }

  @Test
  void what_cannot_be_found_in_full_is_found_by_rank_alone_and_then_not_at_all() {
    assertThat(TrustSearch.of("x", List.of(), TrustSearch.Detail.RANK, Terms.STANDARD).data())
        .contains("\"Rank\"]");
    assertThat(TrustSearch.of("x", List.of(), TrustSearch.Detail.NOTHING, Terms.STANDARD)).isNull();
  }

  private static int rows(String page) {
    Matcher table =
        Pattern.compile("(?s)<table id=\"league-programme-overall\">(.*?)</table>").matcher(page);
    assertThat(table.find()).isTrue();
    return (int) Pattern.compile("<tr").matcher(table.group(1)).results().count() - 1;
  }

  private static JsonNode data(String page, String id) throws IOException {
    Matcher found = Pattern.compile("(?s)id=\"" + id + "\">(.*?)</script>").matcher(page);
    assertThat(found.find()).isTrue();
    return new JsonMapper().readTree(found.group(1));
  }
}
