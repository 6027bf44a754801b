package org.trustbench.disclosure.adversary;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The unknowns of one cell.
 *
 * @param sufficient y
 * @param insufficient n − y
 * @param assessed n
 * @param cases k, cases with an assessed judgement; n itself where there is one question
 * @param scope cases the cell is about
 */
record Tallied(
    int sufficient,
    int insufficient,
    int assessed,
    int notApplicable,
    int notRecorded,
    int cases,
    int scope) {

  /** A cell of several questions, or of one in which every case has one judgement. */
  static Tallied of(Unknowns all, String name, boolean isOfOneQuestion) {
    int assessed = all.add(name + " n");
    Tallied cell =
        new Tallied(
            all.add(name + " y"),
            all.add(name + " x"),
            assessed,
            all.add(name + " na"),
            all.add(name + " nr"),
            isOfOneQuestion ? assessed : all.add(name + " k"),
            all.add(name + " scope"));
    all.sum(assessed, cell.sufficient, cell.insufficient);
    if (!isOfOneQuestion) {
      all.atMost(cell.cases, assessed);
      all.atMost(cell.cases, cell.scope);
    }
    return cell;
  }

  /** Makes this the sum of others, judgement by judgement. */
  void isSumOf(Unknowns all, List<Tallied> parts) {
    sum(all, parts, Tallied::sufficient);
    sum(all, parts, Tallied::insufficient);
    sum(all, parts, Tallied::assessed);
    sum(all, parts, Tallied::notApplicable);
    sum(all, parts, Tallied::notRecorded);
  }

  private void sum(Unknowns all, List<Tallied> parts, ToIntFunction<Tallied> which) {
    all.sum(which.applyAsInt(this), parts.stream().mapToInt(which).toArray());
  }

  /** Every case in scope has one outcome for each question. */
  void hasOutcomes(Unknowns all, int questions) {
    all.add(
        new Linear(
            new int[] {assessed, notApplicable, notRecorded, scope},
            new long[] {1, 1, 1, -questions},
            0,
            0));
  }
}
