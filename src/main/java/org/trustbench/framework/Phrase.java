package org.trustbench.framework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trustbench.terms.Terms;

/**
 * A sentence that a summary of findings is made of, with places for what differs. A framework may
 * word each in its own way. Places for the terms of a programme may stand in any of them.
 */
public enum Phrase {
  HEADLINE_BOTH(
      "{trust}: good work in {strengths}; attention needed in {concerns}.",
      "trust",
      "strengths",
      "concerns"),
  HEADLINE_STRENGTHS(
      "{trust}: good work in {strengths}; no concern stands out.", "trust", "strengths"),
  HEADLINE_CONCERNS(
      "{trust}: attention needed in {concerns}; no strength stands out.", "trust", "concerns"),
  HEADLINE_NOTHING("{trust}: nothing stands out, for better or for worse.", "trust"),
  STRENGTHS("What was done well"),
  CONCERNS("What needs attention"),
  NO_STRENGTHS("No work stands out as done well."),
  NO_CONCERNS("No work stands out as needing attention."),
  OVERALL(
      "{measure}: {score} of {base} sufficient; {others} it was {benchmark} ({verdict}).",
      "measure",
      "score",
      "base",
      "others",
      "benchmark",
      "verdict"),
  OVERALL_ALONE("{measure}: {score} of {base} sufficient.", "measure", "score", "base"),
  FIGURE(
      "In {score} of {base} {said}; {others} it was {benchmark}.",
      "score",
      "base",
      "said",
      "others",
      "benchmark"),
  FURTHER_FIGURE(
      "In {score} of {base} {said} (others {benchmark}).", "score", "base", "said", "benchmark"),
  FIGURE_ALONE("In {score} of {base} {said}: {words}.", "score", "base", "said", "words"),
  LABEL_FIGURE(
      "{label}: {score} of {base}; {others} it was {benchmark}.",
      "label",
      "score",
      "base",
      "others",
      "benchmark"),
  FURTHER_LABEL_FIGURE(
      "{label}: {score} of {base} (others {benchmark}).", "label", "score", "base", "benchmark"),
  LABEL_FIGURE_ALONE("{label}: {score} of {base}, {words}.", "label", "score", "base", "words"),
  MORE("Pointing the same way: {measures}.", "measures"),
  IN_PART("{topic}, in part", "topic"),
  OTHERS("in the other {institutions} together"),
  OTHERS_OF_GROUP("in the other {institutions} of {group} together", "group"),
  ALL("in all {institutions} of {group} together", "group"),
  MEAN_OF_OTHERS("on average over the other {institutions} of {group}", "group"),
  FIXED_VALUE("by the value set, {group},", "group"),
  CLEAR("Clear: chance hardly explains the difference."),
  INDICATIVE(
      "Indicative: a stricter test would leave it open whether chance explains the difference."),
  MAY_BE_CHANCE("Said on the score alone: its difference from the others may be chance."),
  NOT_COMPARED("Said on the score alone: it is not compared with others."),
  CASE_MIX("Allowing for the mix of {cases}, the difference may be chance."),
  SMALL_BASE(
      "The base is small: anything from {low} to {high} is consistent with it.", "low", "high"),
  RULE("By the rule in force it differs from the others; another lawful rule would not say so.");

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

  private final String standard;
  private final List<String> places;

  Phrase(String standard, String... places) {
    this.standard = standard;
    this.places = List.of(places);
  }

  /** What a framework's file calls it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The wording of a framework that has none of its own. */
  public String standard() {
    return standard;
  }

  /** The names of its places, without those for terms. */
  public List<String> places() {
    return places;
  }

  /** The phrase that a file calls by a name. */
  static Optional<Phrase> named(String id) {
    return Arrays.stream(values()).filter(phrase -> phrase.id().equals(id)).findFirst();
  }

  /** The places of a wording that this phrase cannot fill. */
  List<String> unknownPlaces(String wording) {
    return unknownPlaces(wording, places);
  }

  /** The places of a text that are neither known nor for a term. */
  static List<String> unknownPlaces(String text, List<String> known) {
    return PLACE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(place -> !known.contains(place) && !Terms.isTerm(place))
        .distinct()
        .toList();
  }

  /** The places of this phrase that a wording leaves out. */
  List<String> placesLeftOut(String wording) {
    return places.stream().filter(place -> !wording.contains("{" + place + "}")).toList();
  }
}
