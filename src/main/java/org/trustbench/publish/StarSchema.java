package org.trustbench.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.table.Table;

/**
 * The dimensions that the facts of a release refer to: as Parquet under the names of a star schema,
 * as CSV under plain ones.
 */
final class StarSchema {
  /**
   * The version of the tables of a release. It steps when a table or column goes, or gets another
   * name, type or key, so that what was made for the tables before has to be looked at; a new table
   * or column is no step.
   */
  static final int SCHEMA_VERSION = 1;

  private final Table<Trust> dimTrust;
  private final Table<Measure> dimMeasure;
  private final Table<InspectionTallies> dimInspection;
  private final List<Table<?>> ofGroups;

  /**
   * The dimensions of a release.
   *
   * @param ofGroups that of groups, where a framework has levels
   */
  StarSchema(Results results, Optional<GroupTables> ofGroups) {
    this.dimTrust = DimensionTables.trusts(results);
    this.dimMeasure = DimensionTables.measures(results.framework());
    this.dimInspection = DimensionTables.inspections(results.framework());
    this.ofGroups = ofGroups.<List<Table<?>>>map(one -> List.of(one.dimGroup())).orElse(List.of());
  }

  Table<Trust> dimTrust() {
    return dimTrust;
  }

  Table<Measure> dimMeasure() {
    return dimMeasure;
  }

  Table<InspectionTallies> dimInspection() {
    return dimInspection;
  }

  /** Every inspection that has scores, also one that another of the same trust took over. */
  static List<InspectionTallies> inspected(Results results) {
    Map<String, InspectionTallies> inspections = new TreeMap<>();
    for (InspectionScore score : results.scores()) {
      inspections.put(score.inspection().inspectionId(), score.inspection());
    }
    return List.copyOf(inspections.values());
  }

  Table<ComparatorGroup> dimComparator() {
    return DimensionTables.COMPARATORS;
  }

  /** As Parquet. */
  List<Table<?>> dimensions() {
    return Stream.concat(
            Stream.of(dimTrust(), dimMeasure(), dimInspection(), dimComparator()),
            ofGroups.stream())
        .toList();
  }

  Table<Trust> trusts() {
    return dimTrust().named("trusts");
  }

  Table<Measure> measures() {
    return dimMeasure().named("measures");
  }

  Table<InspectionTallies> inspections() {
    return dimInspection().named("inspections");
  }

  Table<ComparatorGroup> comparatorGroups() {
    return dimComparator().named("comparator_groups");
  }

  /** As CSV. */
  List<Table<?>> csvDimensions() {
    return Stream.concat(
            Stream.of(trusts(), measures(), inspections(), comparatorGroups()),
            ofGroups.stream().map(table -> table.named(GroupTables.GROUPS)))
        .toList();
  }
}
