package org.trustbench.framework;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule over the judgements of one case. Parts that are not applicable are left out; where all
 * are, the rule is not applicable itself.
 */
public sealed interface CaseRule extends Serializable {

  /** The questions it asks, each once, in order. */
  default List<String> questions() {
    return leaves().map(Leaf::question).distinct().toList();
  }

  /** The judgements it looks at. */
  Stream<Leaf> leaves();

  /**
   * The same rule over the questions that a version of the form asks; empty where it does not ask
   * them all, or not with the same answers.
   */
  Optional<CaseRule> on(QuestionVersions form, String version);

  /** A rule about one judgement. */
  sealed interface Leaf extends CaseRule {
    /** Id of the question judged. */
    String question();

    @Override
    default Stream<Leaf> leaves() {
      return Stream.of(this);
    }
  }

  /** A rule about several parts. */
  sealed interface Parts extends CaseRule {
    List<CaseRule> parts();

    @Override
    default Stream<Leaf> leaves() {
      return parts().stream().flatMap(CaseRule::leaves);
    }

    /** The same rule about other parts. */
    CaseRule with(List<CaseRule> others);

    @Override
    default Optional<CaseRule> on(QuestionVersions form, String version) {
      List<CaseRule> others = new ArrayList<>();
      parts().forEach(part -> part.on(form, version).ifPresent(others::add));
      return others.size() < parts().size() ? Optional.empty() : Optional.of(with(others));
    }
  }

  /** The judgement is sufficient, as its question says. */
  record Item(String question) implements Leaf {
    @Override
    public Optional<CaseRule> on(QuestionVersions form, String version) {
      return form.on(question, version).map(other -> new Item(other.id()));
    }
  }

  /** The answer is one of some. */
  record Answered(String question, List<String> answers) implements Leaf {
    @Override
    public Optional<CaseRule> on(QuestionVersions form, String version) {
      return form.on(question, version)
          .flatMap(
              other ->
                  form.answersOn(question, answers, other)
                      .map(found -> new Answered(other.id(), found)));
    }
  }

  /** Every applicable part is met. */
  record All(List<CaseRule> parts) implements Parts {
    @Override
    public CaseRule with(List<CaseRule> others) {
      return new All(others);
    }
  }

  /** At least one part is met. */
  record Any(List<CaseRule> parts) implements Parts {
    @Override
    public CaseRule with(List<CaseRule> others) {
      return new Any(others);
    }
  }

  /** At least so many parts are met, however many are applicable. */
  record AtLeast(int number, List<CaseRule> parts) implements Parts {
    @Override
    public CaseRule with(List<CaseRule> others) {
      return new AtLeast(number, others);
    }
  }

  /** At least such a share of the applicable parts is met, in percent. */
  record AtLeastPercent(int percent, List<CaseRule> parts) implements Parts {
    @Override
    public CaseRule with(List<CaseRule> others) {
      return new AtLeastPercent(percent, others);
    }
  }
}
