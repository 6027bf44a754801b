package org.trustbench.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.message.Counted;
import org.trustbench.message.PrintableText;

/** Tells what each column of an extract was taken for, line by line. */
final class DraftAccount {
  private final ExtractFile file;
  private final ColumnSurvey survey;
  private final ColumnRoles roles;
  private final List<String> lines = new ArrayList<>();

  DraftAccount(ExtractFile file, ColumnSurvey survey, ColumnRoles roles) {
    this.file = file;
    this.survey = survey;
    this.roles = roles;
  }

  List<String> lines() {
    lines.add(file.told());
    line("institution", roles.trust(), counted(roles.trust()));
    roles.otherTrusts().forEach(other -> line("or institution", other, counted(other)));
    roles.caseKey().forEach(column -> line("case", column, counted(column)));
    roles
        .questions()
        .forEach(group -> group.forEach(column -> line("question", column, answers(column))));
    if (roles.isLong()) {
      line("questions", roles.question(), counted(roles.question()));
      line("answers", roles.answer(), answers(roles.answer()));
    }
    line("scope", roles.scope(), String.join(", ", roles.scopeValues()));
    line("day", roles.date(), roles.date() == null ? "" : roles.datePatterns().get(0));
    line("synthetic", roles.synthetic(), "");
    roles.dimensions().forEach(column -> line("group", column, counted(column)));
    roles.attributes().forEach(column -> line("attribute", column, counted(column)));
    roles.unused().forEach((column, reason) -> line("not used", column, reason));
    if (roles.caseKey().isEmpty()) {
      lines.add("no columns were found that tell the cases of an institution apart");
    }
    if (!roles.isLong() && roles.questions().isEmpty()) {
      lines.add(
          "no answers were found: where rows list only what was insufficient, the layout needs"
              + " \"lists\" and a file of visits");
    }
    if (survey.ragged() > 0) {
      lines.add(
          "%s another number of cells than the header, and %s left out"
              .formatted(
                  Counted.of(survey.ragged(), "row has", "rows have"),
                  Counted.word(survey.ragged(), "was", "were")));
    }
    lines.addAll(file.remarks());
    return lines;
  }

  private String counted(String column) {
    return Counted.of(survey.column(column).distinct(), "value");
  }

  /** What a column holds, judgements first; what is taken for none of them is said to be none. */
  private String answers(String column) {
    Map<Boolean, List<String>> bySilence =
        survey.column(column).spellings().stream()
            .map(written -> written.get(0))
            .collect(Collectors.partitioningBy(answer -> AnswerMeaning.of(answer).isSilent()));
    String judging = String.join(", ", bySilence.get(false));
    return bySilence.get(true).isEmpty()
        ? judging
        : "%s; no judgement: %s".formatted(judging, String.join(", ", bySilence.get(true)));
  }

  private void line(String role, String column, String about) {
    if (column != null) {
      lines.add(
          "  %-15s %s%s"
              .formatted(
                  role,
                  column.isEmpty() ? "(without a name)" : PrintableText.words(column),
                  about.isEmpty() ? "" : ": " + PrintableText.words(about)));
    }
  }
}
