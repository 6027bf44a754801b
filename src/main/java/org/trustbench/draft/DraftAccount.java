package org.trustbench.draft;

import java.util.ArrayList;
import java.util.List;
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
    lines.add(
        "header on line %d, %d columns, %s, %s between cells"
            .formatted(
                file.headerLine(),
                file.header().size(),
                file.charset().name(),
                file.delimiter() == '\t' ? "tab" : file.delimiter()));
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
    if (survey.ragged() > 0) {
      lines.add(
          "%d rows have another number of cells than the header, and were left out"
              .formatted(survey.ragged()));
    }
    return lines;
  }

  private String counted(String column) {
    return survey.column(column).distinct() + " values";
  }

  private String answers(String column) {
    return String.join(
        ", ", survey.column(column).spellings().stream().map(written -> written.get(0)).toList());
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
