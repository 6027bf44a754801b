package org.trustbench.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code trusts.csv}: {@code code,name,aliases} and a column per dimension. */
final class TrustsCsv {
  static final String FILE = "trusts.csv";
  static final List<String> REQUIRED = List.of("code", "name", "aliases");

  private TrustsCsv() {}

  static List<Trust> read(String text, List<Framework.Named> dimensions, Mistakes mistakes) {
    List<String> required = new ArrayList<>(REQUIRED);
    dimensions.forEach(dimension -> required.add(dimension.id()));
    List<Trust> trusts = new ArrayList<>();
    for (CsvText.Row row : new CsvText(FILE, text, required, mistakes).rows()) {
      Map<String, String> known = new LinkedHashMap<>();
      for (Framework.Named dimension : dimensions) {
        String value = row.text(dimension.id());
        if (!value.isEmpty()) {
          known.put(dimension.id(), value);
        }
      }
      if (row.has("code", "name")) {
        mistakes.stands(FILE, "trust " + row.text("code"), row.line());
        trusts.add(new Trust(row.text("code"), row.text("name"), row.several("aliases"), known));
      }
    }
    return trusts;
  }
}
