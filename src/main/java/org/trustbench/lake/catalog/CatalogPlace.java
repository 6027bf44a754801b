package org.trustbench.lake.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A catalog of the user's own, as it may be printed and kept: where it is, without a secret. */
public final class CatalogPlace {
  private static final List<String> TELLING = List.of("type", "catalog-impl", "uri", "warehouse");

  private CatalogPlace() {}

  /**
   * Kind, address and warehouse. Users, passwords and parameters of an address are left out.
   *
   * @param properties Iceberg's properties of the catalog
   */
  public static String of(Map<String, String> properties) {
    List<String> said = new ArrayList<>();
    for (String name : TELLING) {
      String value = properties.get(name);
      if (value != null) {
        said.add(withoutSecrets(value));
      }
    }
    return said.isEmpty() ? "of one's own" : String.join(" ", said);
  }

  private static String withoutSecrets(String address) {
    return address
        .replaceFirst("[?;].*", "")
        .replaceFirst("//[^@/]*@", "//")
        .replaceFirst("[^/:@]+([:/][^@]*)?@", "");
  }
}
