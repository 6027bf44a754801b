package org.trustbench.stats;

import java.util.Arrays;

/**
 * The Laplace approximation to the likelihood of a logistic model with normal random effects of
 * inspectors, trusts and cases, cases lying within trusts and inspectors across both: of n
 * judgements of a case by an inspector y are sufficient, logit p = β + s_i·u_i + s_t·u_t + s_c·u_c
 * (Bates, Mächler, Bolker and Walker 2015, Journal of Statistical Software 67(1); Breslow and
 * Clayton 1993, JASA 88:9-25). The effects u are found by Newton's method, warm from the last call.
 *
 * <p>A case touches one trust and few inspectors, and a trust few inspectors: cases and trusts are
 * eliminated one by one, and what is left is a matrix of inspectors alone. Cost grows with rows,
 * and with the cube of inspectors.
 */
final class CrossedEffects {
  private static final int STEPS = 100;
  private static final double SETTLED = 1e-10;

  private final SeverityData data;
  private final double[] ofInspector;
  private final double[] ofTrust;
  private final double[] ofCase;
  private final double[] eta;
  private final double[] weight;
  private final double[] residual;
  private final double[][] matrix;
  private double logDeterminant;

  CrossedEffects(SeverityData data) {
    this.data = data;
    ofInspector = new double[data.inspectors()];
    ofTrust = new double[data.trusts()];
    ofCase = new double[data.cases()];
    eta = new double[data.rows()];
    weight = new double[data.rows()];
    residual = new double[data.rows()];
    matrix = new double[data.inspectors()][data.inspectors()];
  }

  /** Standard deviations on the logit scale, and the logit in the middle. */
  record Parameters(double intercept, double inspector, double trust, double ofCase) {}

  /**
   * Minus twice the logarithm of the likelihood, without the binomial coefficients, which are the
   * same for all parameters.
   */
  double deviance(Parameters at) {
    double before = penalised(at, ofInspector, ofTrust, ofCase);
    for (int i = 0; i < STEPS; i++) {
      Effects step = step(at);
      double share = 1;
      Effects there = moved(step, share);
      double after = penalised(at, there.inspectors, there.trusts, there.cases);
      while (!(after <= before + 1e-9) && share > 1e-6) {
        share /= 2;
        there = moved(step, share);
        after = penalised(at, there.inspectors, there.trusts, there.cases);
      }
      System.arraycopy(there.inspectors, 0, ofInspector, 0, ofInspector.length);
      System.arraycopy(there.trusts, 0, ofTrust, 0, ofTrust.length);
      System.arraycopy(there.cases, 0, ofCase, 0, ofCase.length);
      before = after;
      if (share * step.largest() < SETTLED) {
        break;
      }
    }
    step(at);
    return 2 * before + logDeterminant;
  }

  /** The effects of inspectors at the parameters of the last call, on the logit scale. */
  double[] inspectors(Parameters at) {
    return Arrays.stream(ofInspector).map(u -> u * at.inspector()).toArray();
  }

  /**
   * How the effects of inspectors may err together, given the parameters of the last call: the
   * block of inspectors of the inverse of the penalised likelihood's second derivatives, as lme4's
   * conditional variances.
   */
  double[][] covariance(Parameters at) {
    double[][] covariance = Cholesky.inverse(matrix);
    for (double[] row : covariance) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= at.inspector() * at.inspector();
      }
    }
    return covariance;
  }

  /**
   * What would be added to the sufficient judgements of each trust if all of them had been made by
   * an inspector in the middle, as the last call has it.
   */
  SeverityShifts shifts(Parameters at) {
    double[] added = new double[data.trusts()];
    double[][] slopes = new double[data.trusts()][];
    int[][] inspectors = new int[data.trusts()][];
    for (int t = 0; t < added.length; t++) {
      inspectors[t] = data.inspectorsOf(t);
      slopes[t] = new double[inspectors[t].length];
      for (int r = data.firstRow(data.firstCase(t));
          r < data.firstRow(data.firstCase(t + 1));
          r++) {
        double severity = at.inspector() * ofInspector[data.inspector(r)];
        added[t] += data.assessed(r) * (expit(eta[r] - severity) - expit(eta[r]));
        slopes[t][data.place(r)] -= weight[r];
      }
    }
    return new SeverityShifts(added, inspectors, slopes, covariance(at));
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private record Effects(double[] inspectors, double[] trusts, double[] cases) {
    double largest() {
      double largest = 0;
      for (double[] some : new double[][] {inspectors, trusts, cases}) {
        for (double one : some) {
          largest = Math.max(largest, Math.abs(one));
        }
      }
      return largest;
    }
  }

  private Effects moved(Effects step, double share) {
    return new Effects(
        moved(ofInspector, step.inspectors, share),
        moved(ofTrust, step.trusts, share),
        moved(ofCase, step.cases, share));
  }

  private static double[] moved(double[] from, double[] step, double share) {
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + share * step[i];
    }
    return to;
  }

  /** Σ[n·ln(1 + e^η) − y·η] + |u|²/2; leaves weights n·μ(1 − μ) and residuals y − n·μ behind. */
  private double penalised(Parameters at, double[] inspectors, double[] trusts, double[] cases) {
    double sum = (squares(inspectors) + squares(trusts) + squares(cases)) / 2;
    for (int r = 0; r < eta.length; r++) {
      int ofRow = data.caseOf(r);
      double x =
          at.intercept()
              + at.inspector() * inspectors[data.inspector(r)]
              + at.trust() * trusts[data.trustOf(ofRow)]
              + at.ofCase() * cases[ofRow];
      double e = Math.exp(-Math.abs(x));
      double p = x >= 0 ? 1 / (1 + e) : e / (1 + e);
      eta[r] = x;
      weight[r] = data.assessed(r) * p * (1 - p);
      residual[r] = data.sufficient(r) - data.assessed(r) * p;
      sum += data.assessed(r) * (Math.max(x, 0) + Math.log1p(e)) - data.sufficient(r) * x;
    }
    return sum;
  }

  private static double squares(double[] u) {
    double sum = 0;
    for (double one : u) {
      sum += one * one;
    }
    return sum;
  }

  /** Newton's step from where {@link #penalised} was called last, and the log determinant there. */
  private Effects step(Parameters at) {
    int inspectors = ofInspector.length;
    double[] right = new double[inspectors];
    for (int i = 0; i < inspectors; i++) {
      Arrays.fill(matrix[i], 0);
      matrix[i][i] = 1;
      right[i] = -ofInspector[i];
    }
    double[] caseRight = new double[ofCase.length];
    double[] casePivot = new double[ofCase.length];
    double[] caseTrust = new double[ofCase.length];
    double[] trustRight = new double[ofTrust.length];
    double[] trustPivot = new double[ofTrust.length];
    double[][] trustInspector = new double[ofTrust.length][];
    logDeterminant = 0;
    for (int t = 0; t < ofTrust.length; t++) {
      int[] local = data.inspectorsOf(t);
      double[] coupling = new double[local.length];
      trustPivot[t] = 1;
      trustRight[t] = -ofTrust[t];
      for (int c = data.firstCase(t); c < data.firstCase(t + 1); c++) {
        addCase(at, c, t, coupling, right, trustPivot, trustRight, caseRight, casePivot, caseTrust);
      }
      logDeterminant += Math.log(trustPivot[t]);
      for (int a = 0; a < local.length; a++) {
        right[local[a]] -= coupling[a] * trustRight[t] / trustPivot[t];
        for (int b = 0; b < local.length; b++) {
          matrix[local[a]][local[b]] -= coupling[a] * coupling[b] / trustPivot[t];
        }
      }
      trustInspector[t] = coupling;
    }
    logDeterminant += Cholesky.solve(matrix, right);
    return new Effects(
        right,
        trusts(right, trustInspector, trustPivot, trustRight),
        cases(at, right, trustInspector, trustPivot, trustRight, caseRight, casePivot, caseTrust));
  }

  private void addCase(
      Parameters at,
      int c,
      int t,
      double[] coupling,
      double[] right,
      double[] trustPivot,
      double[] trustRight,
      double[] caseRight,
      double[] casePivot,
      double[] caseTrust) {
    double weights = 0;
    double residuals = 0;
    for (int r = data.firstRow(c); r < data.firstRow(c + 1); r++) {
      weights += weight[r];
      residuals += residual[r];
    }
    double pivot = 1 + at.ofCase() * at.ofCase() * weights;
    double own = at.ofCase() * residuals - ofCase[c];
    double trust = at.ofCase() * at.trust() * weights;
    caseRight[c] = own;
    casePivot[c] = pivot;
    caseTrust[c] = trust;
    logDeterminant += Math.log(pivot);
    trustPivot[t] += at.trust() * at.trust() * weights - trust * trust / pivot;
    trustRight[t] += at.trust() * residuals - trust * own / pivot;
    for (int r = data.firstRow(c); r < data.firstRow(c + 1); r++) {
      int i = data.inspector(r);
      double inspector = at.ofCase() * at.inspector() * weight[r];
      matrix[i][i] += at.inspector() * at.inspector() * weight[r];
      right[i] += at.inspector() * residual[r] - inspector * own / pivot;
      coupling[data.place(r)] +=
          at.trust() * at.inspector() * weight[r] - inspector * trust / pivot;
      for (int o = data.firstRow(c); o < data.firstRow(c + 1); o++) {
        matrix[i][data.inspector(o)] -=
            inspector * at.ofCase() * at.inspector() * weight[o] / pivot;
      }
    }
  }

  private double[] trusts(
      double[] inspectors, double[][] trustInspector, double[] trustPivot, double[] trustRight) {
    double[] step = new double[ofTrust.length];
    for (int t = 0; t < step.length; t++) {
      double rest = trustRight[t];
      int[] local = data.inspectorsOf(t);
      for (int a = 0; a < local.length; a++) {
        rest -= trustInspector[t][a] * inspectors[local[a]];
      }
      step[t] = rest / trustPivot[t];
    }
    return step;
  }

  private double[] cases(
      Parameters at,
      double[] inspectors,
      double[][] trustInspector,
      double[] trustPivot,
      double[] trustRight,
      double[] caseRight,
      double[] casePivot,
      double[] caseTrust) {
    double[] trusts = trusts(inspectors, trustInspector, trustPivot, trustRight);
    double[] step = new double[ofCase.length];
    for (int c = 0; c < step.length; c++) {
      double rest = caseRight[c] - caseTrust[c] * trusts[data.trustOf(c)];
      for (int r = data.firstRow(c); r < data.firstRow(c + 1); r++) {
        rest -= at.ofCase() * at.inspector() * weight[r] * inspectors[data.inspector(r)];
      }
      step[c] = rest / casePivot[c];
    }
    return step;
  }
}
