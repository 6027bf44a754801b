package org.trustbench.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code trusts.csv}: {@code code,name,aliases} and a column per dimension, whose values are
 * grouped as {@link Spelling#folded} and spelt as they first stand.
 */
final class TrustsCsv {
  static final String FILE = "trusts.csv";
  static final List<String> REQUIRED = List.of("code", "name", "aliases");

  private TrustsCsv() {}

  static List<Trust> read(String text, List<Framework.Named> dimensions, Mistakes mistakes) {
    List<String> required = new ArrayList<>(REQUIRED);
    dimensions.forEach(dimension -> required.add(dimension.id()));
    List<Trust> trusts = new ArrayList<>();
    Map<String, String> spellings = new HashMap<>();
    for (CsvText.Row row : new CsvText(FILE, text, required, List.of(), mistakes).rows()) {
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
        trusts.add(new Trust(row.name("code"), row.name("name"), row.several("aliases"), known));
      }
    }
    return trusts;
  }

  /** An institution as the place of a mistake. */
  static String place(String code, Mistakes mistakes) {
    return mistakes.terms().institution().one() + " " + code;
  }
}
