package org.trustbench.synth;

import java.util.List;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;

/** A condition on numbered attribute values, made once for a programme and asked for every case. */
interface CaseCondition {

  boolean holds(byte[] values, int offset);

  /**
   * @param valuesOf the values of each attribute, by its place in the framework
   */
  static CaseCondition of(Condition condition, Framework framework, List<List<String>> valuesOf) {
    if (condition instanceof Condition.All all) {
      List<CaseCondition> parts =
          all.parts().stream().map(part -> of(part, framework, valuesOf)).toList();
      return (values, offset) -> parts.stream().allMatch(part -> part.holds(values, offset));
    }
    if (condition instanceof Condition.Any any) {
      List<CaseCondition> parts =
          any.parts().stream().map(part -> of(part, framework, valuesOf)).toList();
      return (values, offset) -> parts.stream().anyMatch(part -> part.holds(values, offset));
    }
    if (condition instanceof Condition.AttributeIn leaf) {
      int column = 0;
      while (!framework.attributes().get(column).id().equals(leaf.attribute())) {
        column++;
      }
      List<String> known = valuesOf.get(column);
      boolean[] allowed = new boolean[known.size()];
      for (int v = 0; v < allowed.length; v++) {
        allowed[v] = leaf.values().contains(known.get(v));
      }
      int at = column;
      return (values, offset) -> {
        byte value = values[offset + at];
        return value != AttributeModel.BLANK && allowed[value];
      };
    }
    return (values, offset) -> true;
  }
}
