package org.trustbench.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.message.Counted;

/** Goes through an extract and says what its columns are, as far as names and values tell. */
final class ColumnSurvey {
  private static final int MOST_ATTRIBUTE_VALUES = 20;
  private static final int MOST_NUMBERS = 12;
  private static final int MOST_GROUPS = 50;
  private static final int MOST_QUESTIONS = 500;

  private final ExtractFile file;
  private final List<ColumnValues> columns;
  private final long ragged;
  private final Set<ColumnValues> taken = new HashSet<>();
  private final Map<String, String> unused = new LinkedHashMap<>();
  private GroupColumns groups;

  /** Reads the whole file once. */
  ColumnSurvey(ExtractFile file) {
    this.file = file;
    this.columns = file.header().stream().map(ColumnValues::new).toList();
    this.ragged =
        file.forEach(
            cells ->
                IntStream.range(0, columns.size()).forEach(i -> columns.get(i).add(cells.get(i))));
  }

  /** Rows with another number of cells than the header. */
  long ragged() {
    return ragged;
  }

  ColumnValues column(String name) {
    return columns.get(file.header().indexOf(name));
  }

  /** The value of a dimension for an institution; empty where it has none. */
  String group(String dimension, String institution) {
    return groups.value(file.header().indexOf(dimension), institution);
  }

  /**
   * Finds the roles, reading the file once more.
   *
   * @param chosen the column of the institution, where somebody has said it; null otherwise
   */
  ColumnRoles roles(String chosen) {
    columns.stream()
        .filter(column -> column.name().isEmpty())
        .forEach(column -> unused(column, "nothing says what it is"));
    columns.stream()
        .filter(column -> column.filled() == 0 || column.distinct() == 1 && !column.hasBlanks())
        .forEach(
            column ->
                unused(column, column.filled() == 0 ? "empty" : "the same value in every row"));
    ColumnValues synthetic = first(columns.stream().filter(c -> ColumnNames.isSynthetic(c.name())));
    take(synthetic);
    List<ColumnValues> days = free().filter(c -> !DatePatterns.of(c).isEmpty()).toList();
    ColumnValues day =
        first(
            days.stream()
                .sorted(
                    Comparator.comparing(
                        (ColumnValues c) -> !ColumnNames.isDayOfInspection(c.name()))));
    take(day);
    ColumnValues named = chosen == null ? null : column(checked(chosen));
    take(named);
    Answers answers = answers();
    List<ColumnValues> institutions = institutions();
    ColumnValues trust = named != null ? named : first(institutions.stream());
    if (trust == null) {
      throw PipelineException.usage(
          "no column looks like the institution's: name it with --trust COLUMN, one of "
              + file.header());
    }
    take(trust);
    return second(trust, named != null, institutions, day, days.size() == 1, synthetic, answers);
  }

  /** The columns of answers: wide groups, or the two of the long shape. */
  private record Answers(
      List<List<ColumnValues>> groups, ColumnValues question, ColumnValues answer) {}

  private Answers answers() {
    List<List<ColumnValues>> groups = AnswerColumns.of(free().toList());
    boolean isWide = groups.stream().anyMatch(group -> group.size() > 1);
    if (isWide) {
      List<List<ColumnValues>> likely =
          groups.stream().filter(group -> group.size() > 1 || group.get(0).distinct() > 2).toList();
      likely.forEach(group -> group.forEach(this::take));
      return new Answers(likely, null, null);
    }
    ColumnValues question =
        first(
            free()
                .filter(column -> ColumnNames.isQuestion(column.name()))
                .filter(column -> column.distinct() > 1 && column.distinct() <= MOST_QUESTIONS)
                .filter(ColumnValues::isRepeated));
    ColumnValues answer =
        first(
            free()
                .filter(column -> column != question && ColumnNames.isAnswer(column.name()))
                .filter(column -> column.distinct() <= MOST_NUMBERS));
    if (question != null && answer != null) {
      take(question);
      take(answer);
      return new Answers(List.of(), question, answer);
    }
    groups.forEach(group -> group.forEach(this::take));
    return new Answers(groups, null, null);
  }

  private List<ColumnValues> institutions() {
    return free()
        .filter(column -> column.distinct() > 1 && !column.isCut() && column.isOfNames())
        .filter(column -> ColumnNames.institution(column.name()) > 0)
        .filter(column -> !column.isNumeric())
        .sorted(
            Comparator.<ColumnValues>comparingInt(
                    column ->
                        ColumnNames.institution(column.name()) + (column.isRepeated() ? 3 : 0))
                .reversed())
        .toList();
  }

  private ColumnRoles second(
      ColumnValues trust,
      boolean isTrustDecided,
      List<ColumnValues> institutions,
      ColumnValues day,
      boolean isOnlyDay,
      ColumnValues synthetic,
      Answers answers) {
    List<Integer> few = free().filter(this::isFew).map(columns::indexOf).toList();
    groups = new GroupColumns(columns.indexOf(trust), few);
    ScopeColumns scopes =
        new ScopeColumns(
            few.stream().filter(i -> ColumnNames.isScope(columns.get(i).name())).toList(),
            answers.question() != null
                ? List.of(columns.indexOf(answers.answer()))
                : answers.groups().stream().flatMap(List::stream).map(columns::indexOf).toList());
    int[] within =
        Stream.of(trust, answers.question())
            .filter(Objects::nonNull)
            .mapToInt(columns::indexOf)
            .toArray();
    CaseKeys keys = new CaseKeys(keyCandidates(), List.of(1, 2), within);
    file.forEach(
        cells -> {
          groups.row(cells);
          scopes.row(cells);
          keys.row(cells);
        });
    List<String> key = key(keys, within);
    key.forEach(name -> take(column(name)));
    Integer scope = scopes.found().orElse(null);
    take(scope == null ? null : columns.get(scope));
    boolean isRepeated = trust.isRepeated();
    List<ColumnValues> dimensions =
        free()
            .filter(c -> groups.isGroup(columns.indexOf(c)) && c.distinct() <= MOST_GROUPS)
            .filter(column -> isRepeated || ColumnNames.isPlace(column.name()))
            .toList();
    dimensions.forEach(this::take);
    List<ColumnValues> attributes = free().filter(this::isAttribute).toList();
    attributes.forEach(this::take);
    free().toList().forEach(column -> unused(column, reason(column)));
    return new ColumnRoles(
        trust.name(),
        isTrustDecided,
        names(institutions.stream().filter(column -> column != trust)),
        key,
        day == null ? null : day.name(),
        day == null ? List.of() : DatePatterns.of(day),
        isOnlyDay,
        synthetic == null ? null : synthetic.name(),
        answers.groups().stream().map(group -> names(group.stream())).toList(),
        answers.question() == null ? null : answers.question().name(),
        answers.question() == null ? null : answers.answer().name(),
        names(attributes.stream()),
        names(dimensions.stream()),
        scope == null ? null : file.header().get(scope),
        scope == null ? List.of() : scopes.inScope(scope),
        unused);
  }

  /** Names of the columns of a key; of three, for which the file is read again, if no two do. */
  private List<String> key(CaseKeys ofTwo, int... within) {
    List<Integer> found = ofTwo.found().boxed().toList();
    if (found.isEmpty() && keyCandidates().size() > 2) {
      CaseKeys ofThree = new CaseKeys(keyCandidates(), List.of(3), within);
      file.forEach(ofThree::row);
      found = ofThree.found().boxed().toList();
    }
    return found.stream().map(file.header()::get).toList();
  }

  private List<Integer> keyCandidates() {
    long rows = columns.stream().mapToLong(ColumnValues::filled).max().orElse(0);
    return free()
        .filter(column -> !column.name().isEmpty() && column.distinct() > 1)
        .filter(
            column ->
                ColumnNames.isKey(column.name())
                    || 10L * column.distinct() >= 9 * rows && column.isOfNames()
                    || column.isCount() && column.distinct() > MOST_NUMBERS)
        .sorted(
            Comparator.<ColumnValues>comparingInt(
                    column -> ColumnNames.isKey(column.name()) ? 0 : 1)
                .thenComparing(Comparator.comparingInt(ColumnValues::distinct).reversed()))
        .map(columns::indexOf)
        .toList();
  }

  private boolean isFew(ColumnValues column) {
    return column.distinct() > 1
            && column.distinct() <= MOST_GROUPS
            && column.isOfNames()
            && !ColumnNames.isPersonal(column.name())
        || ColumnNames.isPlace(column.name()) && column.distinct() <= MOST_GROUPS;
  }

  private boolean isAttribute(ColumnValues column) {
    return isFew(column)
        && column.isRepeated()
        && column.distinct() <= (column.isNumeric() ? MOST_NUMBERS : MOST_ATTRIBUTE_VALUES);
  }

  private static String reason(ColumnValues column) {
    return !DatePatterns.of(column).isEmpty()
        ? "days"
        : column.isCut()
            ? "more than %d values".formatted(ColumnValues.MOST)
            : Counted.of(column.distinct(), "value");
  }

  private String checked(String name) {
    if (!file.header().contains(name)) {
      throw PipelineException.usage(
          "--trust %s is no column: the header has %s".formatted(name, file.header()));
    }
    return name;
  }

  private Stream<ColumnValues> free() {
    return columns.stream()
        .filter(column -> !taken.contains(column) && !unused.containsKey(column.name()));
  }

  private void take(ColumnValues column) {
    if (column != null) {
      taken.add(column);
      unused.remove(column.name());
    }
  }

  private void unused(ColumnValues column, String reason) {
    unused.put(column.name(), reason);
  }

  private static List<String> names(Stream<ColumnValues> some) {
    return some.map(ColumnValues::name).collect(Collectors.toCollection(ArrayList::new));
  }

  private static ColumnValues first(Stream<ColumnValues> some) {
    return some.findFirst().orElse(null);
  }
}
