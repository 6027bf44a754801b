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
    for (int i = d - 1; i >= 0; i--) {
      for (int k = i + 1; k < d; k++) {
        right[i] -= matrix[k][i] * right[k];
      }
      right[i] /= matrix[i][i];
    }
    return logDeterminant;
  }
}
