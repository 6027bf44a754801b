package org.trustbench.framework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a trust by its code, its name or a known alias. Spelling is compared without regard to
 * case, spaces, and "&amp;" for "and"; beyond that a name is known or it is not: there is no
 * guessing. What programs write where a value is missing names a trust only as it is written in the
 * register.
 */
public final class TrustRegister {
  private final Map<String, Trust> byName = new HashMap<>();

  /** Names that are as programs write a missing value. */
  private final Set<String> marks = new HashSet<>();

  public TrustRegister(List<Trust> trusts) {
    for (Trust trust : trusts) {
      add(trust.code(), trust);
      add(trust.name(), trust);
      trust.aliases().forEach(alias -> add(alias, trust));
    }
  }

  private void add(String name, Trust trust) {
    byName.put(normalised(name), trust);
    if (MissingMarks.isOfPrograms(name)) {
      marks.add(Spelling.folded(name));
    }
  }

  public Optional<Trust> find(String name) {
    boolean isDoubtful = MissingMarks.isOfPrograms(name) && !marks.contains(Spelling.folded(name));
    return Optional.ofNullable(isDoubtful ? null : byName.get(normalised(name)));
  }

  static String normalised(String name) {
    return Spelling.folded(name).replace("&", "and").replace(" ", "");
  }
}
