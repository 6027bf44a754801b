package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;

/**
 * What is unknown of one inspection, and how it must add up whatever was published: questions to
 * sections, sections to themes, kinds of case to all cases.
 */
final class InspectionUnknowns {
  private final String id;
  private final Shape shape;
  private final Unknowns all;
  private final Map<String, int[]> casesOfKind = new HashMap<>();
  private final Map<Shape.Part, Tallied> parts = new LinkedHashMap<>();
  private final Map<String, Tallied> measures = new LinkedHashMap<>();
  private final Map<String, Tallied> differences = new LinkedHashMap<>();
  private final Map<String, int[]> remaining = new LinkedHashMap<>();
  private final int cases;
  private final int[] deciding;

  InspectionUnknowns(String id, Shape shape, Unknowns all) {
    this.id = id;
    this.shape = shape;
    this.all = all;
    for (String evidence : shape.framework().evidence()) {
      int[] kinds = new int[shape.kinds(evidence)];
      for (int kind = 0; kind < kinds.length; kind++) {
        kinds[kind] = all.add("%s %s kind %d".formatted(id, evidence, kind));
      }
      casesOfKind.put(evidence, kinds);
    }
    cases = all.add(id + " cases");
    all.sum(cases, casesOfKind.values().stream().flatMapToInt(Arrays::stream).toArray());
    shape.framework().questions().forEach(q -> addParts(q.id(), q.evidence()));
    shape.framework().measures().stream().filter(m -> !m.isPathwayStep()).forEach(this::addMeasure);
    addDifferences();
    shape.framework().pathways().forEach(this::addPathway);
    deciding =
        IntStream.concat(
                casesOfKind.values().stream().flatMapToInt(Arrays::stream),
                parts.values().stream()
                    .flatMapToInt(
                        part ->
                            IntStream.of(
                                part.sufficient(), part.insufficient(), part.notApplicable())))
            .toArray();
  }

  String id() {
    return id;
  }

  /** The unknowns of every cell that is published or suppressed, by measure. */
  Map<String, Tallied> measures() {
    return measures;
  }

  /** Those of cells that are not published, but follow from two that are: larger less smaller. */
  Map<String, Tallied> between() {
    Map<String, Tallied> between = new LinkedHashMap<>(differences);
    parts.forEach(
        (part, cell) -> {
          if (!measures.containsValue(cell)) {
            between.put("%s of kinds %s".formatted(part.question(), part.kinds()), cell);
          }
        });
    return between;
  }

  /** The smallest parts, from which all else is added up. */
  Map<Shape.Part, Tallied> parts() {
    return parts;
  }

  /** Unknowns that settle all others of the inspection. */
  int[] deciding() {
    return deciding;
  }

  /** Cases of every kind and evidence. */
  int cases() {
    return cases;
  }

  /** Cases left of a pathway; those that start at 0, then after each step. */
  int[] remaining(String pathwayId) {
    return remaining.get(pathwayId);
  }

  private void addParts(String question, String evidence) {
    for (Shape.Part part : shape.parts(question)) {
      Tallied cell = Tallied.of(all, "%s %s %s".formatted(id, question, part.kinds()), true);
      cell.hasOutcomes(all, 1);
      all.sum(cell.scope(), casesOf(evidence, part.kinds()));
      parts.put(part, cell);
    }
  }

  private int[] casesOf(String evidence, Set<Integer> kinds) {
    return kinds.stream().mapToInt(kind -> casesOfKind.get(evidence)[kind]).toArray();
  }

  private void addMeasure(Measure measure) {
    List<Shape.Part> made = shape.parts(measure);
    if (made.size() == 1) {
      measures.put(measure.id(), parts.get(made.get(0)));
      return;
    }
    boolean isOfOneQuestion = measure.questions().size() == 1;
    Tallied cell = Tallied.of(all, id + " " + measure.id(), isOfOneQuestion);
    measures.put(measure.id(), cell);
    cell.isSumOf(all, made.stream().map(parts::get).toList());
    cell.hasOutcomes(all, measure.questions().size());
    all.sum(cell.scope(), casesOf(measure.evidence(), shape.kinds(measure)));
    if (!isOfOneQuestion) {
      for (String question : measure.questions()) {
        casesWithAnAnswer(cell, made.stream().filter(p -> p.question().equals(question)).toList());
      }
    }
  }

  /** A case with a judgement on one of a measure's questions is one of its cases assessed. */
  private void casesWithAnAnswer(Tallied cell, List<Shape.Part> ofQuestion) {
    int[] unknowns = new int[ofQuestion.size() + 1];
    long[] factors = new long[unknowns.length];
    for (int i = 0; i < ofQuestion.size(); i++) {
      unknowns[i] = parts.get(ofQuestion.get(i)).assessed();
      factors[i] = 1;
    }
    unknowns[ofQuestion.size()] = cell.cases();
    factors[ofQuestion.size()] = -1;
    all.add(new Linear(unknowns, factors, -Linear.NO_LIMIT, 0));
  }

  /**
   * A measure that holds others whole is their sum and something more. Following the relation is
   * what finds a difference of two published cells though the parts of both are suppressed.
   */
  private void addDifferences() {
    List<Measure> bySize = new ArrayList<>();
    for (Measure measure : shape.framework().measures()) {
      if (!measure.isPathwayStep()) {
        bySize.add(measure);
      }
    }
    bySize.sort(Comparator.comparing(measure -> -shape.parts(measure).size()));
    for (Measure larger : bySize) {
      Set<Shape.Part> whole = new LinkedHashSet<>(shape.parts(larger));
      List<Measure> inside = new ArrayList<>();
      Set<Shape.Part> left = new LinkedHashSet<>(whole);
      for (Measure smaller : bySize) {
        List<Shape.Part> made = shape.parts(smaller);
        if (made.size() < whole.size() && made.size() > 1 && whole.containsAll(made)) {
          addDifference(larger, List.of(smaller), whole);
          if (left.containsAll(made)) {
            left.removeAll(new HashSet<>(made));
            inside.add(smaller);
          }
        }
      }
      if (inside.size() > 1) {
        addDifference(larger, inside, whole);
      }
    }
  }

  private void addDifference(Measure larger, List<Measure> smaller, Set<Shape.Part> whole) {
    Set<Shape.Part> left = new LinkedHashSet<>(whole);
    List<Tallied> addends = new ArrayList<>();
    for (Measure one : smaller) {
      left.removeAll(new HashSet<>(shape.parts(one)));
      addends.add(measures.get(one.id()));
    }
    if (!left.isEmpty()) {
      String name =
          larger.id() + " less " + String.join(", ", smaller.stream().map(Measure::id).toList());
      Tallied rest;
      if (left.size() == 1) {
        rest = parts.get(left.iterator().next());
      } else {
        rest = Tallied.of(all, id + " " + name, false);
        rest.isSumOf(all, left.stream().map(parts::get).toList());
        differences.put(name, rest);
      }
      addends.add(rest);
    }
    measures.get(larger.id()).isSumOf(all, addends);
  }

  /**
   * A case is left after a step unless one of the step's questions, or of an earlier one, was
   * insufficient or not recorded in it.
   */
  private void addPathway(Pathway pathway) {
    String evidence = shape.framework().defaultEvidence();
    Set<Integer> about = shape.kinds(evidence, pathway.when());
    int[] left = new int[pathway.steps().size() + 1];
    for (int step = 0; step < left.length; step++) {
      left[step] = all.add("%s %s left after %d".formatted(id, pathway.id(), step));
    }
    remaining.put(pathway.id(), left);
    all.sum(left[0], casesOf(evidence, about));
    for (int step = 1; step < left.length; step++) {
      all.atMost(left[step], left[step - 1]);
      List<Integer> failed = new ArrayList<>();
      for (String question : pathway.steps().get(step - 1).questions()) {
        List<Integer> failedThis = new ArrayList<>();
        for (Shape.Part part : shape.parts(question)) {
          if (about.containsAll(part.kinds())) {
            failedThis.add(parts.get(part).insufficient());
            failedThis.add(parts.get(part).notRecorded());
          }
        }
        lost(left[0], left[step], failedThis, true);
        failed.addAll(failedThis);
      }
      lost(left[step - 1], left[step], failed, false);
    }
  }

  /** Cases lost are at least, or at most, those that failed. */
  private void lost(int before, int after, List<Integer> failed, boolean isAtLeast) {
    int[] unknowns = new int[failed.size() + 2];
    long[] factors = new long[unknowns.length];
    for (int i = 0; i < failed.size(); i++) {
      unknowns[i] = failed.get(i);
      factors[i] = -1;
    }
    unknowns[failed.size()] = before;
    factors[failed.size()] = 1;
    unknowns[failed.size() + 1] = after;
    factors[failed.size() + 1] = -1;
    all.add(
        new Linear(
            unknowns, factors, isAtLeast ? 0 : -Linear.NO_LIMIT, isAtLeast ? Linear.NO_LIMIT : 0));
  }
}
