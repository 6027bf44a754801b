package org.trustbench.framework;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.terms.Term;

/**
 * A level of groups that institutions belong to, such as councils. Every institution is in one
 * group of a level at most, and every group in one group of the level above at most.
 *
 * @param by the dimension, a column of {@code trusts.csv}, that names each institution's group
 * @param group what a group of the level is called
 */
public record Level(String by, Term group) implements Serializable {
  /** The comparator of all groups of a level. */
  public static final String ALL = "all";

  /** The groups that institutions name, sorted, each with the groups above that it lies in. */
  List<Trust> groups(List<Trust> institutions, List<Level> above) {
    Map<String, Trust> groups = new TreeMap<>();
    for (Trust institution : institutions) {
      String group = institution.dimensions().get(by);
      if (group != null) {
        groups.computeIfAbsent(group, name -> group(name, institution, above));
      }
    }
    return List.copyOf(groups.values());
  }

  private static Trust group(String name, Trust member, List<Level> above) {
    Map<String, String> parents = new LinkedHashMap<>();
    for (Level level : above) {
      String parent = member.dimensions().get(level.by());
      if (parent != null) {
        parents.put(level.by(), parent);
      }
    }
    return new Trust(name, name, List.of(), parents);
  }
}
