package org.trustbench.synth;

import java.util.List;
import java.util.Map;

/**
 * The model of one kind of trust: its cases and the quality of its work. Effects are on the logit
 * scale and add up: question, trust, section, trust and question, case mix, case. Shares and rates
 * are proportions.
 *
 * @param basedOn another profile that this one refines; null when it refines the defaults
 * @param cases the sample of cases
 * @param interviews the sample of every other kind of evidence
 * @param samplesSpread how far a sample may lie from those numbers: 0.1 is up to a tenth
 * @param inspectors how many inspectors share the cases
 * @param trustSd standard deviation of the trust's own effect
 * @param sectionSd standard deviation of its effect on each section
 * @param questionSd standard deviation of its effect on each question
 * @param caseSd standard deviation of the effect a case has on all its judgements, which is why
 *     judgements of one case are alike
 * @param mixSd standard deviation of the logarithm of each share of an attribute
 * @param sufficient the rate of sufficient work, for questions that name none
 * @param sufficientSd standard deviation of those questions' effects
 * @param notApplicable the rate at which work was not called for though the question applies
 * @param notRecorded the rate at which inspectors leave a question unanswered
 * @param effect a fixed effect of the trust
 * @param sections fixed effects by section id
 * @param questions what is particular to a question, by its id
 * @param attributes how cases are drawn, by attribute id, in the order of drawing
 * @param events things that happen in a share of cases, on which questions hang
 */
public record Profile(
    String basedOn,
    int cases,
    int interviews,
    double samplesSpread,
    int inspectors,
    double trustSd,
    double sectionSd,
    double questionSd,
    double caseSd,
    double mixSd,
    double sufficient,
    double sufficientSd,
    double notApplicable,
    double notRecorded,
    double effect,
    Map<String, Double> sections,
    Map<String, OfQuestion> questions,
    Map<String, OfAttribute> attributes,
    Map<String, Double> events) {

  private static final OfQuestion ORDINARY = new OfQuestion(null, null, null, null, 0);
  private static final OfAttribute PLAIN = new OfAttribute(Map.of(), List.of(), 0, Map.of());

  public Profile {
    sections = sections == null ? Map.of() : sections;
    questions = questions == null ? Map.of() : questions;
    attributes = attributes == null ? Map.of() : attributes;
    events = events == null ? Map.of() : events;
  }

  /**
   * Effects on a single question.
   *
   * @param sufficient its rate of sufficient work; null for the profile's
   * @param notApplicable its rate of not applicable; null for the profile's
   * @param notRecorded its rate of not recorded; null for the profile's
   * @param event the event without which it is not applicable; null if there is none
   * @param effect a fixed effect of the trust on it
   */
  public record OfQuestion(
      Double sufficient, Double notApplicable, Double notRecorded, String event, double effect) {}

  /**
   * The distribution that an attribute is drawn from.
   *
   * @param shares the share of each value; empty for shares of the program's making
   * @param given other shares in some cases; the first that fits is used
   * @param notRecorded the share of cases in which it is blank
   * @param effects the effect of a value on every judgement of the case
   */
  public record OfAttribute(
      Map<String, Double> shares,
      List<Given> given,
      double notRecorded,
      Map<String, Double> effects) {
    public OfAttribute {
      shares = shares == null ? Map.of() : shares;
      given = given == null ? List.of() : given;
      effects = effects == null ? Map.of() : effects;
    }
  }

  /** Shares in cases whose attributes, drawn earlier, have one of the values listed. */
  public record Given(Map<String, List<String>> when, Map<String, Double> shares) {}

  Profile with(
      Map<String, Double> otherSections,
      Map<String, OfQuestion> otherQuestions,
      Map<String, OfAttribute> otherAttributes) {
    return new Profile(
        basedOn,
        cases,
        interviews,
        samplesSpread,
        inspectors,
        trustSd,
        sectionSd,
        questionSd,
        caseSd,
        mixSd,
        sufficient,
        sufficientSd,
        notApplicable,
        notRecorded,
        effect,
        otherSections,
        otherQuestions,
        otherAttributes,
        events);
  }

  OfQuestion question(String id) {
    return questions.getOrDefault(id, ORDINARY);
  }

  OfAttribute attribute(String id) {
    return attributes.getOrDefault(id, PLAIN);
  }

  double notApplicable(String questionId) {
    Double own = question(questionId).notApplicable();
    return own == null ? notApplicable : own;
  }

  double notRecorded(String questionId) {
    Double own = question(questionId).notRecorded();
    return own == null ? notRecorded : own;
  }
}
