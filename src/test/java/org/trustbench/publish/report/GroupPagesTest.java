package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.LevelSchools;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;

class GroupPagesTest {
  private static final String SCHOOLS =
      """
      E1 Ely   Cambs 18/20
      E2 Ely   Cambs 9/15
      E3 Ely   Cambs 30/60
      E4 Ely   Cambs 12/14
      E5 Ely   Cambs 24/26
      M1 March Cambs 18/20
      M2 March Cambs 27/30
      D1 Dover Kent  17/20
      D2 Dover Kent  7/8
      D3 Dover Kent
      W1 Deal  Kent  3/5
      W2 Deal  Kent  9/9
      """;

  private static ReleaseContent content() {
    return ReleaseContent.internal(
        true, LevelSchools.of(SCHOOLS).results(), List.of(), List.of(), List.of());
  }

  private static Map<String, String> pages(ReleaseContent content, String focus)
      throws IOException {
    Map<String, String> pages = new TreeMap<>();
    ReportPage.all(content, focus, "programme", pages::put);
    return pages;
  }

  @Test
  void every_level_and_every_group_of_it_has_a_page() throws IOException {
    assertThat(pages(content(), null))
        .containsKeys(
            "groups-town.html",
            "groups-county.html",
            "groups/town/Ely.html",
            "groups/town/Deal.html",
            "groups/county/Kent.html");
  }

  @Test
  void links_lead_from_counties_to_towns_to_schools() throws IOException {
    Map<String, String> pages = pages(content(), ReportPage.EVERY_TRUST);
    assertThat(pages.get("index.html"))
        .contains("href=\"groups-county.html\"", "href=\"groups/county/Kent.html\"");
    assertThat(pages.get("groups/county/Kent.html"))
        .contains("href=\"../../groups/town/Dover.html\"")
        .doesNotContain("Ely");
    assertThat(pages.get("groups/town/Dover.html"))
        .contains("href=\"../../trusts/D1.html\"", "href=\"../../groups/county/Kent.html\"")
        .contains(
            "2 of the 3 trusts that the register has in Dover have an inspection that counts.")
        .doesNotContain("School W1");
  }

  @Test
  void a_level_names_the_files_that_have_its_figures_and_no_job_that_it_lacks() throws IOException {
    String level =
        pages(content(), null).get("groups-town.html").replaceAll("(?s)<script.*?</script>", "");
    assertThat(level)
        .contains("is in tables/group_scores.csv")
        .doesNotContain("tables/scores.csv", "jobs/run compare");
  }

  @Test
  void no_link_between_pages_leads_nowhere() throws IOException {
    Map<String, String> pages = pages(content(), null);
    Pattern link = Pattern.compile("href=\"([^\"#]+\\.html)");
    pages.forEach(
        (path, page) -> {
          Matcher found = link.matcher(path.endsWith(".html") ? page : "");
          while (found.find()) {
            Path target = Path.of("/r", path).getParent().resolve(found.group(1)).normalize();
            String name = Path.of("/r").relativize(target).toString();
            assertThat(name.matches("(method|dictionary).html") || pages.containsKey(name))
                .as("%s in %s", found.group(1), path)
                .isTrue();
          }
        });
  }

  @Test
  void a_page_of_a_level_counts_its_institutions_and_says_what_its_interval_is_about()
      throws IOException {
    assertThat(pages(content(), null).get("groups-town.html"))
        .contains("No town in focus")
        .contains("the judgements of one trust are not independent")
        .doesNotContain("Indirect standardisation");
  }

  @Test
  void for_the_public_groups_are_made_of_what_is_shown_and_cases_are_what_is_protected()
      throws IOException {
    ReleaseContent shown = Disclosure.forPublic(content(), DisclosureRules.STANDARD);
    Map<String, String> pages = pages(shown, null);
    assertThat(pages.get("groups/town/Dover.html"))
        .contains("A figure on fewer than 10 cases is suppressed");
    assertThat(pages.get("groups-town.html"))
        .contains("A figure on fewer than 10 cases is suppressed");
  }
}
