package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
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
  }

  /** The judgement is sufficient, as its question says. */
  record Item(String question) implements Leaf {}

  /** The answer is one of some. */
  record Answered(String question, List<String> answers) implements Leaf {}

  /** Every applicable part is met. */
  record All(List<CaseRule> parts) implements Parts {}

  /** At least one part is met. */
  record Any(List<CaseRule> parts) implements Parts {}

  /** At least so many parts are met, however many are applicable. */
  record AtLeast(int number, List<CaseRule> parts) implements Parts {}

  /** At least such a share of the applicable parts is met, in percent. */
  record AtLeastPercent(int percent, List<CaseRule> parts) implements Parts {}
}
