package org.trustbench.framework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code trusts.csv}: {@code code,name,aliases} and a column per dimension, whose values are
 * grouped as {@link Spelling#folded} and spelt as they first stand.
 */
final class TrustsCsv {
  static final String FILE = "trusts.csv";
  static final List<String> REQUIRED = List.of("code", "name", "aliases");

  /** Who took over the work of an institution that is no more, and from which day on. */
  static final List<String> OPTIONAL = List.of("succeeded_by", "succeeded_on");

  private TrustsCsv() {}

  /**
   * What was read.
   *
   * @param successions of institutions that are no more
   */
  record Read(List<Trust> trusts, List<SucceededInstitution> successions) {
    static final Read NOTHING = new Read(List.of(), List.of());
  }

  static Read read(String text, List<Framework.Named> dimensions, Mistakes mistakes) {
    List<String> required = new ArrayList<>(REQUIRED);
    dimensions.forEach(dimension -> required.add(dimension.id()));
    List<Trust> trusts = new ArrayList<>();
    Map<String, String> spellings = new HashMap<>();
    List<SucceededInstitution> successions = new ArrayList<>();
    for (CsvText.Row row : new CsvText(FILE, text, required, OPTIONAL, mistakes).rows()) {
      Map<String, String> known = new LinkedHashMap<>();
      for (Framework.Named dimension : dimensions) {
        String value = row.name(dimension.id());
        if (!value.isEmpty()) {
          String key = dimension.id() + " " + Spelling.folded(value);
          spellings.putIfAbsent(key, value);
          known.put(dimension.id(), spellings.get(key));
        }
      }
      if (row.has("code", "name")) {
        mistakes.stands(FILE, place(row.name("code"), mistakes), row.line());
        succession(row, mistakes).ifPresent(successions::add);
        trusts.add(new Trust(row.name("code"), row.name("name"), row.several("aliases"), known));
      }
    }
    return new Read(trusts, successions);
  }

  private static Optional<SucceededInstitution> succession(CsvText.Row row, Mistakes mistakes) {
    List<String> by = row.several("succeeded_by");
    String day = row.name("succeeded_on");
    if (by.isEmpty() && day.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> on = FormChecks.day(day);
    if (by.isEmpty() || on.isEmpty()) {
      mistakes.addAt(
          FILE,
          row.line(),
          place(row.name("code"), mistakes),
          by.isEmpty()
              ? "succeeded_on says when, and succeeded_by not by whom"
              : "succeeded_on is no day: \"%s\"".formatted(day),
          "write into succeeded_by the codes of the successors, with | between them, and into"
              + " succeeded_on their first day, as 2010-04-01");
      return Optional.empty();
    }
    return Optional.of(new SucceededInstitution(row.name("code"), by, on.get(), row.line()));
  }

  /** An institution as the place of a mistake. */
  static String place(String code, Mistakes mistakes) {
    return mistakes.terms().institution().one() + " " + code;
  }
}
