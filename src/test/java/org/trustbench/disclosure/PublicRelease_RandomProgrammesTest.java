package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.adversary.Attack;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.disclosure.adversary.RandomProgramme;
import org.trustbench.disclosure.adversary.Rounding;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Measure;
import org.trustbench.publish.AudienceFolder;
import org.trustbench.publish.Release;
import org.trustbench.tally.Counts;

/**
 * Programmes made up by chance, published, and attacked by somebody who has the release's folder
 * and nothing else. 20 of them; so many and from such a seed as {@code disclosure.programmes} and
 * {@code disclosure.seed} say.
 */
class PublicRelease_RandomProgrammesTest {
  /** Cells looked at with a search for solutions, which takes long; all are by ranges. */
  private static final int SEARCHED = Integer.getInteger("disclosure.searched", 0);

  @TempDir Path folder;

  @Test
  void nothing_that_is_withheld_is_found_in_what_is_published() {
    long first = Long.getLong("disclosure.seed", 1);
    long last = first + Integer.getInteger("disclosure.programmes", 20) - 1;
    List<String> found = new ArrayList<>();
    int suppressed = 0;
    int shown = 0;
    for (long seed = first; seed <= last; seed++) {
      RandomProgramme programme = RandomProgramme.of(seed);
      Path release = published(seed, programme);
      Framework framework = FrameworkReader.read(release.resolve("framework").toString());
      PublishedTables tables = PublishedTables.of(release);
      Attack attack = Attack.on(framework, Rounding.STANDARD, tables);
      assertThat(attack.isConsistent()).as("seed %d", seed).isTrue();
      suppressed += attack.suppressed().size();
      shown += tables.table("scores").size() - attack.suppressed().size();
      String name = "seed %d: ".formatted(seed);
      attack.narrow(DisclosureRules.FEWEST_VALUES).forEach(range -> found.add(name + range));
      attack.alike().forEach(cell -> found.add(name + cell));
      nearlyAlike(attack, programme).forEach(cell -> found.add(name + cell));
      searched(framework, tables, seed).forEach(range -> found.add(name + range));
    }
    assertThat(suppressed).isPositive();
    assertThat(shown)
        .as("scores shown beside %d suppressed", suppressed)
        .isGreaterThan(suppressed / 5);
    assertThat(found).isEmpty();
  }

  @Test
  void where_figures_on_few_cases_alone_are_withheld_they_are_found() {
    RandomProgramme programme = RandomProgramme.of(1);
    PublishedTables tables =
        PublicReleases.withoutSecondary(
            programme.framework(), programme.inspected(), DisclosureRules.STANDARD);
    Attack attack = Attack.on(programme.framework(), Rounding.STANDARD, tables);
    assertThat(attack.narrow(DisclosureRules.FEWEST_VALUES)).isNotEmpty();
  }

  /**
   * Cells whose judgements are all alike, of which it follows that at most one in twenty is not.
   */
  private static List<String> nearlyAlike(Attack attack, RandomProgramme programme) {
    List<String> found = new ArrayList<>();
    for (InspectionTallies inspection : programme.inspected()) {
      for (Measure measure : programme.framework().measures()) {
        String cell = inspection.inspectionId() + " " + measure.id();
        Counts counts = inspection.total(measure.id());
        if (attack.suppressed().contains(cell)
            && counts.casesAssessed() >= 10
            && DisclosureRules.STANDARD.isAlike(counts.sufficient(), counts.assessed())) {
          Attack.Count rarer =
              2 * counts.sufficient() > counts.assessed()
                  ? Attack.Count.INSUFFICIENT
                  : Attack.Count.SUFFICIENT;
          if (attack.highest(cell, rarer) * DisclosureRules.NEARLY_ALL <= counts.assessed()) {
            found.add(cell + ": nearly all alike");
          }
        }
      }
    }
    return found;
  }

  /** Some inspections alone, with a search for each count that may be. */
  private static List<Attack.Range> searched(
      Framework framework, PublishedTables tables, long seed) {
    List<String> inspections =
        tables.table("scores").stream().map(row -> row.get("inspection_id")).distinct().toList();
    List<Attack.Range> found = new ArrayList<>();
    for (int i = 0; i < Math.min(SEARCHED, inspections.size()); i++) {
      String inspection = inspections.get((int) ((seed + i) % inspections.size()));
      Attack attack = Attack.on(framework, Rounding.STANDARD, tables.only(inspection));
      found.addAll(attack.pinned(DisclosureRules.FEWEST_VALUES));
      found.addAll(attack.pinnedBetween(10, DisclosureRules.FEWEST_VALUES));
    }
    return found;
  }

  private Path published(long seed, RandomProgramme programme) {
    ReleaseContent content =
        Disclosure.forPublic(
            PublicReleases.internal(programme.framework(), programme.inspected()),
            DisclosureRules.STANDARD);
    return Release.publish(
        new AudienceFolder(folder.resolve(Long.toString(seed)), content.audience()),
        content,
        new Release.Inputs("test", new TreeMap<>(), new TreeMap<>(), new TreeMap<>()),
        files -> {},
        Map.of());
  }
}
