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

  /** All of them, in the words of a programme, each with the tables that it refers to. */
  public static List<Table<?>> in(Terms terms) {
    return Stream.<Table<?>>of(
            ChangeTables.FACT_CHANGE,
            RatingTables.FACT_RATING,
            TargetTables.FACT_TARGET,
            GradeTables.FACT_GRADE,
            GradeTables.FACT_MEAN_GRADE)
        .<Table<?>>map(
            table ->
                table
                    .in(terms)
                    .referringTo(
                        List.of(
                            TRUSTS,
                            DimensionTables.MEASURES,
                            DimensionTables.INSPECTIONS,
                            DimensionTables.COMPARATORS)))
        .toList();
  }
}
