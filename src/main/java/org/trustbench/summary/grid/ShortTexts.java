package org.trustbench.summary.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Texts of one column cut to a width, so that no two different ones come out alike: where their
 * ends are what tells them apart, the middle is left out.
 */
final class ShortTexts {
  private static final String LEFT_OUT = "…";

  private ShortTexts() {}

  /** The texts, in their order, none wider than a width of the terminal. */
  static List<String> of(List<String> texts, int width) {
    Map<String, String> cut = new LinkedHashMap<>();
    texts.forEach(text -> cut.put(text, TextWidth.cut(text, width)));
    boolean isDone = false;
    while (!isDone) {
      Map<String, String> before = Map.copyOf(cut);
      tellApart(cut, width);
      isDone = cut.equals(before);
    }
    return texts.stream().map(cut::get).toList();
  }

  /** Those that came out alike are few in the next round, and have more in common. */
  private static void tellApart(Map<String, String> cut, int width) {
    List<List<String>> alike =
        cut.keySet().stream()
            .collect(Collectors.groupingBy(cut::get, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .filter(group -> group.size() > 1)
            .toList();
    for (List<String> group : alike) {
      int from = inCommon(group);
      for (String text : group) {
        cut.put(text, withoutMiddle(text, wordBefore(text, from), from, width));
      }
    }
  }

  /** The beginning and, behind what is left out, the text from the word in which it differs. */
  private static String withoutMiddle(String text, int word, int from, int width) {
    int most = width - TextWidth.of(LEFT_OUT) - 1;
    String end = text.substring(word);
    if (TextWidth.of(end) > most) {
      end = TextWidth.of(text.substring(word, from)) < most / 2 ? end : text.substring(from);
      end = TextWidth.cut(end, most);
    }
    return TextWidth.cut(text, width - TextWidth.of(end)) + end;
  }

  private static int wordBefore(String text, int at) {
    return text.lastIndexOf(' ', Math.max(0, at - 1)) + 1;
  }

  /** How many characters some different texts have in common from the beginning. */
  private static int inCommon(List<String> texts) {
    List<String> others = new ArrayList<>(texts);
    String first = others.remove(0);
    int common = first.length();
    for (String other : others) {
      int at = 0;
      while (at < Math.min(common, other.length()) && first.charAt(at) == other.charAt(at)) {
        at++;
      }
      common = at;
    }
    return common > 0 && common < first.length() && Character.isLowSurrogate(first.charAt(common))
        ? common - 1
        : common;
  }
}
