package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes a page's data smaller: a text that occurs more than once is stored once and referred to. In
 * their places stands {@value #MARK} and where they are in the list, in base 36; so does any text
 * that begins with the mark, unless the list is finished: then it has the mark before it.
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
    Object referring = mapped(value, shared::referring);
    return List.of(shared.texts, referring);
  }

  /** A finished list of the texts that occur more than once in some values together. */
  static StringTable over(List<?> values) {
    StringTable shared = new StringTable();
    shared.count(values);
    values.forEach(value -> mapped(value, shared::referring));
    return shared;
  }

  /** A value that refers to the texts of the list as it is. */
  Object known(Object value) {
    return mapped(
        value,
        text -> {
          String place = places.get(text);
          return place != null ? place : text.startsWith(MARK) ? MARK + text : text;
        });
  }

  List<String> texts() {
    return texts;
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

  private static Object mapped(Object value, UnaryOperator<String> texts) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(name, mapped(member, texts)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(member -> copy.add(mapped(member, texts)));
      return copy;
    }
    return value instanceof String text ? texts.apply(text) : value;
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
