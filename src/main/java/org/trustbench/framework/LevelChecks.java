package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Finds levels that are no dimensions, stand twice, or are not nested in one another. */
final class LevelChecks {
  private final Framework framework;
  private final Mistakes mistakes;

  LevelChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
  }

  void check() {
    List<Level> levels = framework.levels();
    mistakes.unique(JSON_FILE, "levels", levels, Level::by);
    List<String> dimensions = framework.dimensions().stream().map(Framework.Named::id).toList();
    mistakes.dangling(
        JSON_FILE, "levels", levels.stream().map(Level::by).toList(), dimensions, "dimensions");
    for (Level level : levels) {
      if (level.by().equals(Framework.TRANCHE)) {
        mistakes.add(
            JSON_FILE,
            "levels",
            "tranche is said by inspections, and not by the register alone",
            "give the groups of a level a column of %s of another name".formatted(TrustsCsv.FILE));
      }
    }
    for (int i = 1; i < levels.size(); i++) {
      nested(levels.get(i - 1), levels.get(i));
    }
  }

  /** The first institution of a group says where the group lies, and all others have to agree. */
  private void nested(Level level, Level above) {
    Map<String, Trust> first = new TreeMap<>();
    for (Trust trust : framework.trusts()) {
      String group = trust.dimensions().get(level.by());
      if (group == null) {
        continue;
      }
      Trust other = first.putIfAbsent(group, trust);
      if (other != null && !Objects.equals(parent(other, above), parent(trust, above))) {
        mistakes.add(
            TrustsCsv.FILE,
            TrustsCsv.place(trust.code(), mistakes),
            "%s %s is in %s here, and in %s with %s"
                .formatted(
                    level.by(),
                    group,
                    said(trust, above),
                    said(other, above),
                    TrustsCsv.place(other.code(), mistakes)),
            "write the same %s in both, or give one of them another %s, since every %s lies within one %s"
                .formatted(above.by(), level.by(), level.group().one(), above.group().one()));
      }
    }
  }

  private static String parent(Trust trust, Level above) {
    return trust.dimensions().get(above.by());
  }

  private static String said(Trust trust, Level above) {
    return Optional.ofNullable(parent(trust, above))
        .map(parent -> above.by() + " " + parent)
        .orElse("no " + above.by());
  }
}
