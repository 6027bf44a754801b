package org.trustbench.draft;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes ids of names, each once. */
final class UniqueIds {
  private static final int LONGEST = 40;

  private final Set<String> given = new HashSet<>();
  private final String between;
  private final String first;

  /**
   * @param between what stands between words
   * @param first what an id begins with that would begin with a digit; empty where it may
   */
  UniqueIds(String between, String first) {
    this.between = between;
    this.first = first;
  }

  /** An id for a name: lower-case letters and digits, without accents. */
  String of(String name) {
    String plain = slug(name, between);
    String start = plain.isEmpty() || !first.isEmpty() && plain.matches("[0-9].*") ? first : "";
    String id = start + plain;
    id = id.isEmpty() ? "x" : id;
    String free = id;
    for (int i = 2; !given.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = id + between + i;
    }
    return free;
  }

  /** Takes an id that is wanted as it stands; false where it is taken. */
  boolean take(String id) {
    return given.add(id.toLowerCase(Locale.ROOT));
  }

  static String slug(String name, String between) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}|['’]", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", between)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", between);
    String cut = letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
    return cut.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
  }
}
