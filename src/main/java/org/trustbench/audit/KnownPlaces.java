package org.trustbench.audit;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.framework.Form;
import org.trustbench.framework.Outcome;
import org.trustbench.lake.JudgementsTable;

/** Every judgement is of a stored case and of a question of the form, and means what it says. */
final class KnownPlaces implements Audit {
  @Override
  public String id() {
    return "known-places";
  }

  @Override
  public Optional<String> fault(Appended appended) {
    Set<String> cases =
        appended.stored().cases().stream().map(row -> row.row().id()).collect(Collectors.toSet());
    Form form = appended.form();
    return Places.where(
            appended.stored().judgements(),
            "judgements are of a case that is not stored",
            row -> !cases.contains(row.caseId()))
        .or(
            () ->
                Places.where(
                    appended.stored().judgements(),
                    "judgements are of no question of the form, or of no answer to it",
                    row -> !isOfForm(form, row)));
  }

  private static boolean isOfForm(Form form, JudgementsTable.Row row) {
    int question = form.question(row.questionId());
    int answer = form.answer(row.answer());
    if (question < 0 || answer < 0) {
      return false;
    }
    Outcome outcome = form.outcome(question, answer);
    return outcome != null && outcome.id().equals(row.outcome());
  }
}
