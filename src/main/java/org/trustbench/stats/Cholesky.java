package org.trustbench.stats;

/** Solves equations with a symmetric, positive definite matrix (Golub and Van Loan 2013, §4.2). */
final class Cholesky {
  private Cholesky() {}

  /**
   * Puts the solution of matrix·x = right into {@code right}; the matrix is overwritten.
   *
   * @return the logarithm of the matrix's determinant
   */
  static double solve(double[][] matrix, double[] right) {
    int d = right.length;
    double logDeterminant = 0;
    for (int i = 0; i < d; i++) {
      double[] row = matrix[i];
      for (int j = 0; j <= i; j++) {
        double[] other = matrix[j];
        double sum = row[j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        row[j] = i == j ? Math.sqrt(sum) : sum / other[j];
      }
      logDeterminant += 2 * Math.log(row[i]);
      for (int k = 0; k < i; k++) {
        right[i] -= row[k] * right[k];
      }
      right[i] /= row[i];
    }
    back(matrix, right);
    return logDeterminant;
  }

  /** The inverse of a matrix that {@link #solve} was given and overwrote. */
  static double[][] inverse(double[][] solved) {
    int d = solved.length;
    double[][] inverse = new double[d][d];
    for (int column = 0; column < d; column++) {
      double[] right = inverse[column];
      right[column] = 1;
      for (int i = column; i < d; i++) {
        for (int k = column; k < i; k++) {
          right[i] -= solved[i][k] * right[k];
        }
        right[i] /= solved[i][i];
      }
      back(solved, right);
    }
    return inverse;
  }

  private static void back(double[][] solved, double[] right) {
    for (int i = right.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < right.length; k++) {
        right[i] -= solved[k][i] * right[k];
      }
      right[i] /= solved[i][i];
    }
  }
}
