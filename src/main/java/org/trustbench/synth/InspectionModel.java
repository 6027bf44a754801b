package org.trustbench.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;

/**
 * Draws one inspection. A judgement is sufficient with a probability whose logit is the sum of the
 * effects of question, trust, section, trust and question, case mix, and case.
 */
final class InspectionModel {
  private final Framework framework;
  private final Profile profile;

  /** Standard deviation, in logits, of how much work changes from the first round to another. */
  private static final double ROUND_SD = .5;

  private final String ofRound;
  private final double change;
  private final RandomStreams random;
  private final SyntheticTeam team;
  private final List<AttributeModel> attributes;
  private final List<List<String>> values;
  private final QuestionModel[] questions;
  private final CaseCondition[] conditions;
  private final int[] conditionOf;
  private final double[] events;
  private final byte notApplicable;
  private final byte notRecorded;

  /**
   * A model of one inspection.
   *
   * @param inspectors of the programme, who differ in severity; 0 where all are alike
   */
  InspectionModel(
      Framework framework,
      Profile profile,
      SyntheticTrust trust,
      int inspectors,
      RandomStreams random) {
    String stream = trust.profile();
    this.framework = framework;
    this.profile = profile;
    this.ofRound = trust.streamOfRound();
    this.change = trust.round() == 1 ? 0 : ROUND_SD * random.gaussian(ofRound, "change");
    this.random = random;
    this.team =
        inspectors == 0
            ? SyntheticTeam.alike(profile.inspectors())
            : SyntheticTeam.of(inspectors, profile.inspectors(), ofRound, random);
    attributes = AttributeModel.of(framework, profile, stream, random);
    values =
        attributes.stream()
            .sorted(java.util.Comparator.comparingInt(AttributeModel::column))
            .map(AttributeModel::values)
            .toList();
    List<String> eventIds = profile.events().keySet().stream().sorted().toList();
    events = eventIds.stream().mapToDouble(profile.events()::get).toArray();
    questions =
        framework.questions().stream()
            .map(q -> QuestionModel.of(framework, q, profile, stream, eventIds, random))
            .toArray(QuestionModel[]::new);
    List<Condition> distinct =
        framework.questions().stream().map(Question::appliesWhen).distinct().toList();
    conditions =
        distinct.stream()
            .map(condition -> CaseCondition.of(condition, framework, values))
            .toArray(CaseCondition[]::new);
    conditionOf =
        framework.questions().stream().mapToInt(q -> distinct.indexOf(q.appliesWhen())).toArray();
    notApplicable = meaning(Outcome.NOT_APPLICABLE);
    notRecorded = meaning(Outcome.NOT_RECORDED);
  }

  SyntheticInspection draw(SyntheticTrust trust, double scale) {
    UniformRandomProvider size = random.of(ofRound, "size");
    int[] samples = new int[framework.evidence().size()];
    for (int e = 0; e < samples.length; e++) {
      double spread = 1 + profile.samplesSpread() * (2 * size.nextDouble() - 1);
      int sample = e == 0 ? profile.cases() : profile.interviews();
      samples[e] = (int) Math.max(1, Math.round(sample * spread * scale));
    }
    SyntheticInspection inspection =
        new SyntheticInspection(framework, trust, samples, values, team);
    int row = 0;
    for (int e = 0; e < samples.length; e++) {
      fill(inspection, e, row, row + samples[e]);
      row += samples[e];
    }
    StratumSizes.fill(inspection, random.of(ofRound, "stratum sizes"));
    return inspection;
  }

  private void fill(SyntheticInspection inspection, int evidence, int from, int to) {
    UniformRandomProvider draws = random.of(ofRound, "cases", framework.evidence().get(evidence));
    UniformRandomProvider again =
        random.of(ofRound, "second readings", framework.evidence().get(evidence));
    ContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(draws);
    int[] asked = asked(evidence);
    boolean[] applies = new boolean[conditions.length];
    boolean[] happened = new boolean[events.length];
    byte[] attributeValues = inspection.attributeValues();
    byte[] answers = inspection.answers();
    for (int row = from; row < to; row++) {
      int offset = row * values.size();
      double effect = change + profile.caseSd() * gaussian.sample();
      if (evidence == 0) {
        for (AttributeModel attribute : attributes) {
          byte value = attribute.draw(draws, attributeValues, offset);
          attributeValues[offset + attribute.column()] = value;
          effect += attribute.effect(value);
        }
      }
      for (int c = 0; c < applies.length; c++) {
        applies[c] = conditions[c].holds(attributeValues, offset);
      }
      for (int e = 0; e < happened.length; e++) {
        happened[e] = draws.nextDouble() < events[e];
      }
      int cells = row * questions.length;
      for (int q : asked) {
        QuestionModel question = questions[q];
        boolean isCalledFor =
            applies[conditionOf[q]] && (question.event() < 0 || happened[question.event()]);
        answers[cells + q] =
            isCalledFor
                ? answer(question, effect + team.first(row).effect(), draws)
                : notApplicable;
      }
      if (team.isOfProgramme() && again.nextDouble() < team.secondReadings()) {
        inspection.secondAnswers().put(row, second(inspection, row, asked, effect, again));
      }
    }
  }

  /**
   * What another inspector answers: the same where nothing was assessed, and so often as {@link
   * SyntheticTeam#ALIKE}; else drawn anew from the same work by the other's severity.
   */
  private byte[] second(
      SyntheticInspection inspection,
      int row,
      int[] asked,
      double effect,
      UniformRandomProvider draws) {
    byte[] second = new byte[questions.length];
    Arrays.fill(second, SyntheticInspection.NOT_ASKED);
    for (int q : asked) {
      byte first = inspection.answer(row, q);
      boolean isAssessed = first >= 0 && first != notApplicable && first != notRecorded;
      second[q] =
          isAssessed && draws.nextDouble() >= SyntheticTeam.ALIKE
              ? answer(questions[q], effect + team.second(row).effect(), draws)
              : first;
    }
    return second;
  }

  private byte answer(QuestionModel question, double effect, UniformRandomProvider draws) {
    long bits = draws.nextLong();
    long missing = bits >>> 32;
    if (missing < question.notApplicableBelow()) {
      return notApplicable;
    }
    if (missing < question.notRecordedBelow()) {
      return (bits & 1) == 0 ? notRecorded : SyntheticInspection.BLANK;
    }
    double sufficient = QuestionModel.DRAWS / (1 + StrictMath.exp(-question.logit() - effect));
    byte[] answers =
        (bits & 0xFFFFFFFFL) < sufficient ? question.sufficient() : question.insufficient();
    return answers.length == 1 ? answers[0] : answers[draws.nextInt(answers.length)];
  }

  private int[] asked(int evidence) {
    List<Integer> asked = new ArrayList<>();
    for (int q = 0; q < questions.length; q++) {
      if (questions[q].evidence() == evidence) {
        asked.add(q);
      }
    }
    return asked.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The answer that means an outcome; blank where the framework has no word for it. */
  private byte meaning(Outcome outcome) {
    List<Answer> answers = framework.answers();
    for (byte a = 0; a < answers.size(); a++) {
      if (answers.get(a).means() == outcome) {
        return a;
      }
    }
    return SyntheticInspection.BLANK;
  }
}
