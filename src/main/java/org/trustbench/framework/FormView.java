package org.trustbench.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A framework as one version of its form has it: the one place that says what a measure, a pathway
 * and whatever names a measure are there. What a measure counts says so itself ({@link
 * CountingRule#on}), so that a further kind of measure does too.
 */
final class FormView {
  private final Framework framework;
  private final String version;
  private final QuestionVersions form;
  private final Map<String, Measure> asked = new HashMap<>();
  private final Map<Object, String> ofOneQuestion = new HashMap<>();

  FormView(Framework framework, QuestionVersions form, String version) {
    this.framework = framework;
    this.version = version;
    this.form = form;
    for (Measure measure : framework.measures()) {
      Measure onForm = measure.onForm(form, version);
      asked.put(measure.id(), onForm);
      if (isOfOneQuestion(measure) && !onForm.questions().isEmpty()) {
        ofOneQuestion.putIfAbsent(work(measure, form), measure.id());
      }
    }
    for (Pathway pathway : framework.pathways()) {
      if (pathway.onForm(form, version).isEmpty()) {
        for (int step = 1; step <= pathway.steps().size(); step++) {
          asked.computeIfPresent(pathway.measureId(step), (id, one) -> one.ofNothing());
        }
      }
    }
  }

  /** A measure as the version asks it; without questions where it has nothing to count. */
  Measure asked(String measureId) {
    return asked.get(measureId);
  }

  /**
   * The id of the measure that is on this version what another is: itself, or for one that belongs
   * to a question (its score, a cut, a mean grade) that of the question that is the same.
   */
  String counterpart(Measure measure) {
    Measure own = asked.get(measure.id());
    return own != null && own.questions().isEmpty() && isOfOneQuestion(measure)
        ? ofOneQuestion.getOrDefault(work(measure, form), measure.id())
        : measure.id();
  }

  /**
   * What is equal for two measures that are one on some version: the work that belongs to a
   * question, or else the measure itself.
   */
  static Object identity(Measure measure, QuestionVersions form) {
    return isOfOneQuestion(measure) ? work(measure, form) : measure.id();
  }

  /** What is counted of which question, under which conditions, by which kind of measure. */
  private static Object work(Measure measure, QuestionVersions form) {
    return List.of(
        measure.kind(),
        measure.counting().getClass(),
        measure.evidence(),
        measure.when(),
        measure.counting().work(measure.questions(), form));
  }

  /** Whatever counts each judgement of one question, and was made for that question. */
  private static boolean isOfOneQuestion(Measure measure) {
    return measure.questions().size() == 1
        && !measure.isByCase()
        && Set.of(Measure.QUESTION, Measure.GRADE).contains(measure.kind());
  }

  /** The whole programme; questions keep their places, those of other versions too. */
  Framework framework() {
    Map<String, String> counterparts = new HashMap<>();
    framework.measures().forEach(one -> counterparts.put(one.id(), counterpart(one)));
    UnaryOperator<String> named = id -> counterparts.getOrDefault(id, id);
    return framework.onForm(
        framework.measures().stream().map(measure -> asked(measure.id())).toList(),
        pathways(),
        new Framework.Naming(
            framework.targets().stream().map(target -> target.on(named)).toList(),
            framework.findingPatterns().on(named),
            framework.ratingRules().on(named)));
  }

  /** Those that the version asks all of; the others have no cases, and stay as they are. */
  private List<Pathway> pathways() {
    List<Pathway> pathways = new ArrayList<>();
    for (Pathway pathway : framework.pathways()) {
      Optional<Pathway> onForm = pathway.onForm(form, version);
      pathways.add(onForm.orElse(pathway));
    }
    return pathways;
  }
}
