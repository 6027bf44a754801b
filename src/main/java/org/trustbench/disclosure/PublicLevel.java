package org.trustbench.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.GroupTallies;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.Results;
import org.trustbench.tally.Counts;

/**
 * A level of groups as the public may see it. It is worked out from the institutions' figures that
 * are shown and from nothing else, as a comparator's are; when it was chosen what to withhold,
 * every one of those was taken as known to the last judgement, so that no sum of them adds to what
 * a reader knows ({@link IntruderKnowledge}). How many institutions a group has is no secret: the
 * register says it.
 */
final class PublicLevel {
  private final LevelResults exact;
  private final DisclosureRules rules;
  private final PublicRounding institutions;
  private final Map<String, Set<String>> withheld = new HashMap<>();

  private PublicLevel(LevelResults exact, DisclosureRules rules, PublicRounding institutions) {
    this.exact = exact;
    this.rules = rules;
    this.institutions = institutions;
  }

  /**
   * A level for the public.
   *
   * @param exact worked out from what is shown of institutions
   * @param institutions what is shown of them
   */
  static LevelResults of(LevelResults exact, DisclosureRules rules, PublicRounding institutions) {
    return new PublicLevel(exact, rules, institutions).shown();
  }

  private LevelResults shown() {
    Map<String, GroupTallies> groups = new TreeMap<>();
    exact.groups().forEach((name, group) -> groups.put(name, group(group)));
    SuppressionPattern pattern = new SuppressionPattern(withheld, Map.of(), Set.of());
    PublicRounding rounding = new PublicRounding(rules, pattern, exact.results());
    return new LevelResults(
        exact.level(),
        counted(rounding.results()),
        groups,
        exact.funnels().stream().map(rounding::funnelLimits).toList(),
        exact.funnelPoints().stream()
            .map(point -> Disclosure.funnelPoint(rounding, point))
            .toList(),
        exact.findings().stream()
            .map(finding -> Disclosure.finding(exact.results().framework(), rounding, finding))
            .toList());
  }

  /** A figure of which every institution's own is withheld is no figure, and says so. */
  private GroupTallies group(GroupTallies group) {
    Map<String, GroupTallies.Total> totals = new HashMap<>();
    group
        .totals()
        .forEach(
            (measureId, total) -> {
              long suppressed =
                  group.members().stream()
                      .filter(one -> institutions.isWithheld(one.inspectionId(), measureId))
                      .count();
              boolean isNothing = total.institutions() == 0 && suppressed > 0;
              if (isNothing) {
                withheld
                    .computeIfAbsent(group.group().code(), name -> new HashSet<>())
                    .add(measureId);
              }
              Base base = isNothing ? Base.WITHHELD : shown(group, measureId, total.base().exact());
              totals.put(measureId, new GroupTallies.Total(base, total.institutions(), suppressed));
            });
    return new GroupTallies(
        group.group(),
        group.registered(),
        group.members().stream().map(institutions::inspected).toList(),
        totals);
  }

  /**
   * A sum is shown where every institution's own count is: with one that is not, the others' and
   * the sum would give it back.
   */
  private Base.Published shown(GroupTallies group, String measureId, Counts total) {
    Base.Published shown = PublishedCount.shown(total, rules);
    boolean isScopeShown =
        group.members().stream()
            .map(member -> member.total(measureId))
            .allMatch(counts -> PublishedCount.NOT_RECORDED.of(counts, rules).isPresent());
    return isScopeShown
        ? shown
        : new Base.Published(
            shown.cases(),
            shown.judgements(),
            Optional.empty(),
            Optional.empty(),
            shown.isRounded());
  }

  /** Institutions are counted, and not rounded as cases are. */
  private Results counted(Results rounded) {
    return new Results(
        rounded.framework(),
        rounded.rules(),
        rounded.inspections(),
        rounded.scores().stream().map(this::counted).toList(),
        rounded.comparators(),
        rounded.comparisons().stream().map(c -> c.with(counted(c.score()))).toList());
  }

  private InspectionScore counted(InspectionScore score) {
    if (!(score.base() instanceof Base.Published shown)) {
      return score;
    }
    Base.Published total =
        shown(exact.group(score), score.measure().id(), exact.total(score).base().exact());
    long assessed = exact.total(score).institutions();
    return new InspectionScore(
        score.inspection(),
        score.measure(),
        new Base.Published(
            assessed,
            shown.judgements(),
            Optional.of(assessed),
            total.lacking(),
            shown.isRounded()),
        score.scoreRule(),
        score.estimate());
  }
}
