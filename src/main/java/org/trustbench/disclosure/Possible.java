package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.trustbench.disclosure.Linkage.Cap;
import org.trustbench.disclosure.Linkage.Row;

/**
 * The counts that some pieces may have together, given sums that they are part of: by linear
 * programming, as statistical offices audit tables (Fischetti and Salazar 2001, Management Science
 * 47, 1008-1027).
 *
 * @param values how many whole numbers their assessed judgements may be, their sufficient and their
 *     insufficient ones, whichever is fewest
 * @param assessed how many whole numbers their assessed judgements may be
 * @param most the most judgements that may have been assessed
 */
record Possible(long values, long assessed, long most) {
  private static final double WHOLE = 1e-6;
  private static final int MOST_STEPS = 100_000;

  /** Where the solver cannot decide, what is asked counts as found, and more is withheld. */
  private static final Possible UNDECIDED = new Possible(0, 0, 1);

  private static final Possible ANYTHING =
      new Possible(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  /**
   * Works it out.
   *
   * @param parts unknown pieces, at least one
   * @param sums of unknown pieces
   * @param nonZero sets of pieces known to have been assessed at least once, as a cell that is
   *     withheld is
   * @param caps the most that some pieces may come to together
   */
  static Possible of(BitSet parts, List<Row> sums, List<BitSet> nonZero, List<Cap> caps) {
    BitSet all = new BitSet();
    sums.forEach(row -> all.or(row.parts()));
    BitSet free = (BitSet) parts.clone();
    free.andNot(all);
    if (!free.isEmpty()) {
      return ANYTHING;
    }
    int[] variables = all.stream().toArray();
    LinearConstraintSet constraints = constraints(variables, all, sums, nonZero, caps);
    double[] y = coefficients(variables, parts, true, false);
    double[] x = coefficients(variables, parts, false, true);
    double[] n = coefficients(variables, parts, true, true);
    try {
      long most = Math.round(Math.floor(extreme(n, constraints, GoalType.MAXIMIZE) + WHOLE));
      long assessed = values(n, constraints);
      long values = Math.min(assessed, Math.min(values(y, constraints), values(x, constraints)));
      return new Possible(values, assessed, most);
    } catch (UnboundedSolutionException e) {
      return ANYTHING;
    } catch (NoFeasibleSolutionException | TooManyIterationsException e) {
      // Counts of one inspection never contradict each other: that is rounding in the solver.
      return UNDECIDED;
    }
  }

  private static LinearConstraintSet constraints(
      int[] variables, BitSet all, List<Row> sums, List<BitSet> nonZero, List<Cap> caps) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (Row row : sums) {
      constraints.add(
          new LinearConstraint(
              coefficients(variables, row.parts(), true, false),
              Relationship.EQ,
              row.sufficient()));
      constraints.add(
          new LinearConstraint(
              coefficients(variables, row.parts(), false, true),
              Relationship.EQ,
              row.insufficient()));
    }
    for (BitSet some : nonZero) {
      if (some.intersects(all)) {
        constraints.add(
            new LinearConstraint(coefficients(variables, some, true, true), Relationship.GEQ, 1));
      }
    }
    for (Cap cap : caps) {
      if (cap.parts().intersects(all)) {
        constraints.add(
            new LinearConstraint(
                coefficients(variables, cap.parts(), true, true), Relationship.LEQ, cap.most()));
      }
    }
    return new LinearConstraintSet(constraints);
  }

  /** The sufficient judgements of all pieces stand before the insufficient ones. */
  private static double[] coefficients(
      int[] variables, BitSet parts, boolean isSufficient, boolean isInsufficient) {
    double[] coefficients = new double[2 * variables.length];
    for (int i = 0; i < variables.length; i++) {
      if (parts.get(variables[i])) {
        coefficients[i] = isSufficient ? 1 : 0;
        coefficients[variables.length + i] = isInsufficient ? 1 : 0;
      }
    }
    return coefficients;
  }

  private static long values(double[] objective, LinearConstraintSet constraints) {
    double least = extreme(objective, constraints, GoalType.MINIMIZE);
    double most = extreme(objective, constraints, GoalType.MAXIMIZE);
    return Math.round(Math.floor(most + WHOLE) - Math.ceil(least - WHOLE)) + 1;
  }

  private static double extreme(
      double[] objective, LinearConstraintSet constraints, GoalType goal) {
    return new SimplexSolver()
        .optimize(
            new MaxIter(MOST_STEPS),
            new LinearObjectiveFunction(objective, 0),
            constraints,
            goal,
            new NonNegativeConstraint(true))
        .getValue();
  }
}
