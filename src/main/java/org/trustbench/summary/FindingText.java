package org.trustbench.summary;

import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.Finding;

/**
 * The findings reported of one trust, in words: a draft for somebody who answers for them.
 *
 * @param trust its name
 * @param headline one sentence
 * @param overall where it stands in all of its work; empty where it has no score
 * @param besides what changed since the inspection before, and how it stands to its own peers, in
 *     sentences; empty without either
 * @param parts what was done well, then what needs attention
 * @param notFromJudgements what such a report says besides, and these data cannot
 */
public record FindingText(
    String trust,
    String headline,
    String overall,
    List<String> besides,
    List<Part> parts,
    List<String> notFromJudgements) {
  /** Stands over every draft. */
  public static final String DRAFT = "Draft findings";

  /** Says what a draft is. */
  public static final String WHAT_A_DRAFT_IS =
      "A draft, made by rule from the judgements: nobody has read or approved it.";

  /** The command that prints where a figure comes from. */
  public static String derivation(String trustId, String measureId) {
    return "jobs/submit explain --trust %s --measure %s".formatted(trustId, measureId);
  }

  /**
   * Statements of one kind.
   *
   * @param nothing said where there are none
   */
  public record Part(Finding.Kind kind, String heading, String nothing, List<Item> items) {}

  /**
   * One statement.
   *
   * @param lead what it says
   * @param figures the sentences that say it in figures, each with the measure it is about
   * @param more other measures that point the same way; empty where there are none
   * @param hedge how sure it is, and what to keep in mind
   * @param measures every measure it rests on, with what it is called
   */
  public record Item(
      String lead,
      List<Figure> figures,
      String more,
      List<String> hedge,
      Map<String, String> measures) {}

  /** A sentence with a score in it. */
  public record Figure(String measureId, String sentence) {}
}
