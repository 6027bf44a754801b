package org.trustbench.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code trusts.csv}: {@code code,name,aliases} and a column per dimension. */
final class TrustsCsv {
  private TrustsCsv() {}

  static List<Trust> read(String name, String text, List<Framework.Named> dimensions) {
    List<String> required = new ArrayList<>(List.of("code", "name", "aliases"));
    dimensions.forEach(dimension -> required.add(dimension.id()));
    List<Trust> trusts = new ArrayList<>();
    for (CsvText.Row row : new CsvText(name, text, required).rows()) {
      Map<String, String> known = new LinkedHashMap<>();
      for (Framework.Named dimension : dimensions) {
        String value = row.text(dimension.id());
        if (!value.isEmpty()) {
          known.put(dimension.id(), value);
        }
      }
      trusts.add(
          new Trust(row.required("code"), row.required("name"), row.several("aliases"), known));
    }
    return trusts;
  }
}
