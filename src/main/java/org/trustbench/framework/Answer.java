package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/**
 * An answer code that inspectors use.
 *
 * @param code the canonical code, stored in the lake
 * @param aliases other spellings accepted, compared without regard to case or surrounding spaces
 * @param means {@code not_applicable} or {@code not_recorded} for the codes that judge nothing;
 *     null for an answer whose outcome each question decides
 */
public record Answer(String code, List<String> aliases, Outcome means) implements Serializable {
  public Answer {
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }
}
