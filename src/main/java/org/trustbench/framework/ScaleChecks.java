package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.framework.Scale.Grade;

/** Finds what is wrong with graded scales and with the questions answered on them. */
final class ScaleChecks {
  private final Framework framework;
  private final Mistakes mistakes;
  private final Map<String, String> scaleOf = new HashMap<>();

  ScaleChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
  }

  void check(QuestionsCsv.Read read) {
    mistakes.unique(JSON_FILE, "scales", framework.scales(), Scale::id);
    if (!framework.distributions().isEmpty()
        && framework.measureKinds().stream().anyMatch(kind -> kind.id().equals(Measure.GRADE))) {
      mistakes.add(
          JSON_FILE,
          "measure_kinds",
          "grade is the kind of the shares at every cut of a scale",
          "give your kind another id");
    }
    List<String> answers =
        framework.answers().stream().filter(one -> one.means() == null).map(Answer::code).toList();
    for (Scale scale : framework.scales()) {
      String place = "scale " + scale.id();
      List<String> grades = scale.grades().stream().map(Grade::code).toList();
      mistakes.dangling(
          JSON_FILE, place + ": grades", grades, answers, "answers that judge something");
      grades(scale, place);
      if (scale.all().isEmpty()) {
        mistakes.add(
            JSON_FILE,
            place,
            "no question is answered on it",
            "write the ids of those that are into \"questions\"");
      }
      if (read.isReadable()) {
        Set<String> known = new HashSet<>(read.unread());
        framework.questions().forEach(question -> known.add(question.id()));
        mistakes.dangling(JSON_FILE, place + ": questions", scale.all(), known, QuestionsCsv.FILE);
      }
      scale.all().forEach(question -> once(place, question, scale));
      framework.questions().stream()
          .filter(question -> scale.all().contains(question.id()))
          .forEach(question -> question(place, scale, question));
    }
  }

  private void grades(Scale scale, String place) {
    for (Grade grade : scale.grades()) {
      if (!grade.code().matches(Mistakes.ID)) {
        mistakes.add(
            JSON_FILE,
            place + ": grades",
            "\"%s\" cannot be part of the id of a measure".formatted(grade.code()),
            "a grade is letters, digits, . _ and -; let its label and aliases say the rest");
      }
    }
    if (scale.isInterval() && scale.hasNumbersOutOfOrder()) {
      mistakes.add(
          JSON_FILE,
          place + ": grades",
          "they are numbers that neither rise nor fall all the way",
          "list them from the best to the worst, or take out \"interval\"");
    }
  }

  private void once(String place, String question, Scale scale) {
    String other = scaleOf.put(question, scale.id());
    if (other != null) {
      mistakes.add(
          JSON_FILE,
          place + ": questions",
          "%s stands %s"
              .formatted(question, other.equals(scale.id()) ? "twice" : "in " + other + " too"),
          "a question is answered on one scale, one way round");
    }
  }

  private void question(String place, Scale scale, Question question) {
    List<String> strange =
        question.answers().stream()
            .filter(answer -> scale.place(question.id(), answer) < 0)
            .toList();
    if (!strange.isEmpty()) {
      mistakes.add(
          JSON_FILE,
          "%s: question %s".formatted(place, question.id()),
          "its answer %s is no grade of the scale".formatted(strange.get(0)),
          "write it into \"grades\" in its place, or take the question out of the scale");
    } else if (question.answers().size() < 2) {
      mistakes.add(
          JSON_FILE,
          "%s: question %s".formatted(place, question.id()),
          "it has one answer alone",
          "take the question out of the scale");
    } else {
      cut(place, scale, question);
    }
  }

  /** What is sufficient is a cut of the scale, or the scale is upside down for the question. */
  private void cut(String place, Scale scale, Question question) {
    List<String> bestFirst = new ArrayList<>(question.answers());
    bestFirst.sort((a, b) -> scale.place(question.id(), a) - scale.place(question.id(), b));
    int sufficient = question.sufficient().size();
    List<String> best = bestFirst.subList(0, Math.min(sufficient, bestFirst.size()));
    List<String> worst =
        bestFirst.subList(Math.max(0, bestFirst.size() - sufficient), bestFirst.size());
    if (!Set.copyOf(best).equals(Set.copyOf(question.sufficient()))
        && question.answers().containsAll(question.sufficient())) {
      boolean isTurned = Set.copyOf(worst).equals(Set.copyOf(question.sufficient()));
      mistakes.add(
          JSON_FILE,
          "%s: question %s".formatted(place, question.id()),
          "what is sufficient (%s) is not the best of its answers (%s)"
              .formatted(String.join("|", question.sufficient()), String.join("|", bestFirst)),
          isTurned
              ? "if it is asked the other way round list it under \"reversed\", otherwise not"
              : "correct the column sufficient of questions.csv, or the order of \"grades\"");
    }
  }
}
