package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.benchmark.ComparisonOutcome.TestStatistics;
import org.trustbench.benchmark.PeerComparison;
import org.trustbench.benchmark.PeerGroup;
import org.trustbench.benchmark.PeerResults;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** The published tables of peers: who is whose peer, and comparisons with one's own peers. */
final class PeerTables {
  private PeerTables() {}

  /**
   * One institution's peer.
   *
   * @param number from 1, the nearest
   */
  record Peer(PeerGroup group, PeerGroup.Peer peer, int number) {}

  /** Every peer of every institution. */
  static List<Peer> peers(PeerResults results) {
    List<Peer> peers = new ArrayList<>();
    for (PeerGroup group : results.groups()) {
      for (int i = 0; i < group.peers().size(); i++) {
        peers.add(new Peer(group, group.peers().get(i), i + 1));
      }
    }
    return peers;
  }

  static final Table<Peer> PEERS =
      new Table<>(
          "peers",
          "One row per rule for peers, {institution} and peer of it.",
          List.of("peers_id", "trust_id", "peer_trust_id"),
          List.of(
              text("peers_id", "the rule", p -> p.group().rule().id()),
              text("peers_label", "the rule in words", p -> p.group().rule().label()),
              text(
                  "trust_id",
                  "code of the {institution}",
                  p -> p.group().inspection().trust().code()),
              text("peer_trust_id", "code of its peer", p -> p.peer().trust().code()),
              text("peer_trust_name", "name of its peer", p -> p.peer().trust().name()),
              integer("peer_number", "", "1 for the nearest, or the first named", Peer::number),
              significant(
                  "distance",
                  "standard deviations",
                  "Euclidean distance of standardised attributes; empty where the register names"
                      + " peers",
                  p -> p.peer().distance().isPresent() ? p.peer().distance().getAsDouble() : null),
              bool(
                  "is_compared",
                  "whether the peer has an inspection that is compared",
                  p -> p.peer().place().isPresent())));

  static final Table<Peer> DIM_PEER = PEERS.named("dim_peer");

  private static final List<Column<PeerComparison>> FIGURES =
      List.of(
          percent("score_percent", "the {institution's} score", c -> c.score().score()),
          percent(
              "lower95_percent",
              "lower end of its 95 % interval",
              c -> low(c.score().interval95())),
          percent(
              "upper95_percent",
              "upper end of its 95 % interval",
              c -> high(c.score().interval95())),
          text(
              "benchmark_rule",
              "how the peers' scores make a benchmark; the {institution} is no part of it",
              c -> c.reference().rule()),
          percent("benchmark_percent", "the peers' score together", c -> c.reference().value()),
          integer(
              "peers_scored",
              "{institutions}",
              "peers that have a score",
              c -> c.reference().otherTrusts()),
          integer(
              "peers_cases_assessed",
              "{cases}",
              "{cases} of the peers with at least one assessed judgement",
              orEmpty(c -> c.base().casesAssessed())),
          integer(
              "peers_assessed",
              "judgements",
              "the base of the peers' score",
              orEmpty(c -> c.base().assessed())),
          percent("difference_points", "score less benchmark", PeerComparison::difference),
          OutcomeColumns.lower95(),
          OutcomeColumns.upper95(),
          OutcomeColumns.lower998(),
          OutcomeColumns.upper998(),
          OutcomeColumns.verdict95(),
          OutcomeColumns.verdict998(),
          OutcomeColumns.verdictRule(),
          OutcomeColumns.pValue(),
          significant(
              "adjusted_p_value",
              "",
              "Benjamini-Hochberg over all {institutions} and measures of the rule for peers and"
                  + " kind",
              c -> c.statistic(TestStatistics::adjustedPValue)),
          bool(
              "is_discovery",
              "whether the verdict stands with allowance for the {institution's} own measures of"
                  + " the kind, overall and themes being one",
              c -> c.tested(ComparisonOutcome.Tested::isFdrSignificant)),
          OutcomeColumns.rules(),
          integer(
              "rules_agreeing95",
              "rules",
              "of them that give the verdict at 95 %",
              c -> c.tested(one -> one.robustness().agreeing95())),
          percent(
              "adjusted_score_percent",
              "the score with the peers' mix of {cases}; empty without case mix",
              c -> c.caseMix(ComparisonOutcome.CaseMixOutcome::adjusted)),
          text(
              "case_mix_verdict95",
              "verdict at 95 % with case mix allowed for; empty without case mix",
              c -> c.caseMix(one -> one.verdict95().label())),
          text("reason", "why the two are not compared; empty where they are", c -> c.reason()));

  static final Table<PeerComparison> PEER_COMPARISONS =
      new Table<>(
          "peer_comparisons",
          "One row per rule for peers, inspection and measure.",
          List.of("peers_id", "inspection_id", "measure_id"),
          ScoreTables.joined(
              List.of(
                  text("peers_id", "the rule", c -> c.group().rule().id()),
                  text("peers_label", "the rule in words", c -> c.group().rule().label()),
                  text(
                      "inspection_id",
                      "the inspection",
                      c -> c.score().inspection().inspectionId()),
                  text(
                      "trust_id",
                      "code of the {institution}",
                      c -> c.score().inspection().trust().code()),
                  text("measure_id", "the measure", c -> c.score().measure().id())),
              FIGURES));

  static final Table<PeerComparison> FACT_PEER_COMPARISON =
      PEER_COMPARISONS.named("fact_peer_comparison");
}
