package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.publish.Programmes;
import org.trustbench.publish.report.ReportPage;

/** The page of a programme of a thousand institutions, on every screen. */
@ExtendWith(SharedChromium.class)
class LongPageTest {
  private static final int TRUSTS = 1_001;

  @TempDir static Path folder;

  @BeforeAll
  static void make() throws IOException {
    Framework few = Programmes.framework(Programmes.PROBATION);
    List<Trust> trusts =
        IntStream.range(0, TRUSTS)
            .mapToObj(
                i ->
                    new Trust(
                        "T%04d".formatted(i),
                        "Residential Home No. %04d".formatted(i),
                        List.of(),
                        few.trusts().get(i % few.trusts().size()).dimensions()))
            .toList();
    Framework many = Programmes.withTrusts(few, trusts);
    int[] sufficient = IntStream.range(0, TRUSTS).map(i -> 1 + i * 7 % 19).toArray();
    Map<String, String> pages = new HashMap<>();
    ReportPage.all(
        Programmes.content(many, Programmes.inspections(many, sufficient)),
        "T0500",
        "programme",
        pages::put);
    Files.writeString(folder.resolve("index.html"), pages.get("index.html"));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 640, 768, 1280, 1920})
  void nothing_overlaps_is_small_or_wider_than_the_screen(int width) {
    try (OpenedPage page = OpenedPage.at(folder.resolve("index.html"), width)) {
      assertThat(
              page.list("[...document.querySelectorAll('figure:not([hidden]) svg')].map(e => 1)"))
          .isNotEmpty();
      assertThat(page.list(ChartTextTest.FAULTS)).isEmpty();
      assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }
  }
}
