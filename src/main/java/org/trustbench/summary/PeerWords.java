package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.benchmark.PeerComparison;
import org.trustbench.benchmark.PeerGroup;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.PeerRule;
import org.trustbench.message.Counted;
import org.trustbench.stats.Verdict;
import org.trustbench.terms.Terms;

/** Who the peers of an institution are, and how it stands to them, in words. */
public final class PeerWords {
  /** So many measures are named in a sentence. */
  private static final int MOST_NAMED = 3;

  private PeerWords() {}

  /** How peers are chosen and compared with; empty where a framework has no rule for them. */
  public static List<String> rules(ReleaseContent content) {
    if (content.peers().isEmpty()) {
      return List.of();
    }
    Framework framework = content.results().framework();
    List<String> rules = new ArrayList<>();
    for (PeerRule rule : framework.peers()) {
      rules.add(rule.label() + ": " + framework.terms().text(chosen(framework, rule)));
    }
    rules.add(
        framework
            .terms()
            .text(
                "Each {institution} is set against its own peers together, itself left out, by the"
                    + " rules of other comparisons; at least %d of them have to have a score. Two"
                    + " {institutions} have different peers, so nobody is ranked by this.",
                Verdict.FEWEST_OTHERS));
    return rules;
  }

  private static String chosen(Framework framework, PeerRule rule) {
    if (rule.choice() instanceof PeerRule.Named named) {
      return "those that the register names in “%s”.".formatted(label(framework, named.column()));
    }
    PeerRule.Nearest nearest = (PeerRule.Nearest) rule.choice();
    List<String> by = new ArrayList<>();
    nearest.numbers().forEach(one -> by.add(weighed(framework, nearest, one)));
    nearest.categories().forEach(one -> by.add(weighed(framework, nearest, one)));
    return "the %d of those compared that are nearest by %s: Euclidean distance, numbers in standard deviations over the register, another category counting as one. Who lacks a value has no peers and is nobody's."
        .formatted(nearest.count(), String.join(", ", by));
  }

  private static String weighed(Framework framework, PeerRule.Nearest nearest, String dimension) {
    double weight = nearest.weight(dimension);
    return label(framework, dimension)
        + (weight == 1 ? "" : String.format(Locale.ROOT, " (weight %s)", weight));
  }

  private static String label(Framework framework, String dimension) {
    return framework.dimensions().stream()
        .filter(named -> named.id().equals(dimension))
        .map(Framework.Named::label)
        .findFirst()
        .orElse(dimension);
  }

  /** Who the peers are, each with its distance where it has one, or why there are none. */
  public static String peers(PeerGroup group) {
    if (!group.lacking().isEmpty()) {
      return "No peers: " + group.lacking() + ".";
    }
    return "Peers: "
        + group.peers().stream().map(PeerWords::peer).collect(Collectors.joining("; "))
        + ".";
  }

  private static String peer(PeerGroup.Peer peer) {
    String distance =
        peer.distance().isPresent()
            ? String.format(Locale.ROOT, " (%.2f)", peer.distance().getAsDouble())
            : "";
    return peer.trust().name() + distance + (peer.place().isPresent() ? "" : " (not compared)");
  }

  /** What else to know of a comparison; empty for nothing. */
  static String flag(PeerComparison one) {
    if (!one.reason().isEmpty()) {
      return one.reason();
    }
    List<String> flags = new ArrayList<>();
    Verdict adjusted = one.caseMix(ComparisonOutcome.CaseMixOutcome::verdict95);
    if (adjusted != null && adjusted != one.verdict95()) {
      flags.add(adjusted.label() + " once adjusted");
    }
    if (Formatting.isApart(one.verdict95()) && !one.isFdrSignificant()) {
      flags.add(Formatting.MAY_BE_CHANCE);
    }
    return String.join("; ", flags);
  }

  /** How an institution stands to its peers, a sentence for each rule. */
  static List<String> sentences(List<PeerComparison> comparisons, Terms terms) {
    List<String> sentences = new ArrayList<>();
    for (PeerRule rule : comparisons.stream().map(one -> one.group().rule()).distinct().toList()) {
      List<PeerComparison> ofRule =
          comparisons.stream().filter(one -> one.group().rule().equals(rule)).toList();
      sentences.add(sentence(ofRule, terms));
    }
    return sentences;
  }

  private static String sentence(List<PeerComparison> ofRule, Terms terms) {
    PeerGroup group = ofRule.get(0).group();
    String beside = "Beside its own peers (%s)".formatted(group.rule().label());
    List<PeerComparison> tested = ofRule.stream().filter(one -> one.reason().isEmpty()).toList();
    if (tested.isEmpty()) {
      return terms.text("%s: nothing can be compared, since %s.", beside, why(ofRule));
    }
    List<PeerComparison> apart =
        tested.stream()
            .filter(one -> Formatting.isApart(one.verdict95()) && one.isFdrSignificant())
            .toList();
    if (apart.isEmpty()) {
      return tested.size() == 1
          ? beside + ": similar in the one measure that can be compared."
          : "%s: no clear difference in any of the %s that can be compared."
              .formatted(beside, Counted.of(tested.size(), "measure"));
    }
    String said =
        List.of(Verdict.HIGHER, Verdict.LOWER).stream()
            .map(verdict -> said(verdict, apart))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return "%s: %s. At 95 %%, with allowance for how many measures there are."
        .formatted(beside, said);
  }

  private static String why(List<PeerComparison> ofRule) {
    return ofRule.get(0).reason();
  }

  private static String said(Verdict verdict, List<PeerComparison> apart) {
    List<PeerComparison> found = apart.stream().filter(one -> one.verdict95() == verdict).toList();
    if (found.isEmpty()) {
      return "";
    }
    String named =
        found.stream()
            .limit(MOST_NAMED)
            .map(
                one ->
                    "“%s” (%s %%, peers %s %%)"
                        .formatted(
                            one.score().measure().label(),
                            Formatting.percent(one.score().score()),
                            Formatting.percent(one.reference().value())))
            .collect(Collectors.joining(", "));
    int more = found.size() - MOST_NAMED;
    return "%s in %s%s"
        .formatted(verdict.label(), named, more > 0 ? " and %d more".formatted(more) : "");
  }
}
