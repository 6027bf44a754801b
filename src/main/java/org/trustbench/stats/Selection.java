package org.trustbench.stats;

/** The n-th smallest of many numbers without sorting them (Hoare 1961). */
final class Selection {
  private Selection() {}

  /** The value that would be at index {@code n} if the array were sorted; reorders the array. */
  static float nth(float[] values, int n) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      float pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (n <= j) {
        high = j;
      } else if (n >= i) {
        low = i;
      } else {
        return values[n];
      }
    }
    return values[n];
  }
}
