package org.trustbench.message;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Where a text stops being JSON, for messages. */
public final class JsonLocation {
  private JsonLocation() {}

  /** The line and column; a name, number or depth beyond all measure has none. */
  public static String of(JsonProcessingException e) {
    return e.getLocation() == null
        ? "a name, number or depth beyond all measure"
        : "line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
