package org.trustbench.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trustbench.framework.PeerRule;
import org.trustbench.framework.Trust;

/**
 * The peers of one institution by one rule.
 *
 * @param peers the nearest first, or in the order of the register's column; never the institution
 *     itself
 * @param lacking why it has none, as part of a sentence; empty where it has
 */
public record PeerGroup(
    PeerRule rule, InspectionTallies inspection, List<Peer> peers, String lacking) {

  /**
   * One of them.
   *
   * @param distance in standard deviations; empty for one that the register names
   * @param place among the inspections that are compared; empty for one that is not
   */
  public record Peer(Trust trust, OptionalDouble distance, Optional<Integer> place) {}

  /** Those that can be compared with. */
  public List<Peer> compared() {
    return peers.stream().filter(peer -> peer.place().isPresent()).toList();
  }
}
