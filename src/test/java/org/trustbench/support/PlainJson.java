package org.trustbench.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON read by plain Java that shares nothing with the program. An object is the list of its
 * entries, so that a name that stands twice is there twice.
 */
public final class PlainJson {
  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /** One document; throws if it is none or if anything follows. */
  public static Object read(String text) {
    PlainJson json = new PlainJson(text);
    Object value = json.value();
    json.blank();
    if (json.at != text.length()) {
      throw new IllegalArgumentException("More than one document");
    }
    return value;
  }

  /** The entries of an object. */
  @SuppressWarnings("unchecked")
  public static List<Map.Entry<String, Object>> entries(Object object) {
    return (List<Map.Entry<String, Object>>) object;
  }

  /** The value of the first entry of a name; null if there is none. */
  public static Object get(Object object, String name) {
    return entries(object).stream()
        .filter(entry -> entry.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private Object value() {
    blank();
    char c = next();
    if (c == '{') {
      List<Map.Entry<String, Object>> entries = new ArrayList<>();
      while (more('}', entries.isEmpty())) {
        blank();
        if (next() != '"') {
          throw new IllegalArgumentException("No name at " + at);
        }
        String name = string();
        blank();
        if (next() != ':') {
          throw new IllegalArgumentException("No colon at " + at);
        }
        entries.add(new java.util.AbstractMap.SimpleEntry<>(name, value()));
      }
      return entries;
    }
    if (c == '[') {
      List<Object> values = new ArrayList<>();
      while (more(']', values.isEmpty())) {
        values.add(value());
      }
      return values;
    }
    if (c == '"') {
      return string();
    }
    int start = at - 1;
    while (at < text.length() && ",]} \r\n\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (!word.matches("true|false|null|-?[0-9.eE+-]+")) {
      throw new IllegalArgumentException("No value: " + word);
    }
    return word.equals("null") ? "" : word;
  }

  private boolean more(char end, boolean isFirst) {
    blank();
    if (peek() == end) {
      at++;
      return false;
    }
    if (!isFirst && next() != ',') {
      throw new IllegalArgumentException("No comma at " + at);
    }
    return true;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c == '\\') {
        char escaped = next();
        if (escaped == 'u') {
          string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        } else {
          int place = "bfnrt".indexOf(escaped);
          string.append(place < 0 ? escaped : "\b\f\n\r\t".charAt(place));
        }
      } else {
        string.append(c);
      }
    }
    return string.toString();
  }

  private void blank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("It ends early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }
}
