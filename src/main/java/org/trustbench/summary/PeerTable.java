package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.PeerComparison;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Measure;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/** One row per institution, rule for peers and measure: its score beside that of its own peers. */
public final class PeerTable {
  private PeerTable() {}

  /**
   * Every institution beside its peers, by its name: overall, by theme and in the framework's own
   * kinds.
   */
  public static List<PeerComparison> rows(ReleaseContent content) {
    Set<String> measures =
        HistoryTable.measures(content.results().framework()).stream()
            .map(Measure::id)
            .collect(Collectors.toSet());
    return content.peers().comparisons().stream()
        .filter(one -> measures.contains(one.score().measure().id()))
        .sorted(Comparator.comparing(one -> one.score().inspection().trust().name()))
        .toList();
  }

  /** The rows of each institution, by its code. */
  public static Map<String, List<PeerComparison>> byTrust(ReleaseContent content) {
    return rows(content).stream()
        .collect(Collectors.groupingBy(one -> one.score().inspection().trust().code()));
  }

  /** The table of some comparisons of one institution. */
  public static Grid of(String title, List<PeerComparison> comparisons, Terms terms) {
    return definition(terms).grid(title, comparisons);
  }

  /** What it shows and keeps. */
  public static SummaryTable<PeerComparison> definition(Terms terms) {
    return new SummaryTable<PeerComparison>(
            "beside_peers",
            "One row per {institution}, rule for peers and measure: its score beside that of its"
                + " own peers together.",
            List.of("peers_id", "trust_id", "measure_id"),
            List.of(
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    c -> c.score().inspection().trust().code()),
                kept(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    c -> c.score().inspection().trust().name()),
                kept("Rule", "peers_id", "the rule for peers", c -> c.group().rule().id()),
                kept("Peers", "peers", "the rule in words", c -> c.group().rule().label()),
                kept("Measure id", "measure_id", "the measure", c -> c.score().measure().id()),
                text(
                    "Measure", "measure", "the measure in words", c -> c.score().measure().label()),
                shown(
                    "Score % (95 %)",
                    c -> ComparisonCells.score(c.score()),
                    percent("Score %", "score_percent", "its score", c -> c.score().score()),
                    percent(
                        "Score from",
                        "lower95_percent",
                        "lower end of its 95 % interval",
                        c -> low(c.score().interval95())),
                    percent(
                        "Score to",
                        "upper95_percent",
                        "upper end of its 95 % interval",
                        c -> high(c.score().interval95()))),
                shown(
                    "Peers",
                    c -> Cell.percent(c.reference().value(), Availability.NOT_AVAILABLE),
                    percent(
                        "Peers %",
                        "benchmark_percent",
                        "the peers' score together",
                        c -> c.reference().value())),
                kept(
                    FigureColumn.of(
                        "Peers with a score",
                        Column.integer(
                            "peers_scored",
                            "{institutions}",
                            "how many of its peers have a score",
                            c -> c.reference().otherTrusts()))),
                VerdictColumns.difference(
                    c ->
                        ComparisonCells.difference(
                            c.difference(), c.difference95(), Availability.NOT_AVAILABLE),
                    "score less that of the peers",
                    PeerComparison::difference,
                    PeerComparison::difference95),
                VerdictColumns.verdict(
                    c -> Cell.verdict(c.verdict95(), c.verdict998()),
                    PeerComparison::verdict95,
                    PeerComparison::verdict998),
                text("Flag", "flag", "what else to know", PeerWords::flag)),
            one -> Availability.NOT_AVAILABLE)
        .in(terms);
  }
}
