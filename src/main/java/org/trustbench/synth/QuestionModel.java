package org.trustbench.synth;

import java.util.List;
import java.util.stream.IntStream;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Question;

/**
 * The model by which one question is answered.
 *
 * @param evidence the number of the kind of case it is asked of
 * @param logit the logit of sufficient work before the effects of the case
 * @param notApplicableBelow a draw of 32 bits below this is not applicable
 * @param notRecordedBelow one below this, otherwise, is not recorded
 * @param event the number of the event it hangs on, -1 if none
 * @param sufficient the answers that are sufficient
 * @param insufficient the others
 */
record QuestionModel(
    int evidence,
    double logit,
    long notApplicableBelow,
    long notRecordedBelow,
    int event,
    byte[] sufficient,
    byte[] insufficient) {
  /** Two to the power of 32: the number of draws there are. */
  static final double DRAWS = 4294967296.0;

  static QuestionModel of(
      Framework framework,
      Question question,
      Profile profile,
      String stream,
      List<String> events,
      RandomStreams random) {
    double notApplicable = profile.notApplicable(question.id());
    double notRecorded = profile.notRecorded(question.id());
    List<String> codes = framework.answers().stream().map(Answer::code).toList();
    List<String> insufficient =
        question.answers().stream().filter(code -> !question.sufficient().contains(code)).toList();
    return new QuestionModel(
        framework.evidence().indexOf(question.evidence()),
        base(question, profile, random) + effects(question, profile, stream, random),
        (long) (notApplicable * DRAWS),
        (long) (Math.min(1, notApplicable + notRecorded) * DRAWS),
        events.indexOf(profile.question(question.id()).event()),
        numbers(codes, question.sufficient()),
        numbers(codes, insufficient.isEmpty() ? question.sufficient() : insufficient));
  }

  private static double base(Question question, Profile profile, RandomStreams random) {
    Double own = profile.question(question.id()).sufficient();
    return own != null
        ? logit(own)
        : logit(profile.sufficient())
            + profile.sufficientSd() * random.gaussian("question", question.id());
  }

  private static double effects(
      Question question, Profile profile, String stream, RandomStreams random) {
    double sections = 0;
    for (String section : question.sections()) {
      sections +=
          profile.sections().getOrDefault(section, 0.0)
              + profile.sectionSd() * random.gaussian(stream, "section", section);
    }
    return profile.effect()
        + profile.trustSd() * random.gaussian(stream, "trust")
        + sections / Math.max(1, question.sections().size())
        + profile.question(question.id()).effect()
        + profile.questionSd() * random.gaussian(stream, "question", question.id());
  }

  private static byte[] numbers(List<String> codes, List<String> wanted) {
    int[] found =
        IntStream.range(0, codes.size()).filter(i -> wanted.contains(codes.get(i))).toArray();
    byte[] numbers = new byte[found.length];
    for (int i = 0; i < found.length; i++) {
      numbers[i] = (byte) found[i];
    }
    return numbers;
  }

  /** A certain outcome would have no logit; it stops short of certainty. */
  private static double logit(double rate) {
    double inside = Math.min(0.9999, Math.max(0.0001, rate));
    return StrictMath.log(inside / (1 - inside));
  }
}
