package org.trustbench.framework;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a framework's findings are chosen and worded.
 *
 * @param rules what makes a strength or a concern
 * @param topics what is told together; none where every measure speaks for itself
 * @param wordings the framework's own wording of phrases
 * @param notFromJudgements what such a report says and no judgement of a case can
 */
public record FindingPatterns(
    FindingRules rules,
    List<Topic> topics,
    Map<Phrase, String> wordings,
    List<String> notFromJudgements)
    implements Serializable {
  /** Those of a framework that declares none. */
  public static final FindingPatterns STANDARD =
      new FindingPatterns(FindingRules.STANDARD, List.of(), Map.of(), List.of());

  /** The wording of a phrase, with its places. */
  public String wording(Phrase phrase) {
    return wordings.getOrDefault(phrase, phrase.standard());
  }

  /** The same patterns over other measures. */
  FindingPatterns on(UnaryOperator<String> measureId) {
    return new FindingPatterns(
        rules,
        topics.stream().map(topic -> topic.on(measureId)).toList(),
        wordings,
        notFromJudgements);
  }

  /**
   * The topics of some measures: those declared, then one for each measure about any question that
   * no declared topic tells of, the broadest measures first. The overall score and steps of
   * pathways are no topics.
   */
  public List<Topic> topics(List<Measure> measures) {
    Set<String> told = new HashSet<>();
    Set<String> used = new HashSet<>();
    for (Topic topic : topics) {
      for (Topic.Figure figure : topic.figures()) {
        used.add(figure.measureId());
      }
    }
    measures.stream()
        .filter(measure -> used.contains(measure.id()))
        .forEach(measure -> told.addAll(measure.questions()));
    List<Topic> all = new ArrayList<>(topics);
    measures.stream()
        .filter(measure -> !measure.kind().equals(Measure.OVERALL) && measure.isScored())
        .filter(measure -> !measure.isCut())
        .filter(measure -> !told.containsAll(measure.questions()))
        .map(Topic::of)
        .forEach(all::add);
    return all;
  }
}
