package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report that the public sees of a trust some of whose figures are withheld. */
@ExtendWith(SharedChromium.class)
class PublicPageTest {
  private static final String NAME = "Durham Tees Valley Probation Trust";

  private static OpenedPage page;

  private final Figures figures = Figures.of(Releases.publicly());
  private final List<Map<String, String>> rows =
      figures.against("DTV", "tranche", "child_protection"::equals);

  @BeforeAll
  static void open() {
    page = OpenedPage.at(Releases.publicly().resolve("index.html"), OpenedPage.DESK);
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void what_is_withheld_is_shorthand_and_the_rest_is_as_in_the_files() {
    PageTable table =
        PageTable.titled(PageTable.all(page), "Child protection: " + NAME + " against Tranche 2");
    assertThat(table.column("Score"))
        .contains("[c]")
        .isEqualTo(rows.stream().map(figures::score).map(Figures::scoreWords).toList());
    assertThat(table.column("Verdict"))
        .isEqualTo(rows.stream().map(Figures::verdictWords).toList());
    assertThat(Drawing.in(page, "spine-child_protection").lines().toString()).contains("[c]");
  }

  @Test
  void shorthand_is_said_in_words_and_explained() {
    List<Object> said = page.list(SHORTHAND);
    assertThat(said).isNotEmpty();
    assertThat(said.stream().map(Object::toString))
        .allMatch(
            text ->
                text.contains("[c]") && text.contains("suppressed")
                    || text.contains("[x]") && text.contains("not available")
                    || text.contains("[z]") && text.contains("not applicable")
                    || text.contains("[u]") && text.contains("low reliability"));
    assertThat(page.evaluate("document.querySelector('main').innerText").toString())
        .containsPattern("\\[c\\]\\s+Suppressed");
  }

  private static final String SHORTHAND =
      """
      [...document.querySelectorAll('table td')].map(cell => cell.textContent)
        .filter(text => /\\[[cxzu]\\]/.test(text))
      """;

  @Test
  void the_page_says_at_its_head_and_foot_that_it_is_for_the_public() {
    for (String place : List.of("header", "footer")) {
      assertThat(page.evaluate("document.querySelector('" + place + "').innerText").toString())
          .contains("Audience: public: small numbers are suppressed");
    }
    assertThat(page.evaluate("document.body.innerText").toString())
        .doesNotContain("internal: not for publication");
  }
}
