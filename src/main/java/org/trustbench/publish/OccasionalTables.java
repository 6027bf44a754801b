package org.trustbench.publish;

import java.util.List;
import java.util.stream.Stream;
import org.trustbench.framework.Trust;
import org.trustbench.table.Table;
import org.trustbench.terms.Terms;

/**
 * Tables of the star schema that a release has only where it has rows for them, so that what other
 * programmes publish stays as it was. A database has them all, some of them empty: what is made on
 * it need not ask.
 */
public final class OccasionalTables {
  private static final Table<Trust> TRUSTS =
      new Table<>("dim_trust", "One row per {institution}.", List.of("trust_id"), List.of());

  private OccasionalTables() {}

  /**
   * All of them, in the words of a programme, each with the tables that it refers to and behind
   * them.
   */
  public static List<Table<?>> in(Terms terms) {
    GroupTables ofGroups = GroupTables.withoutRows(terms);
    Table<?> groups = ofGroups.dimGroup();
    List<Table<?>> dimensions =
        List.of(
            TRUSTS,
            DimensionTables.MEASURES,
            DimensionTables.INSPECTIONS,
            DimensionTables.COMPARATORS,
            groups);
    return Stream.<Table<?>>of(
            groups,
            ChangeTables.FACT_CHANGE,
            RatingTables.FACT_RATING,
            WeightedTable.FACT_WEIGHTED_SCORE,
            PeerTables.DIM_PEER,
            PeerTables.FACT_PEER_COMPARISON,
            TargetTables.FACT_TARGET,
            GradeTables.FACT_GRADE,
            GradeTables.FACT_MEAN_GRADE,
            AgreementTables.FACT_AGREEMENT,
            SeverityTables.FACT_SEVERITY,
            SeverityTables.FACT_SEVERITY_VERDICT,
            ofGroups.factScore(),
            ofGroups.factComparison(),
            ofGroups.factFinding(),
            GroupChangeTable.FACT_GROUP_CHANGE)
        .<Table<?>>map(table -> table.in(terms).referringTo(dimensions))
        .toList();
  }
}
