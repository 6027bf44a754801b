package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/**
 * Something recorded of every case, a real column of the lake's {@code cases} table.
 *
 * @param values the allowed values; empty where any text is allowed
 */
public record Attribute(String id, String label, List<Value> values) implements Serializable {

  /** An allowed value: its code, its label, and other spellings accepted. */
  public record Value(String code, String label, List<String> aliases) implements Serializable {
    public Value {
      aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }
  }

  public boolean isOpen() {
    return values.isEmpty();
  }
}
