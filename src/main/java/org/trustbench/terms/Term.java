package org.trustbench.terms;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A noun, as an inspectorate uses it.
 *
 * @param one as of one of them: "local authority"
 * @param many as of several: "local authorities"
 * @param article what stands before one: "a" or "an"
 */
public record Term(String one, String many, String article) implements Serializable {
  /** Begin as "you" does. */
  private static final List<String> SPOKEN_AS_CONSONANT =
      List.of("eu", "ewe", "one", "once", "uni", "use", "usu", "uti", "ure", "ubi");

  /** Words whose h is silent: all words that begin so. */
  private static final List<String> SILENT_H = List.of("heir", "honest", "honor", "honour", "hour");

  /** A noun with the article that its first letters ask for. */
  public static Term of(String one, String many) {
    return new Term(one, many, articleOf(one));
  }

  private static String articleOf(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    boolean isVowel = !plain.isEmpty() && "aeiou".indexOf(plain.charAt(0)) >= 0;
    boolean isAn =
        isVowel
            ? SPOKEN_AS_CONSONANT.stream().noneMatch(plain::startsWith)
                || plain.startsWith("unin")
                || plain.startsWith("unim")
            : SILENT_H.stream().anyMatch(plain::startsWith);
    return isAn ? "an" : "a";
  }

  String withArticle() {
    return article + " " + one;
  }

  /** The owner's case of a word, by an apostrophe of the kind given. */
  static String possessive(String word, boolean isPlural, char apostrophe) {
    return isPlural && word.endsWith("s") ? word + apostrophe : word + apostrophe + "s";
  }

  /** A word as it stands where a sentence begins. */
  static String capitalised(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = word.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(word, Character.charCount(first), word.length())
        .toString();
  }
}
