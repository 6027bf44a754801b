package org.trustbench.publish;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.date;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Form;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.SucceededInstitution;
import org.trustbench.framework.Trust;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** The dimensions of the star schema. */
final class DimensionTables {
  private DimensionTables() {}

  private static final ComparatorColumns<ComparatorGroup> COMPARATOR =
      new ComparatorColumns<>(group -> group);

  /**
   * The trusts of a release.
   *
   * @param results whose inspections say which tranche a trust is compared in
   */
  static Table<Trust> trusts(Results results) {
    Framework framework = results.framework();
    Map<String, InspectionTallies> inspected = new HashMap<>();
    results.inspections().forEach(one -> inspected.put(one.trust().code(), one));
    List<Column<Trust>> columns =
        new ArrayList<>(
            List.of(
                text("trust_id", "code of the {institution}", Trust::code),
                text("trust_name", "legal name of the {institution}", Trust::name)));
    for (Framework.Named dimension : framework.dimensions()) {
      columns.add(
          text(
              dimension.id(),
              dimension.label()
                  + (dimension.id().equals(Framework.TRANCHE)
                      ? ", as the inspection that is compared has it, else the register"
                      : ", as the register has it"),
              trust -> group(inspected.get(trust.code()), trust, dimension.id())));
    }
    if (!framework.successions().isEmpty()) {
      Map<String, SucceededInstitution> gone = new HashMap<>();
      framework.successions().forEach(one -> gone.put(one.code(), one));
      columns.add(
          text(
              "succeeded_by",
              "codes of the {institutions} that took over its work, separated by spaces",
              trust ->
                  gone.containsKey(trust.code())
                      ? String.join(" ", gone.get(trust.code()).by())
                      : null));
      columns.add(
          date(
              "succeeded_on",
              "their first day",
              trust -> gone.containsKey(trust.code()) ? gone.get(trust.code()).on() : null));
    }
    return new Table<>("dim_trust", "One row per {institution}.", List.of("trust_id"), columns);
  }

  private static String group(InspectionTallies inspection, Trust trust, String dimension) {
    String own = inspection == null ? null : inspection.group(dimension);
    return own == null ? trust.dimensions().get(dimension) : own;
  }

  /** The measures of a release; where the form has several versions, since which they are alike. */
  static Table<Measure> measures(Framework framework) {
    if (framework.forms().isEmpty()) {
      return MEASURES;
    }
    FormComparison forms = new FormComparison(framework);
    return with(
        MEASURES,
        text(
            "followed_since_version",
            "the version of the form since which each version asks the same of the measure; empty"
                + " of a measure that the present version does not have",
            measure -> forms.followedSince(measure).map(Form::version).orElse(null)),
        date(
            "followed_since",
            "the first day of inspections made by that version",
            measure -> forms.followedSince(measure).map(Form::from).orElse(null)));
  }

  /** The inspections of a release; where the form has several versions, which each was made by. */
  static Table<InspectionTallies> inspections(Framework framework) {
    return framework.forms().isEmpty()
        ? INSPECTIONS
        : with(
            INSPECTIONS,
            text(
                "form_version",
                "the version of the form it was made by",
                InspectionTallies::formVersion));
  }

  @SafeVarargs
  private static <R> Table<R> with(Table<R> table, Column<R>... further) {
    return new Table<>(
        table.name(),
        table.grain(),
        table.key(),
        ScoreTables.joined(table.columns(), List.of(further)));
  }

  static final Table<Measure> MEASURES =
      new Table<>(
          "dim_measure",
          "One row per measure.",
          List.of("measure_id"),
          List.of(
              text("measure_id", "the measure", Measure::id),
              text("measure_kind", "the kind of measure", Measure::kind),
              text("measure_label", "the measure in words", Measure::label),
              text("evidence", "the kind of {case} it is scored on", Measure::evidence),
              integer(
                  "questions",
                  "questions",
                  "questions in it",
                  measure -> measure.questions().size()),
              text(
                  "question_ids",
                  "its questions, separated by spaces",
                  measure -> String.join(" ", measure.questions()))));

  static final Table<InspectionTallies> INSPECTIONS =
      new Table<>(
          "dim_inspection",
          "One row per inspection.",
          List.of("inspection_id"),
          List.of(
              text("inspection_id", "the inspection", InspectionTallies::inspectionId),
              text("trust_id", "code of the {institution}", i -> i.trust().code()),
              text("tranche", "the group of inspections it belongs to", InspectionTallies::tranche),
              date("start_date", "first day of the inspection", InspectionTallies::startDate),
              date("end_date", "last day of the inspection", InspectionTallies::endDate),
              date(
                  "published_date",
                  "day its report was published",
                  InspectionTallies::publishedDate),
              integer(
                  "caseload",
                  "{cases}",
                  "{cases} the {institution} held",
                  InspectionTallies::caseload),
              integer(
                  "cases_sampled",
                  "{cases}",
                  "{cases} chosen for inspection",
                  InspectionTallies::casesSampled),
              integer(
                  "cases", "{cases}", "{cases} accepted, of every kind", InspectionTallies::cases),
              bool(
                  "is_synthetic",
                  "whether its judgements are invented",
                  InspectionTallies::isSynthetic)));

  static final Table<ComparatorGroup> COMPARATORS =
      new Table<>(
          "dim_comparator",
          "One row per comparator and group.",
          List.of("comparator_key"),
          List.of(
              COMPARATOR.key("comparator and group"),
              COMPARATOR.id("the comparator"),
              COMPARATOR.group("the group within it"),
              COMPARATOR.label("both in words"),
              integer("trusts", "{institutions}", "{institutions} in it", y -> y.members().size()),
              percent(
                  "fixed_percent",
                  "the value, of a fixed value",
                  group -> group.fixed().orElse(null))));
}
