package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.trustbench.support.PlainCsv;

/** Trusts whose names are markup, scripts or formulas: names all the same. */
@ExtendWith(SharedChromium.class)
class HostileNamesTest {
  private static final Path RELEASE = Releases.hostile();

  private static OpenedPage opened() {
    return OpenedPage.at(RELEASE.resolve("index.html"), OpenedPage.DESK);
  }

  @Test
  void every_name_is_read_as_it_is_written() {
    try (OpenedPage page = opened()) {
      String text = plain(page.evaluate("document.body.innerText").toString());
      for (String name : HostileNames.NAMES.values()) {
        assertThat(text).contains(plain(name));
      }
      assertThat(page.evaluate("document.title").toString())
          .startsWith(HostileNames.NAMES.get(HostileNames.FOCUS));
    }
  }

  /** A line separator is white space to a browser. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll(" ?\u2028 ?", " ");
  }

  @Test
  void no_name_becomes_a_part_of_the_page() {
    try (OpenedPage page = opened();
        OpenedPage harmless =
            OpenedPage.at(Releases.focused().resolve("index.html"), OpenedPage.DESK)) {
      assertThat(page.evaluate(ELEMENTS)).isEqualTo(harmless.evaluate(ELEMENTS));
      assertThat(page.list(HANDLERS)).isEmpty();
    }
  }

  private static final String ELEMENTS =
      "[...new Set([...document.querySelectorAll('*')].map(e => e.tagName))].sort().join(' ')"
          + " + document.scripts.length";

  private static final String HANDLERS =
      """
      [...document.querySelectorAll('*')]
        .flatMap(e => e.getAttributeNames().filter(name => name.startsWith('on')))
      """;

  @Test
  void every_name_can_be_chosen_and_pointed_at() {
    try (OpenedPage opened = opened()) {
      Page page = opened.page();
      for (Map.Entry<String, String> trust : HostileNames.NAMES.entrySet()) {
        page.selectOption("#choose-trust", trust.getKey());
        assertThat(plain(page.innerText("h1"))).startsWith(plain(trust.getValue()));
        assertThat(plain(page.title())).startsWith(plain(trust.getValue()));
      }
      for (Drawing.Mark mark : Drawing.in(opened, "funnel").marks("#12436D", 10)) {
        page.mouse().move(mark.x(), mark.y());
      }
      Object elements = opened.evaluate(ELEMENTS);
      page.selectOption("#choose-trust", "NSP");
      assertThat(opened.evaluate(ELEMENTS)).isEqualTo(elements);
      assertThat(opened.list(HANDLERS)).isEmpty();
    }
  }

  private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\t].*|-(?![0-9.]+$).*");

  @Test
  void no_cell_of_a_download_is_a_formula() throws IOException {
    try (Stream<Path> files = Files.walk(RELEASE)) {
      List<String> cells =
          files
              .filter(file -> file.toString().endsWith(".csv"))
              .filter(file -> !file.getParent().endsWith("framework"))
              .flatMap(file -> PlainCsv.records(PlainCsv.text(file), ',').stream())
              .flatMap(List::stream)
              .toList();
      assertThat(cells).anyMatch(cell -> cell.contains(HostileNames.NAMES.get("KNT")));
      assertThat(cells).noneMatch(cell -> FORMULA.matcher(cell).matches());
    }
  }
}
