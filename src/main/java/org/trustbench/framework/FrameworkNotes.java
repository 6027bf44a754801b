package org.trustbench.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warnings: what is allowed in a framework and most likely not what its author meant. */
public final class FrameworkNotes {
  private final Framework framework;
  private final int fewestOthers;
  private final List<String> notes = new ArrayList<>();

  private FrameworkNotes(Framework framework, int fewestOthers) {
    this.framework = framework;
    this.fewestOthers = fewestOthers;
  }

  /**
   * A sentence for each.
   *
   * @param fewestOthers trusts that a trust is compared with at least
   */
  public static List<String> of(Framework framework, int fewestOthers) {
    FrameworkNotes notes = new FrameworkNotes(framework, fewestOthers);
    notes.sectionsAndAnswers();
    notes.notes.addAll(columns(framework));
    notes.groups();
    notes.missing();
    notes.notes.addAll(FormNotes.of(framework));
    return notes.notes;
  }

  /** Words that a program may write where it means that there is nothing. */
  private void missing() {
    framework.answers().forEach(answer -> missing("answer " + answer.code(), answer.code()));
    for (Attribute attribute : framework.attributes()) {
      attribute
          .values()
          .forEach(value -> missing("a value of attribute " + attribute.id(), value.code()));
    }
    framework.evidence().forEach(kind -> missing("evidence " + kind, kind));
    for (Trust trust : framework.trusts()) {
      Stream.of(List.of(trust.code(), trust.name()), trust.aliases())
          .flatMap(List::stream)
          .distinct()
          .forEach(name -> missing("%s %s".formatted(TrustsCsv.FILE, trust.code()), name));
    }
  }

  private void missing(String place, String word) {
    if (MissingMarks.isOfPrograms(word)) {
      notes.add(
          "%s: \"%s\" is what programs such as R write where a value is missing, and counts as this word there too: give it another"
              .formatted(place, word));
    }
  }

  private void sectionsAndAnswers() {
    for (Theme theme : framework.themes()) {
      for (Theme.Section section : theme.sections()) {
        if (framework.questions().stream().noneMatch(q -> q.sections().contains(section.id()))) {
          notes.add(
              "section %s has no question in %s, so it will have no score"
                  .formatted(section.id(), QuestionsCsv.FILE));
        }
      }
    }
    for (Answer answer : framework.answers()) {
      if (answer.means() == null
          && framework.questions().stream().noneMatch(q -> q.answers().contains(answer.code()))) {
        notes.add("answer %s may be given to no question".formatted(answer.code()));
      }
    }
    for (Question question : framework.questions()) {
      if (Set.copyOf(question.sufficient()).containsAll(question.answers())) {
        notes.add(
            "every answer to question %s is sufficient, so it will always score 100 %%"
                .formatted(question.id()));
      }
    }
  }

  /** Warnings about columns of a framework's tables that nothing reads. */
  public static List<String> columns(Framework framework) {
    List<String> notes = new ArrayList<>();
    for (String column :
        foreign(framework, QuestionsCsv.FILE, QuestionsCsv.optional(framework.forms()))) {
      notes.add(
          "column %s of %s is not read, since it is no column of it"
              .formatted(column, QuestionsCsv.FILE));
    }
    List<String> dimensions =
        new ArrayList<>(framework.dimensions().stream().map(Framework.Named::id).toList());
    dimensions.addAll(TrustsCsv.OPTIONAL);
    for (String column : foreign(framework, TrustsCsv.FILE, dimensions)) {
      notes.add(
          "column %s of %s is not read, since it is not among the dimensions of framework.json"
              .formatted(column, TrustsCsv.FILE));
    }
    return notes;
  }

  private static List<String> foreign(Framework framework, String file, List<String> optional) {
    List<String> required =
        file.equals(TrustsCsv.FILE) ? TrustsCsv.REQUIRED : QuestionsCsv.REQUIRED;
    return framework.files().stream()
        .filter(source -> source.name().equals(file))
        .map(source -> new CsvText(file, source.text(), required, optional, new Mistakes("")))
        .map(csv -> CsvText.foreign(csv.header(), required, optional))
        .findFirst()
        .orElseThrow();
  }

  private void groups() {
    for (Comparator comparator : framework.comparators()) {
      if (comparator.by().isEmpty()) {
        small("comparator " + comparator.id(), framework.trusts().size());
        continue;
      }
      Map<String, Integer> sizes = new LinkedHashMap<>();
      List<String> without = new ArrayList<>();
      for (Trust trust : framework.trusts()) {
        String group = comparator.group(trust.dimensions()::get);
        if (group == null) {
          without.add(trust.code());
        } else {
          sizes.merge(group, 1, Integer::sum);
        }
      }
      sizes.forEach(
          (group, size) -> small("comparator %s: %s".formatted(comparator.id(), group), size));
      if (!without.isEmpty() && !comparator.by().contains(Framework.TRANCHE)) {
        notes.add(
            framework
                .terms()
                .text(
                    "comparator %s: {institutions} without a %s are in none of its groups: %s",
                    comparator.id(),
                    String.join(" and a ", comparator.by()),
                    without.stream().limit(10).collect(Collectors.joining(", "))
                        + (without.size() > 10 ? ", …" : "")));
      }
    }
  }

  private void small(String group, int trusts) {
    if (trusts <= fewestOthers) {
      notes.add(
          framework
              .terms()
              .text(
                  "%s has %s: {an institution} is compared with at least %d others",
                  group,
                  framework.terms().counted(trusts, "{institution}", "{institutions}"),
                  fewestOthers));
    }
  }
}
