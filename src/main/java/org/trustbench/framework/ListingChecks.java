package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Finds what is wrong with layouts that list only what was insufficient: every question that may
 * have been judged needs one answer for being listed, and one for not being listed.
 */
final class ListingChecks {
  private final Framework framework;
  private final QuestionsCsv.Read read;
  private final Mistakes mistakes;
  private String place;

  ListingChecks(Framework framework, QuestionsCsv.Read read, Mistakes mistakes) {
    this.framework = framework;
    this.read = read;
    this.mistakes = mistakes;
  }

  void check(Layout layout) {
    Layout.Listing listing = layout.listing();
    if (listing == null) {
      return;
    }
    place = "layout " + layout.id();
    Layout visits = listing.visits();
    if (visits == null || layout.shape() != Layout.Shape.LONG) {
      wrong(
          "lists, visits and question go together",
          "\"lists\": \"insufficient\" needs the column of the \"question\", and \"visits\": { … }, the file that says what was visited, since nothing else says what was judged and not listed");
      return;
    }
    if (layout.evidence() != null || layout.date() != null || !layout.attributes().isEmpty()) {
      wrong(
          "evidence, date and attributes stand beside what it lists",
          "they describe visits: put them into \"visits\"");
    }
    if (visits.caseKey().size() != layout.caseKey().size()) {
      wrong("case_key of it and of its visits differ in length", "give the same parts in both");
    }
    if (visits.columns().contains(layout.question())) {
      wrong(
          "column \"%s\" is one of its visits too".formatted(layout.question()),
          "a file is one of visits if it lacks that column: call it otherwise");
    }
    if ((visits.date() == null) != (visits.dateFormat() == null)) {
      wrong("date and date_format of its visits go together", "give both, or neither");
    }
    List<String> attributes = framework.attributes().stream().map(Attribute::id).toList();
    dangling("visits attributes", visits.attributes().keySet(), attributes, "attributes");
    if (read.isReadable()) {
      questions(layout, listing);
    }
  }

  private void questions(Layout layout, Layout.Listing listing) {
    List<String> ids = framework.questions().stream().map(Question::id).toList();
    dangling("visits always_judged", listing.questions(), ids, QuestionsCsv.FILE);
    dangling("visits judged", listing.visits().questions().keySet(), ids, QuestionsCsv.FILE);
    dangling("listed", listing.listed().keySet(), ids, QuestionsCsv.FILE);
    dangling("not_listed", listing.notListed().keySet(), ids, QuestionsCsv.FILE);
    Codebook codebook = new Codebook(framework);
    for (Question question : framework.questions()) {
      answer(codebook, question, "not_listed", listing.notListed(), Outcome.SUFFICIENT);
      if (layout.answer() == null) {
        answer(codebook, question, "listed", listing.listed(), Outcome.INSUFFICIENT);
      }
    }
  }

  private void answer(
      Codebook codebook,
      Question question,
      String entry,
      Map<String, String> named,
      Outcome outcome) {
    int number = codebook.question(question.id());
    List<String> lawful =
        framework.answers().stream()
            .map(Answer::code)
            .filter(code -> codebook.outcome(number, codebook.answer(code)) == outcome)
            .toList();
    String given = named.get(question.id());
    boolean isRight =
        given == null
            ? lawful.size() == 1
            : codebook.answer(given) >= 0
                && codebook.outcome(number, codebook.answer(given)) == outcome;
    if (!isRight) {
      wrong(
          "%s does not say which answer to %s is meant".formatted(entry, question.id()),
          "\"%s\": { \"%s\": one of %s }".formatted(entry, question.id(), lawful));
    }
  }

  private void wrong(String what, String fix) {
    mistakes.add(JSON_FILE, place, what, fix);
  }

  private void dangling(
      String entry, Collection<String> used, Collection<String> known, String source) {
    mistakes.dangling(JSON_FILE, place + ": " + entry, used, known, source);
  }
}
