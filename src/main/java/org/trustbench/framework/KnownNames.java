package org.trustbench.framework;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a format has for its columns or fields, and which of them another name was meant
 * to be.
 */
public final class KnownNames {
  /** A name this short stands in many a longer one by chance. */
  private static final int SHORTEST_PART = 5;

  private final Map<String, String> byKey = new LinkedHashMap<>();
  private final Collection<String> names;
  private final boolean allowsSlips;

  public KnownNames(Collection<String> names) {
    this(names, false);
  }

  private KnownNames(Collection<String> names, boolean allowsSlips) {
    this.names = List.copyOf(names);
    this.allowsSlips = allowsSlips;
    names.forEach(name -> byKey.putIfAbsent(Spelling.key(name), name));
  }

  /** Names beside which there may lawfully be others that differ from them in a letter. */
  public static KnownNames exactly(Collection<String> names) {
    return new KnownNames(names, true);
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  /** The name that another is a spelling or a slip of; empty where it is foreign. */
  public Optional<String> meantBy(String name) {
    String key = Spelling.key(name);
    String same = byKey.get(key);
    return same != null || allowsSlips
        ? Optional.ofNullable(same)
        : byKey.entrySet().stream()
            .filter(known -> TypoIndex.isSlip(known.getKey(), key))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** The name, of some that are lacking, that a foreign one most likely stands for. */
  public static Optional<String> instead(String foreign, Collection<String> lacking) {
    Map<String, String> keys = new LinkedHashMap<>();
    lacking.forEach(name -> keys.putIfAbsent(Spelling.key(name), name));
    String key = Spelling.key(foreign);
    return NearestWord.to(key, keys.keySet())
        .or(
            () ->
                keys.keySet().stream()
                    .filter(name -> name.length() >= SHORTEST_PART && key.contains(name))
                    .findFirst())
        .map(keys::get);
  }
}
