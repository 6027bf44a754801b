package org.trustbench.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.ReadingBuilder;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.Reading;

/**
 * Judgements of second readings of one inspection in an extract. They wait until every row is in: a
 * second reading makes no case, so that a case without a first reading counts nowhere.
 */
final class ExtractSecondReadings {
  private final InspectionBuilder builder;
  private final Codebook codebook;
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * A judgement.
   *
   * @param answer its number, or negative
   * @param given the answer as it was given
   * @param inspector the inspector's id, blank where it is not known
   * @param caseColumn where the case's id stands
   */
  record Waiting(
      String caseId,
      int question,
      int answer,
      String given,
      String inspector,
      int file,
      int line,
      int caseColumn) {}

  ExtractSecondReadings(InspectionBuilder builder, Codebook codebook) {
    this.builder = builder;
    this.codebook = codebook;
  }

  void add(Waiting judgement) throws Refusal {
    builder.remember(judgement.file());
    waiting.add(judgement);
  }

  /** Takes in what waits, now that all cases are known. */
  void takeIn() throws Refusal {
    if (waiting.isEmpty()) {
      return;
    }
    ReadingBuilder reading = builder.of(Reading.SECOND);
    for (Waiting one : waiting) {
      int caseNumber = builder.matrix().caseNumber(one.caseId());
      if (caseNumber < 0) {
        builder.reject(
            one.file(),
            one.line(),
            RejectRule.UNKNOWN_CASE,
            builder.told(
                one.file(),
                one.caseColumn(),
                one.line(),
                codebook
                    .terms()
                    .text(
                        "the {case} has no row of a first reading: add it, or correct what the row"
                            + " says of its reading")),
            1);
      } else if (reading.judgement(
          caseNumber, one.question(), one.answer(), one.file(), one.line())) {
        reading.judgedBy(
            caseNumber, one.question(), reading.inspector(one.inspector(), one.file()), one.file());
      } else {
        reading.unknownAnswer(one.question(), one.given(), one.file(), one.line());
      }
    }
  }
}
