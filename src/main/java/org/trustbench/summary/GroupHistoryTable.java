package org.trustbench.summary;

import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Findings;
import org.trustbench.change.ChangeVerdict;
import org.trustbench.change.GroupChange;
import org.trustbench.change.GroupChange.Test;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Measure;
import org.trustbench.message.Counted;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Interval;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.terms.Terms;

/**
 * One row per measure of a group of institutions: those inspected again at their latest inspections
 * beside the ones before.
 */
public final class GroupHistoryTable {
  private GroupHistoryTable() {}

  /** Those of all groups: overall, by theme and in the framework's own kinds. */
  public static List<GroupChange> rows(ReleaseContent content) {
    Set<String> kinds = new HashSet<>(Set.of(Measure.OVERALL, Measure.THEME));
    content.results().framework().measureKinds().forEach(kind -> kinds.add(kind.id()));
    return content.groupChanges().stream()
        .filter(change -> kinds.contains(change.measure().kind()))
        .toList();
  }

  /** How changes of groups are made, in sentences. */
  public static String rule(Terms terms) {
    return terms.text(
        "Both scores are of those {institutions} of the group that were inspected again and asked"
            + " the same: their latest inspections beside the ones before, whenever these were. So"
            + " they differ from the group's other figures, which are of all its {institutions}."
            + " The same {institutions} are behind both, and the interval counts it (Newcombe 1998"
            + " for paired proportions, on the intervals beside it; the correlation from the"
            + " linearised covariance over {institutions}). Fewer than %d are not compared. Whoever"
            + " took over another's work in between is left out. Regression to the mean is not"
            + " allowed for: read it where a group was chosen for an extreme score.",
        DesignEffect.FEWEST_CASES);
  }

  /** What changed in a group, in a sentence; empty where nothing is compared. */
  public static Optional<String> sentence(List<GroupChange> changes, Terms terms) {
    List<GroupChange> tested = changes.stream().filter(one -> one.test().isPresent()).toList();
    if (tested.isEmpty()) {
      return Optional.empty();
    }
    List<GroupChange> clear =
        tested.stream().filter(one -> one.verdict95().isClear() && !isChance(one)).toList();
    String since = terms.text("{Institutions} inspected again, beside their inspections before: ");
    String said =
        clear.isEmpty()
            ? "no clear change in any of the %s that can be compared"
                .formatted(Counted.of(tested.size(), "measure"))
            : List.of(ChangeVerdict.IMPROVED, ChangeVerdict.DECLINED).stream()
                    .filter(verdict -> clear.stream().anyMatch(one -> one.verdict95() == verdict))
                    .map(verdict -> said(verdict, clear))
                    .collect(Collectors.joining("; "))
                + ", of %s that can be compared".formatted(Counted.of(tested.size(), "measure"));
    return Optional.of(
        since + said + ". At 95\u00a0%, with allowance for how many measures there are.");
  }

  private static String said(ChangeVerdict verdict, List<GroupChange> clear) {
    return clear.stream()
        .filter(one -> one.verdict95() == verdict)
        .map(
            one ->
                "“%s” (from %s to %s)"
                    .formatted(
                        one.measure().label(),
                        FindingWords.percent(one.earlier().score(), 0),
                        FindingWords.percent(one.later().score(), 0)))
        .collect(Collectors.joining(", ", verdict.label() + " in ", ""));
  }

  private static boolean isChance(GroupChange change) {
    return change.test().filter(test -> test.ownAdjustedPValue() > Findings.LEVEL).isPresent();
  }

  /** What it shows and keeps. */
  public static SummaryTable<GroupChange> definition(Terms terms) {
    return new SummaryTable<GroupChange>(
            "group_history",
            "One row per group of {institutions} and measure, of those inspected again: their"
                + " latest inspections beside the ones before.",
            List.of("level_id", "group_name", "measure_id"),
            List.of(
                text("Level", "level_id", "the level", GroupChange::levelId),
                text("Group", "group_name", "name of the group", one -> one.group().group().name()),
                kept("Measure id", "measure_id", "the measure", one -> one.measure().id()),
                text("Measure", "measure", "the measure in words", one -> one.measure().label()),
                count(
                    "{Institutions} compared",
                    "trusts_compared",
                    "{institutions}",
                    "{institutions} judged on the measure at both",
                    GroupChange::institutions),
                score("Before", "earlier_", one -> one.earlier().score(), Test::earlier95),
                score("Latest", "", one -> one.later().score(), Test::later95),
                change(),
                text(
                    "Verdict",
                    "change_verdict",
                    "the verdict on the change",
                    GroupHistoryTable::verdict),
                text("Flag", "flag", "what else to know", GroupHistoryTable::flag)),
            one -> Availability.NOT_AVAILABLE)
        .in(terms);
  }

  private static SummaryColumn<GroupChange> score(
      String when,
      String prefix,
      Function<GroupChange, Double> score,
      Function<Test, Interval> interval) {
    return shown(
        when + " % (95 %)",
        one ->
            new Cell.Estimate(
                Cell.percent(score.apply(one)),
                one.test().map(interval).orElse(null),
                one.isReliable()),
        percent(when + " %", prefix + "score_percent", "the score", score),
        percent(
            when + " from",
            prefix + "lower95_percent",
            "lower end of its 95 % interval",
            one -> one.test().map(interval).map(Interval::low).orElse(null)),
        percent(
            when + " to",
            prefix + "upper95_percent",
            "upper end of its 95 % interval",
            one -> one.test().map(interval).map(Interval::high).orElse(null)));
  }

  private static SummaryColumn<GroupChange> change() {
    return shown(
        "Change (95 %)",
        one ->
            ComparisonCells.difference(
                one.difference(),
                one.test().map(test -> test.difference().at95()).orElse(null),
                Availability.NOT_AVAILABLE),
        percent(
            "Change",
            "change_points",
            "latest score less the earlier one",
            GroupChange::difference),
        percent(
            "Change from",
            "change_lower95_points",
            "lower end of its 95 % interval",
            one -> one.test().map(test -> test.difference().low95()).orElse(null)),
        percent(
            "Change to",
            "change_upper95_points",
            "upper end of its 95 % interval",
            one -> one.test().map(test -> test.difference().high95()).orElse(null)));
  }

  private static String verdict(GroupChange change) {
    return change.verdict95().label() + (change.verdict998().isClear() ? " (99.8 %)" : "");
  }

  private static String flag(GroupChange change) {
    if (change.test().isEmpty()) {
      return "too few inspected again";
    }
    return change.verdict95().isClear() && isChance(change) ? Formatting.MAY_BE_CHANCE : "";
  }
}
