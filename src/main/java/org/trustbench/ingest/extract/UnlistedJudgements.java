package org.trustbench.ingest.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;

/**
 * The judgements of an inspection whose rows list only what was insufficient. What was judged on a
 * visit and is not listed was sufficient, unless something is listed of the visit that cannot be
 * taken in: as that may be anything, nothing follows from what is not listed of it then.
 */
final class UnlistedJudgements {
  /** What is told of a file of visits. */
  private static final String TOLD =
      "judgements not stated: what was judged on its visits and is not listed as insufficient"
          + " counts as sufficient";

  private final InspectionBuilder builder;
  private final Codebook codebook;
  private final Layout.Listing listing;
  private final BitSet always = new BitSet();
  private final Map<Integer, BitSet> judged = new HashMap<>();
  private final Set<Integer> unclear = new LinkedHashSet<>();

  UnlistedJudgements(InspectionBuilder builder, Codebook codebook, Layout.Listing listing) {
    this.builder = builder;
    this.codebook = codebook;
    this.listing = listing;
    listing.questions().forEach(id -> always.set(codebook.question(id)));
    if (listing.questions().isEmpty() && listing.visits().questions().isEmpty()) {
      codebook.framework().questions().stream()
          .mapToInt(question -> codebook.question(question.id()))
          .filter(question -> question >= 0)
          .forEach(always::set);
    }
  }

  /** Takes note that a question was judged on a visit. */
  void judged(int caseNumber, int question) {
    judged.computeIfAbsent(caseNumber, visit -> new BitSet()).set(question);
  }

  /** Takes note that something about a visit is not clear, so that nothing follows. */
  void unclear(int caseNumber) {
    unclear.add(caseNumber);
  }

  private boolean isJudged(int caseNumber, int question) {
    return always.get(question)
        || judged.containsKey(caseNumber) && judged.get(caseNumber).get(question);
  }

  /** Takes in a question that is listed of a visit; the answer is -1 where none is given. */
  void listed(int caseNumber, int question, int answer, int file, int line) throws Refusal {
    if (!isJudged(caseNumber, question)) {
      reject(
          caseNumber,
          RejectRule.UNKNOWN_QUESTION,
          "%s is listed of a visit on which it was not judged: mend the listing, or the file of visits"
              .formatted(codebook.framework().questions().get(question).id()),
          file,
          line);
      return;
    }
    int meant =
        answer >= 0 ? answer : answer(codebook, question, listing.listed(), Outcome.INSUFFICIENT);
    if (codebook.outcome(question, meant) != Outcome.INSUFFICIENT) {
      reject(
          caseNumber,
          RejectRule.UNKNOWN_ANSWER,
          "the answer to %s is not an insufficient one, and only such are listed: correct it, or leave the row out"
              .formatted(codebook.framework().questions().get(question).id()),
          file,
          line);
      return;
    }
    builder.of(Reading.FIRST).judgement(caseNumber, question, meant, file, line);
  }

  private void reject(int caseNumber, RejectRule rule, String reason, int file, int line) {
    builder.reject(file, line, rule, reason, 1);
    unclear(caseNumber);
  }

  /** Adds what follows from what is not listed, when all rows are in. */
  void infer() throws Refusal {
    List<CaseRow> visits = new ArrayList<>(builder.matrix().cases());
    List<Question> questions = codebook.framework().questions();
    Set<Integer> files = new TreeSet<>();
    for (int question = 0; question < questions.size(); question++) {
      int sufficient = answer(codebook, question, listing.notListed(), Outcome.SUFFICIENT);
      for (int visit = 0; visit < visits.size(); visit++) {
        CaseRow row = visits.get(visit);
        boolean isOpen =
            isJudged(visit, question)
                && !unclear.contains(visit)
                && questions.get(question).evidence().equals(row.evidence())
                && builder.matrix().answer(visit, question) == JudgementMatrix.EMPTY;
        if (isOpen) {
          files.add(row.file());
          builder.read(row.file(), 1);
          builder.of(Reading.FIRST).judgement(visit, question, sufficient, row.file(), row.line());
        }
      }
    }
    for (int file : files) {
      builder.note(file, 1, RejectRule.NAME_NOT_LISTED, List.of(TOLD));
    }
  }

  /** The answer that a layout names, or the one that there is of an outcome. */
  private static int answer(
      Codebook codebook, int question, Map<String, String> named, Outcome outcome) {
    String id = codebook.framework().questions().get(question).id();
    if (named.containsKey(id)) {
      return codebook.answer(named.get(id));
    }
    List<Answer> answers = codebook.framework().answers();
    for (int answer = 0; answer < answers.size(); answer++) {
      if (codebook.outcome(question, answer) == outcome) {
        return answer;
      }
    }
    throw new IllegalStateException("no answer to " + id + " is " + outcome);
  }
}
