package org.trustbench.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come out in the order of their keys however little memory there is. */
class SortedRowsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 200, 1000, Long.MAX_VALUE})
  void rows_are_in_order_each_once(long memory) throws IOException {
    List<String> sorted = new ArrayList<>();
    try (SortedRows rows = new SortedRows(folder, memory)) {
      for (int i = 0; i < 60; i++) {
        int key = i * 37 % 60;
        rows.add(new byte[] {(byte) (key * 4)}, ("row " + key).getBytes(StandardCharsets.UTF_8));
      }
      rows.each((key, row) -> sorted.add(new String(row, StandardCharsets.UTF_8)));
    }

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      expected.add("row " + i);
    }
    assertThat(sorted).isEqualTo(expected);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
