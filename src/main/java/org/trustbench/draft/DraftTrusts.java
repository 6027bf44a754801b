package org.trustbench.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.OpenDecisions;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.TypoIndex;

/** The institutions of a drafted framework: a row for each name that the file holds. */
final class DraftTrusts {
  private static final String CODE = "[A-Z0-9][A-Z0-9._-]{0,19}";

  private final ColumnValues names;
  private final UniqueIds codes = new UniqueIds("-", "t-");
  private final Map<String, String> nameByRest = new HashMap<>();

  DraftTrusts(ColumnValues names) {
    this.names = names;
  }

  /** One institution: its name as most often written, and how else. */
  record Institution(String code, String nameCell, String name, List<String> aliases) {}

  /**
   * The institutions in the order of their names. Of two names that differ in a letter the rarer
   * one waits to be decided.
   */
  List<Institution> all() {
    Map<String, List<String>> spellings = new LinkedHashMap<>();
    names.values().stream()
        .sorted(Comparator.comparing(names::count).reversed())
        .forEach(
            name ->
                spellings.computeIfAbsent(Spelling.key(name), key -> new ArrayList<>()).add(name));
    List<Institution> all = new ArrayList<>();
    spellings.values().forEach(written -> all.add(institution(written)));
    all.sort(Comparator.comparing(Institution::name));
    return all;
  }

  private Institution institution(List<String> written) {
    String name = written.get(0);
    boolean isCode = name.matches(CODE) && codes.take(name);
    return new Institution(
        isCode ? name : codes.of(name),
        !isNear(name) ? name : OpenDecisions.guess(name),
        name,
        written.subList(1, written.size()).stream()
            .filter(alias -> !Spelling.folded(alias).equals(Spelling.folded(name)))
            .map(alias -> alias.replace("|", " "))
            .toList());
  }

  /** Whether this may be a slip of a name that stands more often. */
  private boolean isNear(String name) {
    String folded = Spelling.folded(name);
    boolean isNear = false;
    for (int left = 0; left <= folded.length(); left++) {
      String rest =
          left == folded.length() ? folded : folded.substring(0, left) + folded.substring(left + 1);
      String other = nameByRest.putIfAbsent(rest, name);
      isNear |=
          other != null && !other.equals(name) && TypoIndex.isSlip(Spelling.folded(other), folded);
    }
    return isNear;
  }
}
