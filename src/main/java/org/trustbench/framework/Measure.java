package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/**
 * A ratio, sufficient ÷ assessed, over a set of questions in a set of cases.
 *
 * @param id unique in the framework: {@code overall}, {@code theme-2}, {@code section-2.1}, {@code
 *     question-plan_timely} or an id of the framework's own
 * @param kind {@code overall}, {@code theme}, {@code section}, {@code question}, {@code pathway} or
 *     a kind declared by the framework, such as {@code child_protection}
 * @param label what tables call it
 * @param evidence the kind of case it is scored on
 * @param questions ids of its questions, each once
 * @param when the cases in its scope
 * @param isStratified whether its tallies are kept by case-mix stratum
 * @param pathway for a step of a pathway: the questions of every earlier step, in order; a case is
 *     in scope only when it passed them all. Null for every other measure.
 */
public record Measure(
    String id,
    String kind,
    String label,
    String evidence,
    List<String> questions,
    Condition when,
    boolean isStratified,
    List<String> pathway)
    implements Serializable {
  public static final String OVERALL = "overall";
  public static final String THEME = "theme";
  public static final String SECTION = "section";
  public static final String QUESTION = "question";
  public static final String PATHWAY = "pathway";

  /** A step of a pathway is tallied by cases that passed it, not by judgements. */
  public boolean isPathwayStep() {
    return pathway != null;
  }
}
