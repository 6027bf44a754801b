package org.trustbench.draft;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Spelling;

/**
 * A first framework and layout for an extract, by the names and values of its columns. What a
 * program cannot know is marked in it, and a framework with such marks is refused.
 *
 * @param files the text of each file, by name
 * @param account a line for what each column was taken for, and for what was left out
 */
public record FrameworkDraft(Map<String, String> files, List<String> account) {

  /**
   * Drafts a framework.
   *
   * @param extract a delimited file with a header
   * @param trust the column of the institution; null to guess it
   */
  public static FrameworkDraft of(Path extract, String trust) {
    ExtractFile file = ExtractFile.open(extract);
    ColumnSurvey survey = new ColumnSurvey(file);
    ColumnRoles roles = survey.roles(trust);
    return new Drafting(file, survey, roles, name(extract)).draft();
  }

  /** The id of the framework: the name of the file, without what comes after its first point. */
  public static String name(Path extract) {
    String name = extract.getFileName().toString().replaceFirst("\\..*", "");
    String id = UniqueIds.slug(name, "-");
    return id.isEmpty() ? "framework" : id;
  }

  /** A draft in the making. */
  private static final class Drafting {
    private final ExtractFile file;
    private final ColumnSurvey survey;
    private final ColumnRoles roles;
    private final String name;
    private final DraftAnswers answers = new DraftAnswers();
    private final List<Collection<List<String>>> answersOf = new ArrayList<>();
    private final Map<String, String> questions = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    Drafting(ExtractFile file, ColumnSurvey survey, ColumnRoles roles, String name) {
      this.file = file;
      this.survey = survey;
      this.roles = roles;
      this.name = name;
    }

    FrameworkDraft draft() {
      Map<String, ColumnValues> inScope = answersInScope();
      boolean isBlankAnswered = inScope.values().stream().anyMatch(ColumnValues::hasBlanks);
      questions(inScope);
      Map<String, String> attributes = ids(roles.attributes());
      Map<String, String> dimensions = ids(roles.dimensions());
      String json =
          new DraftJson(file, survey, roles, answers, questions, attributes, dimensions)
              .text(name, isBlankAnswered);
      Map<String, String> files = new LinkedHashMap<>();
      files.put("framework.json", json);
      files.put(
          "questions.csv",
          csv(List.of("id", "label", "text", "sections", "answers", "sufficient"), rows));
      files.put("trusts.csv", trusts(dimensions));
      return new FrameworkDraft(files, new DraftAccount(file, survey, roles).lines());
    }

    /** The answers of each column in the rows that count. */
    private Map<String, ColumnValues> answersInScope() {
      Map<String, ColumnValues> values = new LinkedHashMap<>();
      List<String> columns =
          roles.isLong()
              ? List.of(roles.answer())
              : roles.questions().stream().flatMap(List::stream).toList();
      columns.forEach(column -> values.put(column, new ColumnValues(column)));
      int scope = roles.scope() == null ? -1 : file.header().indexOf(roles.scope());
      file.forEach(
          cells -> {
            if (scope < 0 || roles.scopeValues().contains(Spelling.plain(cells.get(scope)))) {
              values.forEach((column, into) -> into.add(cells.get(file.header().indexOf(column))));
            }
          });
      return values;
    }

    private void questions(Map<String, ColumnValues> inScope) {
      UniqueIds ids = new UniqueIds("_", "q");
      if (roles.isLong()) {
        Collection<List<String>> all = inScope.get(roles.answer()).spellings();
        answers.add(all);
        for (List<String> written : survey.column(roles.question()).spellings()) {
          String id = ids.of(written.get(0));
          written.forEach(one -> questions.put(DraftJson.key(one), id));
          row(id, written.get(0), all);
        }
        return;
      }
      for (List<String> group : roles.questions()) {
        Collection<List<String>> all = together(group, inScope);
        answers.add(all);
        answersOf.add(all);
      }
      for (int i = 0; i < answersOf.size(); i++) {
        for (String column : roles.questions().get(i)) {
          String id = ids.of(column);
          questions.put(column, id);
          row(id, column, answersOf.get(i));
        }
      }
    }

    /** The answers to any question of a group, each with its spellings. */
    private static Collection<List<String>> together(
        List<String> group, Map<String, ColumnValues> inScope) {
      ColumnValues all = new ColumnValues("");
      for (String column : group) {
        ColumnValues values = inScope.get(column);
        values.values().forEach(all::add);
      }
      return all.spellings();
    }

    private void row(String id, String label, Collection<List<String>> all) {
      rows.add(
          List.of(
              id,
              label,
              label,
              DraftJson.SECTION,
              String.join("|", answers.judging(all)),
              answers.sufficient(all)));
    }

    private String trusts(Map<String, String> dimensions) {
      List<String> header = new ArrayList<>(List.of("code", "name", "aliases"));
      header.addAll(dimensions.values());
      List<List<String>> trusts = new ArrayList<>();
      for (DraftTrusts.Institution one : new DraftTrusts(survey.column(roles.trust())).all()) {
        List<String> row =
            new ArrayList<>(List.of(one.code(), one.nameCell(), String.join("|", one.aliases())));
        dimensions.keySet().forEach(column -> row.add(survey.group(column, one.name())));
        trusts.add(row);
      }
      return csv(header, trusts);
    }

    /** Ids for columns, none of them a name that the table of cases has itself. */
    private static Map<String, String> ids(List<String> columns) {
      UniqueIds ids = new UniqueIds("_", "x");
      List.of("submission_hash", "inspection_id", "case_id", "evidence", "file", "line", "trust_id")
          .forEach(ids::take);
      Map<String, String> byColumn = new LinkedHashMap<>();
      columns.forEach(column -> byColumn.put(column, ids.of(column)));
      return byColumn;
    }

    private static String csv(List<String> header, List<List<String>> rows) {
      StringWriter text = new StringWriter();
      try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
        writer.writeRecord(header);
        rows.forEach(writer::writeRecord);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  }
}
