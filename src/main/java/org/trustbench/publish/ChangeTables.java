package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.change.ScoreChange;
import org.trustbench.change.ScoreChange.Statistics;
import org.trustbench.stats.ChangeShrinkage.Posterior;
import org.trustbench.stats.Normal;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Changes from one inspection to the next, as published. */
final class ChangeTables {
  private ChangeTables() {}

  private static final List<Column<ScoreChange>> FIGURES =
      List.of(
          text(
              "earlier_measure_id",
              "the measure then: another question where the form has one that is declared the same",
              c -> c.earlier().measure().id()),
          text(
              "compared_with",
              "previous: the {institution's} inspection before it; first: of a latest inspection,"
                  + " the {institution's} first, where others lie between them; predecessor: the"
                  + " last of {an institution} whose work it took over",
              c -> c.comparedWith().label()),
          text(
              "earlier_trust_id",
              "code of the {institution} then: the predecessor's where it is compared with one",
              c -> c.earlier().inspection().trust().code()),
          text(
              "took_over",
              "codes, separated by spaces, of the {institutions} whose work it took over between"
                  + " the two: a change may be of whom it took over",
              c -> String.join(" ", c.tookOver())),
          bool(
              "is_latest",
              "whether the inspection is the {institution's} latest, which findings and reports"
                  + " tell of",
              ScoreChange::isLatest),
          percent("earlier_score_percent", "the earlier score", c -> c.earlier().score()),
          percent(
              "earlier_lower95_percent",
              "lower end of its 95 % interval",
              c -> low(c.earlier().interval95())),
          percent(
              "earlier_upper95_percent",
              "upper end of its 95 % interval",
              c -> high(c.earlier().interval95())),
          text(
              "earlier_score_status",
              "shown, or why there is no score, as in scores",
              c -> c.earlier().availability().label()),
          integer(
              "earlier_cases_assessed",
              "{cases}",
              "{cases} with at least one assessed judgement, at the earlier inspection",
              orEmpty(c -> c.earlier().base().casesAssessed())),
          integer(
              "earlier_assessed",
              "judgements",
              "the base of the earlier score",
              orEmpty(c -> c.earlier().base().assessed())),
          percent("score_percent", "the score at this inspection", c -> c.later().score()),
          percent(
              "lower95_percent",
              "lower end of its 95 % interval",
              c -> low(c.later().interval95())),
          percent(
              "upper95_percent",
              "upper end of its 95 % interval",
              c -> high(c.later().interval95())),
          text(
              "score_status",
              "shown, or why there is no score, as in scores",
              c -> c.later().availability().label()),
          integer(
              "cases_assessed",
              "{cases}",
              "{cases} with at least one assessed judgement",
              orEmpty(c -> c.later().base().casesAssessed())),
          integer(
              "assessed",
              "judgements",
              "the base of the score",
              orEmpty(c -> c.later().base().assessed())),
          percent("change_points", "score less the earlier score", ScoreChange::difference),
          percent(
              "change_lower95_points",
              "lower end of the 95 % interval of the change",
              c -> low(c.difference95())),
          percent(
              "change_upper95_points",
              "upper end of the 95 % interval of the change",
              c -> high(c.difference95())),
          percent(
              "change_lower998_points",
              "lower end of the 99.8 % interval of the change",
              c -> low(c.difference998())),
          percent(
              "change_upper998_points",
              "upper end of the 99.8 % interval of the change",
              c -> high(c.difference998())),
          text("interval_rule", "how the intervals of the change are made", c -> "newcombe-10"),
          text(
              "change_verdict95",
              "improved, declined, no clear change or not compared, at 95 %",
              c -> c.verdict95().label()),
          text("change_verdict998", "the same at 99.8 %", c -> c.verdict998().label()),
          text(
              "change_status",
              "compared, or why the two are not compared",
              c -> c.reason().map(ScoreChange.Reason::label).orElse("compared")),
          significant(
              "p_value",
              "",
              "two-sided, that there was no change",
              c -> c.statistic(Statistics::pValue)),
          significant(
              "adjusted_p_value",
              "",
              "Benjamini-Hochberg over all {institutions'} changes of the measure, those to a"
                  + " latest inspection apart from older ones, and those since a first apart",
              c -> c.statistic(Statistics::adjustedPValue)),
          significant(
              "own_adjusted_p_value",
              "",
              "Benjamini-Hochberg over the {institution's} own changes of measures of the kind,"
                  + " overall and themes being one",
              c -> c.statistic(Statistics::ownAdjustedPValue)),
          bool(
              "is_discovery",
              "whether the adjusted p-value is at most .05",
              c -> isAtMost(c.statistic(Statistics::adjustedPValue), Normal.ALPHA95)),
          bool(
              "is_discovery998",
              "whether the adjusted p-value is at most .002",
              c -> isAtMost(c.statistic(Statistics::adjustedPValue), Normal.ALPHA998)),
          percent(
              "shrunken_earlier_percent",
              "the earlier score, drawn towards what {institutions} scored then",
              c -> c.shrunken(Posterior::earlier)),
          percent(
              "shrunken_percent",
              "the score, drawn towards what {institutions} scored this time",
              c -> c.shrunken(Posterior::later)),
          percent(
              "shrunken_change_points",
              "the change with regression to the mean allowed for",
              c -> c.shrunken(Posterior::change)),
          text(
              "shrinkage",
              "bivariate moments, or none where too few {institutions} were inspected twice",
              c -> c.statistic(one -> one.shrunken().isPresent() ? "bivariate moments" : "none")));

  private static final List<String> KEY =
      List.of("inspection_id", "earlier_inspection_id", "measure_id");

  static final Table<ScoreChange> CHANGES =
      new Table<>(
          "change",
          "One row per inspection, earlier inspection and measure.",
          KEY,
          ScoreTables.joined(
              List.of(
                  text("inspection_id", "the inspection", c -> c.inspection().inspectionId()),
                  text(
                      "earlier_inspection_id",
                      "the {institution's} earlier inspection",
                      c -> c.earlier().inspection().inspectionId()),
                  text("trust_id", "code of the {institution}", c -> c.inspection().trust().code()),
                  text(
                      "trust_name",
                      "legal name of the {institution}",
                      c -> c.inspection().trust().name()),
                  text("measure_id", "the measure", c -> c.measure().id()),
                  text("measure_kind", "the kind of measure", c -> c.measure().kind()),
                  text("measure_label", "the measure in words", c -> c.measure().label())),
              FIGURES));

  static final Table<ScoreChange> FACT_CHANGE =
      new Table<>(
          "fact_change",
          "One row per inspection, earlier inspection and measure.",
          KEY,
          ScoreTables.joined(
              List.of(
                  text("inspection_id", "the inspection", c -> c.inspection().inspectionId()),
                  text(
                      "earlier_inspection_id",
                      "the {institution's} earlier inspection",
                      c -> c.earlier().inspection().inspectionId()),
                  text("trust_id", "code of the {institution}", c -> c.inspection().trust().code()),
                  text("measure_id", "the measure", c -> c.measure().id())),
              FIGURES));

  private static Boolean isAtMost(Double pValue, double level) {
    return pValue == null ? null : pValue <= level;
  }
}
