package org.trustbench.lake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed and kept of a catalog of one's own. */
class CatalogPlaceTest {

  @ParameterizedTest
  @CsvSource({
    "https://catalog.example/v1, https://catalog.example/v1",
    "https://me:hush@catalog.example/v1, https://catalog.example/v1",
    "jdbc:postgresql://db/lake?user=me&password=hush, jdbc:postgresql://db/lake",
    "jdbc:sqlserver://db;user=me;password=hush, jdbc:sqlserver://db",
    "jdbc:oracle:thin:me/hush@db:1521:lake, db:1521:lake"
  })
  void its_address_is_told_without_a_secret(String uri, String told) {
    assertThat(CatalogPlace.of(Map.of("type", "jdbc", "uri", uri, "token", "hush")))
        .isEqualTo("jdbc " + told);
  }
}
