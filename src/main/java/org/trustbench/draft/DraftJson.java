package org.trustbench.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.framework.OpenDecisions;
import org.trustbench.framework.Spelling;

/** Writes the framework.json of a draft. */
final class DraftJson {
  static final String SECTION = "A1";

  private static final String ALL_QUESTIONS = "All questions";

  /** Words for scores, the highest first: those of the frameworks that come with the program. */
  private static final List<Map.Entry<String, Integer>> AT_LEAST =
      List.of(
          Map.entry("all", 100),
          Map.entry("almost all", 90),
          Map.entry("most", 75),
          Map.entry("half", 50),
          Map.entry("minority", 15),
          Map.entry("none", 0));

  private final ExtractFile file;
  private final ColumnSurvey survey;
  private final ColumnRoles roles;
  private final DraftAnswers answers;
  private final Map<String, String> questions;
  private final Map<String, String> attributes;
  private final Map<String, String> dimensions;
  private final ObjectNode root = JsonMapper.builder().build().createObjectNode();

  /**
   * @param questions column, or in a long file what it writes, to question id
   * @param attributes column to attribute id
   * @param dimensions column to dimension id
   */
  DraftJson(
      ExtractFile file,
      ColumnSurvey survey,
      ColumnRoles roles,
      DraftAnswers answers,
      Map<String, String> questions,
      Map<String, String> attributes,
      Map<String, String> dimensions) {
    this.file = file;
    this.survey = survey;
    this.roles = roles;
    this.answers = answers;
    this.questions = questions;
    this.attributes = attributes;
    this.dimensions = dimensions;
  }

  /** The text of the file. */
  String text(String name, boolean isBlankAnswered) {
    root.put("id", name);
    for (String entry : List.of("version", "title", "description", "programme")) {
      root.put(entry, OpenDecisions.MARK);
    }
    institution();
    root.put("overall_label", ALL_QUESTIONS);
    root.putArray("evidence").add("case");
    answers.write(root.putArray("answers"));
    ObjectNode theme = root.putArray("themes").addObject().put("id", "A");
    theme.put("title", OpenDecisions.guess(ALL_QUESTIONS));
    theme
        .putArray("sections")
        .addObject()
        .put("id", SECTION)
        .put("title", OpenDecisions.guess(ALL_QUESTIONS));
    attributes();
    dimensions();
    vocabulary();
    layout(name, isBlankAnswered);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return JsonMapper.builder().build().writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers are written as JSON", e);
    }
  }

  /** What those inspected are called, as far as the heading of their column says. */
  private void institution() {
    String one = ColumnNames.institutionWord(roles.trust()).orElse("institution");
    root.putObject("institution")
        .put("one", OpenDecisions.guess(one))
        .put("many", OpenDecisions.guess(several(one)));
  }

  /** The plural by the rules of spelling, to be decided by a person. */
  private static String several(String one) {
    return one.matches(".*[^aeiou]y")
        ? one.substring(0, one.length() - 1) + "ies"
        : one.matches(".*(s|x|z|ch|sh)") ? one + "es" : one + "s";
  }

  private void attributes() {
    ArrayNode entries = root.putArray("attributes");
    attributes.forEach(
        (column, id) -> {
          ArrayNode values =
              entries.addObject().put("id", id).put("label", column).putArray("values");
          UniqueIds codes = new UniqueIds("_", "");
          for (List<String> written : survey.column(column).spellings()) {
            values.addObject().put("code", codes.of(written.get(0))).put("label", written.get(0));
          }
        });
    ArrayNode caseMix = root.putArray("case_mix");
    if (!attributes.isEmpty()) {
      caseMix.add(OpenDecisions.some(List.copyOf(attributes.values())));
    }
  }

  private void dimensions() {
    ArrayNode entries = root.putArray("dimensions");
    ArrayNode comparators = root.putArray("comparators");
    comparators.addObject().put("id", "programme").put("label", "All");
    dimensions.forEach(
        (column, id) -> {
          entries.addObject().put("id", id).put("label", column);
          comparators.addObject().put("id", id).put("label", column).put("by", id);
        });
  }

  private void vocabulary() {
    ArrayNode words = root.putArray("vocabulary");
    AT_LEAST.forEach(
        word -> words.addObject().put("word", word.getKey()).put("at_least", word.getValue()));
  }

  private void layout(String name, boolean isBlankAnswered) {
    ObjectNode layout = root.putArray("layouts").addObject().put("id", name);
    file.describe(layout);
    layout.put(
        "trust", roles.isTrustDecided() ? roles.trust() : OpenDecisions.guess(roles.trust()));
    ArrayNode key = layout.putArray("case_key");
    if (roles.caseKey().isEmpty()) {
      key.add(OpenDecisions.MARK);
    }
    roles.caseKey().forEach(column -> key.add(OpenDecisions.guess(column)));
    if (file.isUnnumbered()) {
      rowNumbers(layout);
    }
    ObjectNode columns = layout.putObject("attributes");
    attributes.forEach((column, id) -> columns.put(id, column));
    if (roles.isLong()) {
      layout.put("question", OpenDecisions.guess(roles.question()));
      ObjectNode values = layout.putObject("question_values");
      questions.forEach(values::put);
      layout.put("answer", OpenDecisions.guess(roles.answer()));
    } else {
      ObjectNode ids = layout.putObject("questions");
      questions.forEach((column, id) -> ids.put(id, column));
    }
    if (isBlankAnswered) {
      layout.putObject("answer_values").put("", OpenDecisions.guess(answers.blank()));
    }
    scopeAndDays(layout);
  }

  /** A column of numbers of its own for each row; else all that tells rows apart, in its order. */
  private void rowNumbers(ObjectNode layout) {
    ArrayNode key = layout.putArray("row_key");
    Optional<String> number =
        file.header().stream().filter(name -> survey.column(name).isOwnNumber()).findFirst();
    if (number.isPresent()) {
      key.add(OpenDecisions.guess(number.get()));
      return;
    }
    List<String> together = new ArrayList<>(List.of(roles.trust()));
    together.addAll(roles.caseKey());
    if (roles.isLong()) {
      together.add(roles.question());
    }
    together.forEach(column -> key.add(OpenDecisions.guess(column)));
    layout.put("row_numbers", OpenDecisions.guess("order"));
  }

  private void scopeAndDays(ObjectNode layout) {
    if (roles.scope() != null) {
      ObjectNode include = layout.putObject("include");
      include.put("column", OpenDecisions.guess(roles.scope()));
      ArrayNode in = include.putArray("in");
      roles.scopeValues().forEach(value -> in.add(OpenDecisions.guess(value)));
    }
    layout.put("inspection_id", OpenDecisions.guess("{trust}-1"));
    if (roles.date() != null) {
      layout.put("date", roles.isDateSure() ? roles.date() : OpenDecisions.guess(roles.date()));
      String pattern = roles.datePatterns().get(0);
      layout.put(
          "date_format",
          DatePatterns.areAmbiguous(roles.datePatterns()) ? OpenDecisions.guess(pattern) : pattern);
    }
    if (roles.synthetic() != null) {
      layout.put("synthetic", roles.synthetic());
    }
  }

  /** A key of what the extract writes, as layouts compare it. */
  static String key(String written) {
    return Spelling.plain(written);
  }
}
