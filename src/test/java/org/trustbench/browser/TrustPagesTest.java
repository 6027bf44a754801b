package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release with a page for every trust, and an index that leads to them. */
@ExtendWith(SharedChromium.class)
class TrustPagesTest {
  private static final Path RELEASE = Releases.everyTrust();
  private static final long BUDGET_BYTES = 40_000;

  @TempDir Path elsewhere;

  private final Figures figures = Figures.of(RELEASE);

  @Test
  void the_index_leads_to_a_page_of_every_trust_by_its_name() throws IOException {
    Map<String, String> names = figures.names();
    try (OpenedPage page = OpenedPage.at(RELEASE.resolve("index.html"), OpenedPage.DESK)) {
      List<Object> links =
          page.list(
              "[...document.querySelectorAll('main a')].map(a => a.textContent + '|' + a.getAttribute('href'))");
      assertThat(new HashSet<>(links))
          .containsExactlyInAnyOrderElementsOf(
              names.entrySet().stream()
                  .map(trust -> "%s|trusts/%s.html".formatted(trust.getValue(), trust.getKey()))
                  .collect(Collectors.toList()));
    }
    try (Stream<Path> files = Files.list(RELEASE.resolve("trusts"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".html")))
          .hasSameSizeAs(names.keySet())
          .allMatch(file -> size(file) < BUDGET_BYTES);
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT", "NSP"})
  void a_trust_s_page_shows_its_figures_and_leads_back(String trust) {
    Path file = RELEASE.resolve("trusts").resolve(trust + ".html");
    try (OpenedPage page = OpenedPage.at(file, OpenedPage.DESK)) {
      new ShownReport(page, figures, trust, "tranche").assertShows("overall");
      page.page().selectOption("#choose-comparator", "programme");
      page.page().selectOption("#choose-measure", "theme-4");
      new ShownReport(page, figures, trust, "programme").assertShows("theme-4");
      List<Object> links =
          page.list(
              "[...document.querySelectorAll('a[href]')].filter(a => !a.getAttribute('href').startsWith('#')).map(a => a.href.replace(/#.*/, ''))");
      assertThat(links)
          .contains(RELEASE.resolve("index.html").toUri().toString())
          .allMatch(link -> Files.exists(Path.of(java.net.URI.create(link.toString()))));
    }
  }

  @Test
  void the_pages_of_a_copied_folder_work_wherever_it_lies() throws IOException {
    Path copy = elsewhere.resolve("a copy é & more");
    for (String part : List.of("trusts", "assets")) {
      try (Stream<Path> files = Files.walk(RELEASE.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to = copy.resolve(RELEASE.relativize(file).toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    try (OpenedPage page =
        OpenedPage.at(
            copy.resolve("trusts/KNT.html"),
            "#comparator=programme&measure=theme-4",
            OpenedPage.DESK)) {
      new ShownReport(page, figures, "KNT", "programme").assertShows("theme-4");
      assertThat(Drawing.in(page, "caterpillar").said()).contains("KentProbation");
    }
  }

  @Test
  void without_scripts_a_page_shows_its_trust_and_the_index_every_league() {
    try (OpenedPage page =
        OpenedPage.withoutScripts(RELEASE.resolve("trusts/NSP.html"), OpenedPage.DESK)) {
      assertThat(PageTable.all(page).stream().map(PageTable::title))
          .contains(
              "Norfolk and Suffolk Probation Trust against Tranche 2",
              "Child protection: Norfolk and Suffolk Probation Trust against Tranche 2");
      assertThat(page.page().isVisible("noscript a[href='../index.html']")).isTrue();
      assertThat(page.evaluate("getComputedStyle(document.querySelector('header')).color"))
          .isEqualTo("rgb(255, 255, 255)");
    }
    try (OpenedPage index =
        OpenedPage.withoutScripts(RELEASE.resolve("index.html"), OpenedPage.DESK)) {
      assertThat(
              figures.league("NSP", "tranche", "theme-4").stream()
                  .map(row -> figures.score(row).get("measure_label") + ": Tranche 2"))
          .isNotEmpty()
          .allSatisfy(
              title ->
                  assertThat(
                          index
                              .evaluate(
                                  "[...document.querySelectorAll('caption b')].map(e => e.textContent)")
                              .toString())
                      .contains(title));
    }
  }

  @Test
  void the_index_and_a_trust_s_page_break_no_rule_and_fit_a_phone() {
    for (String name : List.of("index.html", "trusts/KNT.html")) {
      try (OpenedPage page = OpenedPage.at(RELEASE.resolve(name), OpenedPage.PHONE)) {
        assertThat(Axe.violations(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
            .as(name)
            .isEqualTo(OpenedPage.PHONE);
      }
    }
  }
}
