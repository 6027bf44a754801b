package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a page's data smaller: a text that occurs more than once is stored once and referred to. In
 * their places stands {@value #MARK} and where they are in the list, in base 36; so does any text
 * that begins with the mark.
 */
final class StringTable {
  static final String MARK = "~";
  private static final int SHORTEST = 8;
  private static final int BASE = 36;

  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** A list of two: the texts, and the value that refers to them. */
  static List<Object> of(Object value) {
    StringTable shared = new StringTable();
    shared.count(value);
    Object referring = shared.referring(value);
    return List.of(shared.texts, referring);
  }

  private void count(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::count);
    } else if (value instanceof List<?> list) {
      list.forEach(this::count);
    } else if (value instanceof String text && text.length() >= SHORTEST) {
      uses.merge(text, 1, Integer::sum);
    }
  }

  private Object referring(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(name, referring(member)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(member -> copy.add(referring(member)));
      return copy;
    }
    return value instanceof String text ? referring(text) : value;
  }

  private String referring(String text) {
    if (!text.startsWith(MARK) && uses.getOrDefault(text, 0) < 2) {
      return text;
    }
    return places.computeIfAbsent(
        text,
        one -> {
          texts.add(one);
          return MARK + Integer.toString(texts.size() - 1, BASE);
        });
  }
}
