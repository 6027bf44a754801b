package org.trustbench.publish;

import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.function.Function;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Spread;
import org.trustbench.table.Column;

/**
 * The columns of a comparator, which every table that names one has: name, unit and value are
 * declared here, the sentence where the column stands.
 *
 * @param <R> the row of the table
 */
record ComparatorColumns<R>(Function<R, ComparatorGroup> group) {

  Column<R> id(String description) {
    return text("comparator_id", description, of(ComparatorGroup::comparatorId));
  }

  Column<R> key(String description) {
    return text("comparator_key", description, of(ComparatorGroup::key));
  }

  Column<R> group(String description) {
    return text("comparator_group", description, of(ComparatorGroup::group));
  }

  Column<R> label(String description) {
    return text("comparator_label", description, of(ComparatorGroup::label));
  }

  private <T> Function<R, T> of(Function<ComparatorGroup, T> value) {
    return row -> {
      ComparatorGroup found = group.apply(row);
      return found == null ? null : value.apply(found);
    };
  }

  /**
   * The columns of a comparator's figures on one measure.
   *
   * @param <R> the row of the table
   */
  record OfFigures<R>(Function<R, ComparatorScore> score) {

    Integer trusts(R row) {
      return spread(row, Spread::trusts) == null ? 0 : spread(row, Spread::trusts);
    }

    Column<R> lowest(String description) {
      return percent("lowest_percent", description, row -> spread(row, Spread::lowest));
    }

    Column<R> median(String description) {
      return percent("median_percent", description, row -> spread(row, Spread::median));
    }

    Column<R> highest(String description) {
      return percent("highest_percent", description, row -> spread(row, Spread::highest));
    }

    Column<R> phiRaw(String description) {
      return decimal("phi_raw", "ratio", description, of(OverDispersion::phiRaw));
    }

    Column<R> phiWinsorised(String description) {
      return decimal("phi_winsorised", "ratio", description, of(OverDispersion::phiWinsorised));
    }

    Column<R> tauSquared(String description) {
      return significant("tau_squared", "", description, of(OverDispersion::tauSquaredWinsorised));
    }

    Column<R> tauSquaredRaw(String description) {
      return significant("tau_squared_raw", "", description, of(OverDispersion::tauSquaredRaw));
    }

    private <T> T spread(R row, Function<Spread, T> value) {
      return score.apply(row).figure(figures -> value.apply(figures.spread()));
    }

    private Function<R, Double> of(Function<OverDispersion, Double> value) {
      return row -> {
        OverDispersion found = score.apply(row).overDispersion();
        return found == null ? null : value.apply(found);
      };
    }
  }
}
