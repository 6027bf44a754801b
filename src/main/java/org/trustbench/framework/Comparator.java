package org.trustbench.framework;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whom a trust is compared with.
 *
 * @param id what {@code --comparator} takes
 * @param label what tables call it
 * @param by the dimensions that group trusts, which are alike in all of them; empty when every
 *     inspected trust is a member
 */
public record Comparator(String id, String label, List<String> by) implements Serializable {
  /** Between the values of a group of several dimensions. */
  private static final String AND = ", ";

  /**
   * The group of a trust; empty when every trust is a member, null where it lacks a dimension.
   *
   * @param value the trust's value in a dimension; null where it has none
   */
  public String group(UnaryOperator<String> value) {
    List<String> values = new ArrayList<>();
    for (String dimension : by) {
      String one = value.apply(dimension);
      if (one == null) {
        return null;
      }
      values.add(one);
    }
    return String.join(AND, values);
  }
}
