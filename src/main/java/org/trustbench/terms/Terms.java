package org.trustbench.terms;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.message.Counted;

/**
 * The words that an inspectorate uses for the institutions that it inspects, and for their cases.
 * Texts of the program name neither: they hold places for the words, which this fills.
 *
 * <table>
 *   <caption>Places, and what the standard terms put there</caption>
 *   <tr><td>{@code {institution} {institutions}}<td>trust, trusts
 *   <tr><td>{@code {Institution} {Institutions}}<td>Trust, Trusts
 *   <tr><td>{@code {an institution} {An institution}}<td>a trust, A trust
 *   <tr><td>{@code {institution's} {institutions'}}<td>trust's, trusts'
 *   <tr><td>{@code {case} {cases} {a case} {cases'}}<td>case, cases, a case, cases'; and so on
 * </table>
 *
 * @param institution what is inspected
 * @param ofCase what the judgements are about
 */
public record Terms(Term institution, Term ofCase) implements Serializable {
  /** The terms of a framework that declares none. */
  public static final Terms STANDARD =
      new Terms(Term.of("trust", "trusts"), Term.of("case", "cases"));

  /** What may stand around a noun: an article before it, an ending and an apostrophe after it. */
  private static final Pattern PLACE =
      Pattern.compile("\\{([Aa]n? )?([Ii]nstitution|[Cc]ase)(s?)(?:(['’])s?)?\\}");

  /** Whether a place of a text, given without its braces, is one for a term. */
  public static boolean isTerm(String place) {
    return PLACE.matcher("{" + place + "}").matches();
  }

  /** A text with the terms in their places. */
  public String text(String pattern) {
    return filled(pattern, false);
  }

  /**
   * A text with the terms and some values in their places.
   *
   * @param pattern as {@link String#format} takes it
   */
  public String text(String pattern, Object... values) {
    return filled(pattern, true).formatted(values);
  }

  /** A number and what it counts: {@code {case} is} of one, {@code {cases} are} of several. */
  public String counted(long count, String one, String many) {
    return text(Counted.of(count, one, many));
  }

  /** The same with a comma between thousands. */
  public String grouped(long count, String one, String many) {
    return text(Counted.grouped(count, one, many));
  }

  private String filled(String pattern, boolean isFormat) {
    Matcher place = PLACE.matcher(pattern);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String word = word(place);
      place.appendReplacement(
          filled, Matcher.quoteReplacement(isFormat ? word.replace("%", "%%") : word));
    }
    return place.appendTail(filled).toString();
  }

  private String word(Matcher place) {
    String article = place.group(1);
    String noun = place.group(2);
    boolean isPlural = !place.group(3).isEmpty();
    Term term = Character.toLowerCase(noun.charAt(0)) == 'i' ? institution : ofCase;
    String word = isPlural ? term.many() : article != null ? term.withArticle() : term.one();
    char first = article == null ? noun.charAt(0) : article.charAt(0);
    String cased = Character.isUpperCase(first) ? Term.capitalised(word) : word;
    return place.group(4) == null
        ? cased
        : Term.possessive(cased, isPlural, place.group(4).charAt(0));
  }
}
