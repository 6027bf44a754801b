package org.trustbench.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trustbench.benchmark.Choices;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Yardstick;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.summary.HtmlTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.Standpoint;

/**
 * The league tables of one group of trusts.
 *
 * @param id unique on the page
 * @param warning why its trusts are not like for like; null if nothing is known to part them
 * @param chart of the overall league; null when too few have a score
 */
record PageLeagues(
    String id, String title, String warning, Caterpillar chart, List<PageTable> tables) {
  private static final int FEWEST_TOGETHER = 2;

  /** The group of the trust in focus in full, then the others; without a focus all in full. */
  static List<PageLeagues> all(Standpoint standpoint) {
    List<PageLeagues> leagues = new ArrayList<>();
    List<Yardstick> groups = standpoint.groups();
    boolean isFocused = standpoint.ownGroup().isPresent();
    for (Yardstick group : groups) {
      boolean isFull =
          (leagues.isEmpty() || !isFocused) && group.members().size() >= FEWEST_TOGETHER;
      leagues.add(of(standpoint, group, isFull));
    }
    Optional<Yardstick> everyone = standpoint.everyone();
    if (everyone.isPresent()
        && groups.stream().noneMatch(g -> g.key().equals(everyone.get().key()))) {
      leagues.add(of(standpoint, everyone.get(), false));
    }
    return leagues;
  }

  private static PageLeagues of(Standpoint standpoint, Yardstick group, boolean isFull) {
    List<Measure> measures =
        standpoint.leagueMeasures().stream()
            .filter(measure -> isFull || measure.kind().equals(Measure.OVERALL))
            .toList();
    String id = "league-" + group.key().replaceAll("[^A-Za-z0-9]+", "-");
    List<PageTable> tables = new ArrayList<>();
    Caterpillar chart = null;
    for (Measure measure : measures) {
      List<Comparison> league =
          LeagueTable.sorted(standpoint.results().league(group, measure.id()));
      tables.add(table(standpoint, group, measure, league, id));
      List<Comparison> ranked =
          league.stream()
              .filter(c -> c.ranked() != null && c.score().interval95() != null)
              .toList();
      if (measure.kind().equals(Measure.OVERALL) && ranked.size() >= FEWEST_TOGETHER) {
        chart =
            Caterpillar.of(
                id + "-chart",
                ranked,
                pooled(standpoint.results(), group, measure),
                standpoint.focus());
      }
    }
    return new PageLeagues(id, group.label(), warning(standpoint, group), chart, tables);
  }

  private static PageTable table(
      Standpoint standpoint,
      Yardstick group,
      Measure measure,
      List<Comparison> league,
      String groupId) {
    Results results = standpoint.results();
    Set<Integer> inFocus =
        IntStream.range(0, league.size())
            .filter(
                i ->
                    standpoint.focus() != null
                        && league
                            .get(i)
                            .score()
                            .inspection()
                            .trust()
                            .code()
                            .equals(standpoint.focus().code()))
            .boxed()
            .collect(Collectors.toSet());
    String rules =
        league.stream()
            .filter(Comparison::isCompared)
            .findFirst()
            .map(c -> "; verdicts: " + c.verdictRule() + " against " + c.benchmarkRule())
            .orElse("");
    return PageTable.inBlocks(
        groupId + "-" + measure.id().replaceAll("[^A-Za-z0-9]+", "-"),
        HtmlTable.of(LeagueTable.of(results, group, measure)),
        "Trust",
        "Rank: 1 is best, in brackets the ranks not ruled out at 95\u00a0%. Trusts of one tier are statistical ties. Scores: "
            + scores(results.choices())
            + rules
            + ".",
        inFocus);
  }

  /** Ranks follow pooled scores whatever the rule of the scores shown. */
  private static String scores(Choices choices) {
    return choices.scoreRule().equals(Choices.POOLED)
        ? Choices.POOLED
        : choices.scoreRule() + "; ranks and tiers: " + Choices.POOLED;
  }

  private static Double pooled(Results results, Yardstick group, Measure measure) {
    return results.comparators().stream()
        .filter(
            score ->
                score.yardstick().key().equals(group.key())
                    && score.measure().id().equals(measure.id()))
        .findFirst()
        .map(ComparatorScore::pooled)
        .orElse(null);
  }

  private static String warning(Standpoint standpoint, Yardstick group) {
    Set<String> tranches =
        group.members().stream()
            .map(member -> standpoint.results().inspections().get(member).tranche())
            .map(tranche -> tranche == null ? "none" : tranche)
            .collect(Collectors.toSet());
    boolean hasTranches =
        standpoint.results().framework().dimensions().stream()
            .anyMatch(dimension -> dimension.id().equals(Framework.TRANCHE));
    return hasTranches && tranches.size() > 1
        ? "Not like for like: these trusts belong to %d tranches, whose samples of cases differ by design."
            .formatted(tranches.size())
        : null;
  }
}
