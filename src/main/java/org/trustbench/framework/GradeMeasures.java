package org.trustbench.framework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.framework.Scale.Grade;

/**
 * The measures that graded scales and classes of cases add to others: one for every cut, so that
 * each has its interval, verdict and rank, and a sum of points where a mean grade says something.
 */
final class GradeMeasures {
  private static final String AT_LEAST = "-at-least-";

  private final List<Measure> measures;
  private final List<Scale> scales;
  private final Map<String, Question> questions;
  private final QuestionVersions form;
  private final List<Measure> added = new ArrayList<>();
  private final List<GradeDistribution> distributions = new ArrayList<>();

  private GradeMeasures(List<Measure> measures, List<Scale> scales, List<Question> questions) {
    this.measures = measures;
    this.scales = scales;
    this.form = new QuestionVersions(questions, scales);
    this.questions =
        questions.stream()
            .collect(Collectors.toMap(Question::id, Function.identity(), (one, other) -> one));
  }

  /** All measures, and the distributions over grades that some of them make. */
  record All(List<Measure> measures, List<GradeDistribution> distributions) {}

  /**
   * Adds them behind the measures there are.
   *
   * @param classes the classes of composites that have some, by measure id
   */
  static All of(
      List<Measure> measures,
      List<Scale> scales,
      List<Question> questions,
      Map<String, List<Grade>> classes) {
    GradeMeasures grades = new GradeMeasures(measures, scales, questions);
    Set<Object> seen = new HashSet<>();
    for (Measure measure : measures) {
      if (measure.counting() instanceof CountingRule.Judgements) {
        scales.forEach(scale -> grades.add(measure, scale, seen));
      } else if (measure.counting() instanceof CountingRule.Composite composite
          && classes.containsKey(measure.id())) {
        grades.add(measure, composite, classes.get(measure.id()));
      }
    }
    List<Measure> all = new ArrayList<>(measures);
    all.addAll(grades.added);
    return new All(all, List.copyOf(grades.distributions));
  }

  /**
   * A whole that has one graded question is left to that question, and one of which a part holds
   * all that is graded to that part, whose own cut is then one of the scale's.
   */
  private void add(Measure measure, Scale scale, Set<Object> seen) {
    List<Question> graded = graded(measure, scale);
    boolean isOfQuestion =
        ofAVersion(graded) == 1
            && !Measure.QUESTION.equals(measure.kind())
            && measure.when() instanceof Condition.Always;
    List<Integer> used = used(scale, graded);
    if (isOfQuestion
        || used.size() < 2
        || isOfPart(measure, graded)
        || !seen.add(List.of(scale.id(), Set.copyOf(graded), measure.evidence(), measure.when()))) {
      return;
    }
    List<String> cuts = new ArrayList<>();
    for (int place : used.subList(0, used.size() - 1)) {
      cuts.add(cut(measure, scale, graded, place));
    }
    distributions.add(
        new GradeDistribution(
            measure.id(),
            scale.id(),
            named(measure, scale),
            used.stream().map(scale.grades()::get).toList(),
            cuts,
            ofAVersion(graded),
            scale.isInterval()
                ? Optional.of(mean(measure, scale, graded, used))
                : Optional.empty()));
  }

  private boolean isOfPart(Measure whole, List<Question> graded) {
    Set<String> ids = graded.stream().map(Question::id).collect(Collectors.toSet());
    return graded.size() < whole.questions().size()
        && measures.stream()
            .filter(part -> part.counting() instanceof CountingRule.Judgements)
            .filter(part -> part.evidence().equals(whole.evidence()))
            .filter(part -> part.when().equals(whole.when()))
            .anyMatch(part -> Set.copyOf(part.questions()).equals(ids));
  }

  private List<Question> graded(Measure measure, Scale scale) {
    return measure.questions().stream()
        .filter(scale.all()::contains)
        .map(questions::get)
        .filter(question -> question != null)
        .toList();
  }

  /** How many there are where those that are the same through versions of a form are one. */
  private int ofAVersion(List<Question> graded) {
    return (int) graded.stream().map(question -> form.first(question.id())).distinct().count();
  }

  /** The grades that some answer to one of the questions is, as places in the scale. */
  private static List<Integer> used(Scale scale, List<Question> graded) {
    TreeSet<Integer> used = new TreeSet<>();
    for (Question question : graded) {
      question.answers().forEach(answer -> used.add(scale.place(question.id(), answer)));
    }
    used.remove(-1);
    return List.copyOf(used);
  }

  /** The id of the measure at or above a grade, made unless it is the measure's own cut. */
  private String cut(Measure measure, Scale scale, List<Question> graded, int place) {
    Map<String, List<String>> sufficient = new LinkedHashMap<>();
    graded.forEach(question -> sufficient.put(question.id(), scale.atLeast(place, question)));
    boolean isOwn =
        graded.size() == measure.questions().size()
            && graded.stream()
                .allMatch(
                    question ->
                        Set.copyOf(sufficient.get(question.id()))
                            .equals(Set.copyOf(question.sufficient())));
    if (isOwn) {
      return measure.id();
    }
    String id = stem(measure, scale) + AT_LEAST + scale.grades().get(place).code();
    added.add(
        new Measure(
            id,
            Measure.GRADE,
            label(named(measure, scale), scale.grades(), place),
            measure.evidence(),
            graded.stream().map(Question::id).toList(),
            measure.when(),
            false,
            new CountingRule.Cut(sufficient)));
    return id;
  }

  /** Grades of two scales in one measure may have the same codes. */
  private String stem(Measure measure, Scale scale) {
    return hasOthers(measure, scale) ? measure.id() + "-" + scale.id() : measure.id();
  }

  private String named(Measure measure, Scale scale) {
    return hasOthers(measure, scale)
        ? "%s (%s)".formatted(measure.label(), scale.label())
        : measure.label();
  }

  private boolean hasOthers(Measure measure, Scale scale) {
    return scales.stream()
        .anyMatch(other -> !other.id().equals(scale.id()) && !graded(measure, other).isEmpty());
  }

  private static String label(String of, List<Grade> grades, int place) {
    return "%s: %s%s".formatted(of, grades.get(place).label(), place == 0 ? "" : " or better");
  }

  private GradeDistribution.Mean mean(
      Measure measure, Scale scale, List<Question> graded, List<Integer> used) {
    List<Integer> points = used.stream().map(scale.points()::get).toList();
    GradeDistribution.Mean mean =
        new GradeDistribution.Mean(stem(measure, scale) + "-mean-grade", points);
    Map<String, Map<String, Integer>> worth = new LinkedHashMap<>();
    for (Question question : graded) {
      Map<String, Integer> ofAnswer = new LinkedHashMap<>();
      for (String answer : question.answers()) {
        int place = used.indexOf(scale.place(question.id(), answer));
        ofAnswer.put(answer, place < 0 ? 0 : points.get(place) - mean.lowest());
      }
      worth.put(question.id(), ofAnswer);
    }
    added.add(
        new Measure(
            mean.measureId(),
            Measure.GRADE,
            named(measure, scale) + ": mean grade",
            measure.evidence(),
            graded.stream().map(Question::id).toList(),
            measure.when(),
            false,
            new CountingRule.Points(worth)));
    return mean;
  }

  private void add(Measure measure, CountingRule.Composite composite, List<Grade> classes) {
    List<String> cuts = new ArrayList<>(List.of(measure.id()));
    for (int place = 1; place < classes.size() - 1; place++) {
      String id = measure.id() + AT_LEAST + classes.get(place).code();
      cuts.add(id);
      added.add(
          new Measure(
              id,
              Measure.GRADE,
              label(measure.label(), classes, place),
              measure.evidence(),
              measure.questions(),
              measure.when(),
              false,
              new CountingRule.Composite(composite.classes(), place)));
    }
    distributions.add(
        new GradeDistribution(
            measure.id(), measure.id(), measure.label(), classes, cuts, 1, Optional.empty()));
  }
}
