package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.publish.Programmes;

/** A page of paper for each trust. */
class BriefPagesTest {
  private final Framework framework = Programmes.framework(Programmes.PROBATION);

  private static Map<String, String> written(ReleaseContent content) throws IOException {
    Map<String, String> files = new TreeMap<>();
    BriefPages.write(content, "tranche", files::put);
    return files;
  }

  private ReleaseContent content(Framework of) {
    return Programmes.content(of, Programmes.inspections(of, 4, 12, 15, 16, 18));
  }

  @Test
  void every_trust_that_was_inspected_has_a_page_and_all_have_one_together() throws IOException {
    List<InspectionTallies> inspections = Programmes.inspections(framework, 4, 12, 15);
    Map<String, String> files = written(Programmes.content(framework, inspections));
    String all = files.remove("briefs/all.print.html");
    assertThat(files.keySet())
        .containsExactlyInAnyOrderElementsOf(
            inspections.stream().map(one -> "briefs/" + one.trust().code() + ".html").toList());
    for (InspectionTallies inspection : inspections) {
      String name = inspection.trust().name();
      assertThat(files.get("briefs/" + inspection.trust().code() + ".html"))
          .contains("<h1>" + name, "Draft findings", "What needs attention")
          .doesNotContain("<script", "<link", "src=");
      assertThat(all).contains("<h1>" + name);
    }
  }

  @Test
  void a_trust_called_all_does_not_take_the_page_of_all() throws IOException {
    Framework odd =
        Programmes.withTrusts(
            framework,
            framework.trusts().stream()
                .map(
                    trust ->
                        trust.equals(framework.trusts().get(0))
                            ? new Trust("all.print", trust.name(), List.of(), trust.dimensions())
                            : trust)
                .toList());
    assertThat(written(content(odd)).keySet())
        .contains("briefs/all.print.html")
        .hasSize(6)
        .anyMatch(name -> name.matches("briefs/all-print-[0-9a-f]{10}\\.html"));
  }

  @Test
  void a_name_that_is_markup_or_ends_a_style_is_text() throws IOException {
    String name = "</style><script>\"}*{x:y}\\";
    Map<String, String> files = written(content(Programmes.renamed(framework, name, "B")));
    assertThat(files.values())
        .allSatisfy(
            page -> {
              assertThat(page).doesNotContain("<script");
              assertThat(page.replaceAll("(?s).*<style>(.*?)</style>.*", "$1"))
                  .doesNotContain("{x", "}*");
            });
    assertThat(CssText.of("a \"b\\</é")).isEqualTo("\"a \\22 b\\5c \\3c \\2f \\e9 \"");
  }

  @Test
  void a_public_page_says_what_is_withheld_and_for_whom_it_is() throws IOException {
    ReleaseContent internal = content(framework);
    for (String page :
        written(Disclosure.forPublic(internal, new DisclosureRules(21, 5))).values()) {
      assertThat(page)
          .contains("[c]")
          .contains("Audience: public: small numbers are suppressed")
          .doesNotContain("internal");
    }
  }

  @Test
  void the_foot_of_each_sheet_says_for_whom_it_is_and_its_number() throws IOException {
    String page = written(content(framework)).get("briefs/all.print.html");
    assertThat(page)
        .contains("counter(page) \" / \" counter(pages)")
        .contains("content: \"Internal\\3a  not for publication");
    assertThat(page.split("@page brief-", -1)).hasSize(6);
  }
}
