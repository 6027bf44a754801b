package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.adversary.RandomProgramme;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.publish.AudienceFolder;
import org.trustbench.publish.Release;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.tally.Counts;

/**
 * Two programmes that differ in judgements which are withheld, and in nothing that is shown, have
 * the same public release to the last byte of every file: no footer, sheet, coordinate, sentence or
 * checksum is made of what is withheld. So many programmes as {@code disclosure.programmes} says.
 */
class PublicRelease_WithheldJudgementsTest {
  private static final int PROGRAMMES = Integer.getInteger("disclosure.programmes", 4);
  private static final long FIRST = Long.getLong("disclosure.seed", 1);
  private static final int TRIES = 40;

  @TempDir Path folder;

  @Test
  void no_file_of_a_release_depends_on_a_judgement_that_is_withheld() throws IOException {
    List<String> told = new ArrayList<>();
    int compared = 0;
    for (long seed = FIRST; seed < FIRST + PROGRAMMES; seed++) {
      RandomProgramme programme = RandomProgramme.of(seed);
      List<WithheldFigures> withheld = withheld(programme);
      RandomProgramme other = judgedOtherwise(programme, withheld, new Random(seed));
      if (other == null) {
        continue;
      }
      compared++;
      Map<String, byte[]> before = published("before" + seed, programme);
      Map<String, byte[]> after = published("after" + seed, other);
      assertThat(after.keySet()).isEqualTo(before.keySet());
      for (Map.Entry<String, byte[]> file : before.entrySet()) {
        if (!Arrays.equals(file.getValue(), after.get(file.getKey()))) {
          told.add("seed %d: %s".formatted(seed, file.getKey()));
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(PROGRAMMES / 2);
    assertThat(told).isEmpty();
  }

  /** What is chosen to be withheld, of each inspection. */
  private static List<WithheldFigures> withheld(RandomProgramme programme) {
    return Disclosure.disclosed(
            PublicReleases.internal(programme.framework(), programme.inspected()),
            DisclosureRules.STANDARD)
        .suppressed();
  }

  /**
   * The same programme with two answers exchanged or one altered in each of some inspections, such
   * that the same is withheld and all that is shown counts the same; null where none is found.
   */
  private static RandomProgramme judgedOtherwise(
      RandomProgramme programme, List<WithheldFigures> withheld, Random random) {
    RandomProgramme found = null;
    for (int trust = 0; trust < Math.min(6, programme.inspected().size()); trust++) {
      RandomProgramme from = found == null ? programme : found;
      for (int tried = 0; tried < TRIES; tried++) {
        RandomProgramme other = altered(from, trust, random);
        if (!from.inspected().get(trust).equals(other.inspected().get(trust))
            && shown(from, withheld, trust).equals(shown(other, withheld, trust))
            && names(withheld(other)).equals(names(withheld))) {
          found = other;
          break;
        }
      }
    }
    return found;
  }

  private static RandomProgramme altered(RandomProgramme programme, int trust, Random random) {
    int questions = programme.framework().questions().size();
    int one = random.nextInt(programme.matrices().get(trust).cases().size());
    int question = random.nextInt(questions);
    if (random.nextInt(3) == 0) {
      return programme.answered(trust, one, question, random.nextBoolean() ? "yes" : "no");
    }
    boolean isSameCase = random.nextBoolean();
    int other = isSameCase ? one : random.nextInt(programme.matrices().get(trust).cases().size());
    int otherQuestion = isSameCase ? random.nextInt(questions) : question;
    return programme.exchanged(trust, one, question, other, otherQuestion);
  }

  private static List<List<String>> names(List<WithheldFigures> withheld) {
    return withheld.stream().map(WithheldFigures::withheld).toList();
  }

  /** Every sum behind all that is shown of an inspection. */
  private static Map<String, List<Long>> shown(
      RandomProgramme programme, List<WithheldFigures> withheld, int trust) {
    InspectionTallies inspection = programme.inspected().get(trust);
    Framework framework = programme.framework();
    Set<String> hidden = new TreeSet<>(withheld.get(trust).withheld());
    for (Pathway pathway : framework.pathways()) {
      if (hidden.contains("pathway " + pathway.id())) {
        for (int step = 1; step <= pathway.steps().size(); step++) {
          hidden.add(pathway.measureId(step));
        }
      }
    }
    Map<String, List<Long>> shown = new TreeMap<>();
    for (Measure measure : framework.measures()) {
      if (!hidden.contains(measure.id())) {
        Counts counts = inspection.total(measure.id());
        boolean isScopeShown = !DisclosureRules.STANDARD.isSmall(counts.casesInScope());
        shown.put(
            measure.id(),
            List.of(
                counts.casesAssessed(),
                counts.sufficient(),
                counts.assessed(),
                isScopeShown ? counts.casesInScope() : -1,
                isScopeShown ? counts.notRecorded() : -1,
                counts.sumYY(),
                counts.sumYN(),
                counts.sumNN()));
      }
    }
    return shown;
  }

  private Map<String, byte[]> published(String name, RandomProgramme programme) throws IOException {
    ReleaseContent content =
        Disclosure.forPublic(
            PublicReleases.internal(programme.framework(), programme.inspected()),
            DisclosureRules.STANDARD);
    Path release =
        Release.publish(
            new AudienceFolder(folder.resolve(name), content.audience()),
            content,
            new Release.Inputs("test", new TreeMap<>(), new TreeMap<>(), new TreeMap<>()),
            files -> ReportPage.withBriefs(content, ReportPage.EVERY_TRUST, "programme", files),
            Map.of());
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(release)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(release.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
