package org.trustbench.framework;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A graded scale and the questions answered on it.
 *
 * @param grades the best first
 * @param isInterval whether steps between its grades are alike, so that a mean grade says something
 * @param questions ids of the questions whose answers are these grades
 * @param reversed ids of those asked the other way round: their best answer is the last grade
 */
public record Scale(
    String id,
    String label,
    List<Grade> grades,
    boolean isInterval,
    List<String> questions,
    List<String> reversed)
    implements Serializable {

  /**
   * A grade: an answer code and the words for it.
   *
   * @param code an answer of the framework, or a class of a composite
   */
  public record Grade(String code, String label) implements Serializable {}

  /** The questions of both directions. */
  public List<String> all() {
    List<String> all = new ArrayList<>(questions);
    all.addAll(reversed);
    return all;
  }

  /** Where an answer to a question stands among the grades, 0 the best; -1 where it is none. */
  public int place(String question, String answer) {
    int place = grades.stream().map(Grade::code).toList().indexOf(answer);
    return place >= 0 && reversed.contains(question) ? grades.size() - 1 - place : place;
  }

  /** The answers to a question that are at or above a grade. */
  public List<String> atLeast(int place, Question question) {
    return question.answers().stream()
        .filter(answer -> place(question.id(), answer) >= 0)
        .filter(answer -> place(question.id(), answer) <= place)
        .toList();
  }

  /**
   * What each grade is worth, the best first: its code where all are whole numbers that rise or
   * fall all the way; else the last is worth 1 and each before it 1 more.
   */
  public List<Integer> points() {
    List<Integer> numbers = new ArrayList<>();
    for (Grade grade : grades) {
      if (!grade.code().matches("-?\\d{1,4}")) {
        return counted();
      }
      numbers.add(Integer.valueOf(grade.code()));
    }
    return isMonotone(numbers) ? List.copyOf(numbers) : counted();
  }

  private List<Integer> counted() {
    List<Integer> counted = new ArrayList<>();
    for (int i = grades.size(); i > 0; i--) {
      counted.add(i);
    }
    return counted;
  }

  /** Whether its codes are numbers whose order is not that of the grades, either way. */
  boolean hasNumbersOutOfOrder() {
    return grades.stream().allMatch(grade -> grade.code().matches("-?\\d{1,4}"))
        && !isMonotone(grades.stream().map(grade -> Integer.valueOf(grade.code())).toList());
  }

  private static boolean isMonotone(List<Integer> numbers) {
    boolean isRising = true;
    boolean isFalling = true;
    for (int i = 1; i < numbers.size(); i++) {
      isRising &= numbers.get(i) > numbers.get(i - 1);
      isFalling &= numbers.get(i) < numbers.get(i - 1);
    }
    return isRising || isFalling;
  }
}
