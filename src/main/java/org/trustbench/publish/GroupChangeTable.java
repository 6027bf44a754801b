package org.trustbench.publish;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustbench.change.GroupChange;
import org.trustbench.change.GroupChange.Test;
import org.trustbench.stats.Normal;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Changes of groups of institutions, as published. */
final class GroupChangeTable {
  private GroupChangeTable() {}

  static final Table<GroupChange> FACT_GROUP_CHANGE =
      new Table<>(
          "fact_group_change",
          "One row per group and measure: those of its {institutions} that were inspected again, at"
              + " their latest inspections beside the ones before.",
          List.of("group_key", "measure_id"),
          Stream.of(ids(), scores(), tested()).flatMap(List::stream).toList());

  private static List<Column<GroupChange>> ids() {
    return List.of(
        text("group_key", "level and group", GroupChangeTable::key),
        text("level_id", "the level", GroupChange::levelId),
        text("group_name", "name of the group", change -> change.group().group().name()),
        text("measure_id", "the measure", change -> change.measure().id()),
        text("measure_label", "the measure in words", change -> change.measure().label()));
  }

  private static String key(GroupChange change) {
    return GroupTables.key(change.levelId(), change.group().group().code());
  }

  private static List<Column<GroupChange>> scores() {
    return List.of(
        integer(
            "trusts_compared",
            "{institutions}",
            "{institutions} that were judged on the measure at both, and asked the same: both"
                + " scores are of these alone",
            GroupChange::institutions),
        percent(
            "earlier_score_percent",
            "their score at the inspections before",
            change -> change.earlier().score()),
        percent(
            "earlier_lower95_percent",
            "lower end of its 95 % interval",
            figure(test -> test.earlier95().low())),
        percent(
            "earlier_upper95_percent",
            "upper end of its 95 % interval",
            figure(test -> test.earlier95().high())),
        integer(
            "earlier_cases_assessed",
            "{cases}",
            "{cases} with an assessed judgement then",
            change -> change.earlier().cases()),
        integer(
            "earlier_assessed",
            "judgements",
            "the base of the earlier score",
            change -> change.earlier().assessed()),
        percent(
            "score_percent",
            "their score at the latest inspections",
            change -> change.later().score()),
        percent(
            "lower95_percent",
            "lower end of its 95 % interval",
            figure(test -> test.later95().low())),
        percent(
            "upper95_percent",
            "upper end of its 95 % interval",
            figure(test -> test.later95().high())),
        integer(
            "cases_assessed",
            "{cases}",
            "{cases} with an assessed judgement at the latest inspections",
            change -> change.later().cases()),
        integer(
            "assessed",
            "judgements",
            "the base of the score",
            change -> change.later().assessed()));
  }

  private static List<Column<GroupChange>> tested() {
    return List.of(
        percent("change_points", "score less the earlier score", GroupChange::difference),
        percent(
            "change_lower95_points",
            "lower end of the 95 % interval of the change",
            figure(test -> test.difference().at95().low())),
        percent(
            "change_upper95_points",
            "upper end of the 95 % interval of the change",
            figure(test -> test.difference().at95().high())),
        percent(
            "change_lower998_points",
            "lower end of the 99.8 % interval of the change",
            figure(test -> test.difference().at998().low())),
        percent(
            "change_upper998_points",
            "upper end of the 99.8 % interval of the change",
            figure(test -> test.difference().at998().high())),
        text("interval_rule", "how these are made", change -> "newcombe-10-paired"),
        decimal(
            "correlation",
            "",
            "how the two scores hang together, which are of the same {institutions}",
            figure(Test::correlation)),
        text(
            "change_verdict95",
            "improved, declined, no clear change or not compared, at 95 %",
            change -> change.verdict95().label()),
        text("change_verdict998", "the same at 99.8 %", change -> change.verdict998().label()),
        text(
            "change_status",
            "compared, or why the two are not compared",
            change -> change.test().isPresent() ? "compared" : "too few inspected again"),
        significant("p_value", "", "two-sided, that there was no change", figure(Test::pValue)),
        significant(
            "adjusted_p_value",
            "",
            "Benjamini-Hochberg over all groups of the level on the measure",
            figure(Test::adjustedPValue)),
        significant(
            "own_adjusted_p_value",
            "",
            "Benjamini-Hochberg over the group's own measures of the kind, overall and themes being"
                + " one",
            figure(Test::ownAdjustedPValue)),
        bool(
            "is_reliable",
            "whether so many {institutions} are behind it that its scores may be read alone",
            GroupChange::isReliable),
        bool(
            "is_discovery",
            "whether the adjusted p-value is at most .05",
            isAtMost(Normal.ALPHA95)),
        bool(
            "is_discovery998",
            "whether the adjusted p-value is at most .002",
            isAtMost(Normal.ALPHA998)));
  }

  private static Function<GroupChange, Double> figure(Function<Test, Double> figure) {
    return Column.orEmpty(change -> change.test().map(figure));
  }

  private static Function<GroupChange, Boolean> isAtMost(double level) {
    return Column.orEmpty(change -> change.test().map(test -> test.adjustedPValue() <= level));
  }
}
