package org.trustbench.framework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a trust by its code, its name or a known alias. Spelling is compared without regard to
 * case, spaces, and "&amp;" for "and"; beyond that a name is known or it is not: there is no
 * guessing.
 */
public final class TrustRegister {
  private final Map<String, Trust> byName = new HashMap<>();

  public TrustRegister(List<Trust> trusts) {
    for (Trust trust : trusts) {
      byName.put(normalised(trust.code()), trust);
      byName.put(normalised(trust.name()), trust);
      trust.aliases().forEach(alias -> byName.put(normalised(alias), trust));
    }
  }

  public Optional<Trust> find(String name) {
    return Optional.ofNullable(byName.get(normalised(name)));
  }

  static String normalised(String name) {
    return Spelling.folded(name).replace("&", "and").replace(" ", "");
  }
}
