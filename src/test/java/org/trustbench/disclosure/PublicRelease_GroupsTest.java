package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.LevelSchools;
import org.trustbench.disclosure.adversary.Attack;
import org.trustbench.disclosure.adversary.Attack.Count;
import org.trustbench.disclosure.adversary.Attack.Range;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.disclosure.adversary.RandomProgramme;
import org.trustbench.disclosure.adversary.Rounding;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;

/**
 * What groups of institutions tell of those whose figures are withheld: nothing, however judgements
 * that are withheld, or whose number is, might have been.
 */
class PublicRelease_GroupsTest {
  private static final int PROGRAMMES = Integer.getInteger("disclosure.programmes", 3);

  private static final String SCHOOLS =
      """
      E1 Ely   Cambs 18/20
      E2 Ely   Cambs 20/40
      E3 Ely   Cambs 5/7
      M1 March Cambs 17/20
      M2 March Cambs 21/30
      """;

  /** Of scores and groups alone, without comparators, which are sums of institutions too. */
  private static Attack attack(Framework framework, PublishedTables release) {
    Map<String, List<Map<String, String>>> some = new TreeMap<>(release.rows());
    some.keySet()
        .removeIf(name -> !name.matches("scores|trusts|groups|group_scores|group_comparisons"));
    return Attack.on(framework, new Rounding(1, 10), new PublishedTables(some));
  }

  @Test
  void an_institution_is_found_from_its_group_and_the_others_unless_they_leave_it_out() {
    LevelSchools schools = LevelSchools.of(SCHOOLS);
    Framework framework = schools.framework();
    List<InspectionTallies> inspected = schools.results().inspections();
    DisclosureRules rules = new DisclosureRules(10, 1);
    Attack crude = attack(framework, PublicReleases.withoutSecondary(framework, inspected, rules));
    assertThat(crude.isConsistent()).isTrue();
    assertThat(crude.pinned(DisclosureRules.FEWEST_VALUES))
        .contains(new Range("E3-2014 question-plan", Count.ASSESSED, 7, 7, 1));
    Attack careful = attack(framework, PublicReleases.of(framework, inspected, rules));
    assertThat(careful.isConsistent()).isTrue();
    assertThat(careful.suppressed()).contains("E3-2014 question-plan");
    assertThat(careful.pinned(DisclosureRules.FEWEST_VALUES)).isEmpty();
  }

  /**
   * A judgement is altered of which nothing is shown. As long as all that is shown of its
   * institution counts the same, no figure of a group differs by a digit.
   */
  @Test
  void no_figure_of_a_group_depends_on_what_is_not_shown_of_its_institutions() {
    List<String> told = new ArrayList<>();
    int tried = 0;
    for (long seed = 1; seed <= PROGRAMMES; seed++) {
      Random random = new Random(seed);
      RandomProgramme programme = RandomProgramme.of(seed);
      PublishedTables before = published(programme);
      for (int trust = 0; trust < 3; trust++) {
        List<Integer> hidden = hidden(programme, before, trust);
        for (int question : hidden.subList(0, Math.min(3, hidden.size()))) {
          int caseNumber = random.nextInt(programme.matrices().get(trust).cases().size());
          RandomProgramme other =
              programme.answered(
                  trust,
                  caseNumber,
                  question,
                  List.of("yes", "no", "na", "nr").get(random.nextInt(4)));
          PublishedTables after = published(other);
          String inspection = programme.inspected().get(trust).inspectionId();
          if (!shown(programme, before, trust).equals(shown(other, after, trust))
              || programme.inspected().get(trust).equals(other.inspected().get(trust))) {
            continue;
          }
          tried++;
          if (!groups(before).equals(groups(after))) {
            told.add("seed %d: %s, question %d".formatted(seed, inspection, question));
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(PROGRAMMES);
    assertThat(told).isEmpty();
  }

  private static PublishedTables published(RandomProgramme programme) {
    return PublicReleases.of(
        programme.framework(), programme.inspected(), DisclosureRules.STANDARD);
  }

  /** Questions whose own figure is withheld, or has nothing assessed, at an inspection. */
  private static List<Integer> hidden(RandomProgramme programme, PublishedTables of, int trust) {
    String inspection = programme.inspected().get(trust).inspectionId();
    List<Integer> hidden = new ArrayList<>();
    for (Map<String, String> row : of.table("scores")) {
      String measure = row.get("measure_id");
      if (row.get("inspection_id").equals(inspection)
          && measure.startsWith("question-")
          && row.get("score_percent").isEmpty()) {
        List<String> ids = programme.framework().questions().stream().map(q -> q.id()).toList();
        hidden.add(ids.indexOf(measure.substring("question-".length())));
      }
    }
    return hidden;
  }

  /** The exact counts of all that is shown of an inspection. */
  private static Map<String, List<Long>> shown(
      RandomProgramme programme, PublishedTables of, int trust) {
    InspectionTallies inspection = programme.inspected().get(trust);
    Map<String, List<Long>> shown = new TreeMap<>();
    for (Map<String, String> row : of.table("scores")) {
      if (row.get("inspection_id").equals(inspection.inspectionId())
          && !row.get("score_status").equals("suppressed")) {
        Measure measure =
            programme.framework().measures().stream()
                .filter(one -> one.id().equals(row.get("measure_id")))
                .findFirst()
                .orElseThrow();
        Counts counts = inspection.total(measure.id());
        boolean isScopeShown = !row.get("cases_in_scope").isEmpty();
        shown.put(
            measure.id(),
            List.of(
                counts.sufficient(),
                counts.assessed(),
                counts.casesAssessed(),
                counts.sumNN(),
                isScopeShown ? counts.notRecorded() : -1));
      }
    }
    return shown;
  }

  private static Map<String, List<Map<String, String>>> groups(PublishedTables tables) {
    Map<String, List<Map<String, String>>> groups = new TreeMap<>(tables.rows());
    groups.keySet().removeIf(name -> !name.startsWith("group"));
    return groups;
  }
}
