package org.trustbench.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is allowed in a framework, and most likely not what its author meant. */
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
    notes.columns(
        QuestionsCsv.FILE, QuestionsCsv.REQUIRED, QuestionsCsv.OPTIONAL, "is no column of it");
    notes.columns(
        TrustsCsv.FILE,
        TrustsCsv.REQUIRED,
        framework.dimensions().stream().map(Framework.Named::id).toList(),
        "is not among the dimensions of framework.json");
    notes.groups();
    return notes.notes;
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

  private void columns(String file, List<String> required, List<String> optional, String why) {
    List<String> header = header(file, required);
    for (String column : header) {
      if (!column.isEmpty() && !required.contains(column) && !optional.contains(column)) {
        List<String> absent = optional.stream().filter(name -> !header.contains(name)).toList();
        notes.add(
            "column %s of %s is not read, since it %s%s"
                .formatted(
                    column,
                    file,
                    why,
                    NearestWord.to(column, absent)
                        .map("; did you mean %s?"::formatted)
                        .orElse("")));
      }
    }
  }

  private List<String> header(String file, List<String> required) {
    return framework.files().stream()
        .filter(source -> source.name().equals(file))
        .map(source -> new CsvText(file, source.text(), required, new Mistakes("")).header())
        .findFirst()
        .orElseThrow();
  }

  private void groups() {
    for (Comparator comparator : framework.comparators()) {
      if (comparator.by() == null) {
        small("comparator " + comparator.id(), framework.trusts().size());
        continue;
      }
      Map<String, Integer> sizes = new LinkedHashMap<>();
      List<String> without = new ArrayList<>();
      for (Trust trust : framework.trusts()) {
        String group = trust.dimensions().get(comparator.by());
        if (group == null) {
          without.add(trust.code());
        } else {
          sizes.merge(group, 1, Integer::sum);
        }
      }
      sizes.forEach(
          (group, size) -> small("comparator %s: %s".formatted(comparator.id(), group), size));
      if (!without.isEmpty() && !comparator.by().equals(Framework.TRANCHE)) {
        notes.add(
            "comparator %s: trusts without a %s are in none of its groups: %s"
                .formatted(
                    comparator.id(),
                    comparator.by(),
                    without.stream().limit(10).collect(Collectors.joining(", "))
                        + (without.size() > 10 ? ", …" : "")));
      }
    }
  }

  private void small(String group, int trusts) {
    if (trusts <= fewestOthers) {
      notes.add(
          "%s has %d trust%s: a trust is compared with %d others at least"
              .formatted(group, trusts, trusts == 1 ? "" : "s", fewestOthers));
    }
  }
}
