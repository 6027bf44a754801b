package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is duplicate, dangling or ambiguous in a framework: every mistake, with its fix. */
final class FrameworkChecks {
  /** Columns that the table of cases has besides a framework's attributes. */
  private static final Set<String> TAKEN =
      Set.of("submission_hash", "inspection_id", "case_id", "evidence", "file", "line", "trust_id");

  private final Framework framework;
  private final Mistakes mistakes;

  private FrameworkChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
  }

  /**
   * Adds every mistake between the files.
   *
   * @param questions as they were read, with the rows that could not be
   */
  static void check(Framework framework, QuestionsCsv.Read questions, Mistakes mistakes) {
    FrameworkChecks checks = new FrameworkChecks(framework, mistakes);
    new TermChecks(mistakes).check(framework.terms());
    checks.ids();
    new QuestionChecks(framework, questions, mistakes).check();
    new ScaleChecks(framework, mistakes).check(questions);
    checks.attributes();
    checks.caseMix();
    checks.comparators();
    new LevelChecks(framework, mistakes).check();
    new FormChecks(framework, mistakes).check();
    new SuccessionChecks(framework, mistakes).check();
    new PeerChecks(framework, mistakes).check();
    new TargetChecks(framework, mistakes).check();
    new DesignChecks(framework, mistakes).check();
    checks.trusts();
    checks.vocabulary();
    new FindingChecks(framework, mistakes).check();
    new RatingChecks(framework, mistakes).check();
    new MissingChecks(framework, mistakes).check();
    new LayoutChecks(framework, questions, mistakes).check();
  }

  private void ids() {
    mistakes.unique(
        QuestionsCsv.FILE,
        "question",
        framework.questions(),
        question -> Codebook.normalised(question.id()));
    mistakes.unique(JSON_FILE, "answers", framework.answers(), Answer::code);
    mistakes.unique(JSON_FILE, "themes", framework.themes(), Theme::id);
    mistakes.unique(
        JSON_FILE,
        "sections",
        framework.themes().stream().flatMap(theme -> theme.sections().stream()).toList(),
        Theme.Section::id);
    mistakes.unique(JSON_FILE, "measures", framework.measures(), Measure::id);
    mistakes.unique(JSON_FILE, "attributes", framework.attributes(), Attribute::id);
    mistakes.unique(JSON_FILE, "comparators", framework.comparators(), Comparator::id);
    mistakes.unique(JSON_FILE, "layouts", framework.layouts(), Layout::id);
    mistakes.unique(JSON_FILE, "dimensions", framework.dimensions(), Framework.Named::id);
    mistakes.unique(
        TrustsCsv.FILE, mistakes.terms().institution().many(), framework.trusts(), Trust::code);
    Spellings spellings = new Spellings("answers");
    for (Answer answer : framework.answers()) {
      spellings.add(answer.code(), answer.code());
      answer.aliases().forEach(alias -> spellings.add(alias, answer.code()));
    }
  }

  private void attributes() {
    for (Attribute attribute : framework.attributes()) {
      String place = "attribute " + attribute.id();
      if (!attribute.id().matches("[a-z][a-z0-9_]*")) {
        mistakes.add(
            JSON_FILE,
            place,
            "an id is lower-case letters, digits and _",
            "it is the name of a column; its label may be any text");
      }
      if (TAKEN.contains(attribute.id())) {
        mistakes.add(
            JSON_FILE, place, "the name is taken", "call it " + attribute.id() + "_of_case or so");
      }
      Spellings spellings = new Spellings(place);
      for (Attribute.Value value : attribute.values()) {
        spellings.add(value.code(), value.code());
        spellings.add(value.label(), value.code());
        value.aliases().forEach(alias -> spellings.add(alias, value.code()));
      }
    }
  }

  private void caseMix() {
    List<String> known = framework.attributes().stream().map(Attribute::id).toList();
    for (String id : framework.caseMix()) {
      if (!known.contains(id)) {
        mistakes.add(
            JSON_FILE,
            "case_mix",
            "there is no attribute " + id,
            Mistakes.oneOf(id, known, "attributes"));
      }
    }
    framework.attributes().stream()
        .filter(attribute -> attribute.isOpen() && framework.caseMix().contains(attribute.id()))
        .forEach(
            attribute ->
                mistakes.add(
                    JSON_FILE,
                    "case_mix",
                    attribute.id() + " has no list of values",
                    "give the attribute \"values\", or take it out of case_mix"));
  }

  private void comparators() {
    List<String> dimensions = framework.dimensions().stream().map(Framework.Named::id).toList();
    for (Comparator comparator : framework.comparators()) {
      for (String by : comparator.by()) {
        if (!dimensions.contains(by)) {
          mistakes.add(
              JSON_FILE,
              "comparator " + comparator.id(),
              "there is no dimension " + by,
              Mistakes.oneOf(by, dimensions, "dimensions"));
        }
      }
    }
  }

  private void trusts() {
    Map<String, String> names = new HashMap<>();
    for (Trust trust : framework.trusts()) {
      if (!trust.code().matches(Mistakes.ID)) {
        mistakes.add(
            TrustsCsv.FILE,
            TrustsCsv.place(trust.code(), mistakes),
            "a code is letters, digits, . _ and -",
            "the name may be any text");
      }
      List<String> own = new ArrayList<>(trust.aliases());
      own.add(trust.name());
      own.add(trust.code());
      for (String name : own) {
        String other = names.put(TrustRegister.normalised(name), trust.code());
        if (other != null && !other.equals(trust.code())) {
          mistakes.add(
              TrustsCsv.FILE,
              TrustsCsv.place(trust.code(), mistakes),
              "\"%s\" names both %s and %s".formatted(name, other, trust.code()),
              "leave it with the one that it is meant for");
        }
      }
    }
  }

  /** Every word must be reachable: a band below is met only by scores that no band above takes. */
  private void vocabulary() {
    List<Vocabulary.Band> bands = framework.vocabulary().bands();
    for (int i = 1; i < bands.size(); i++) {
      Vocabulary.Band higher = bands.get(i - 1);
      Vocabulary.Band band = bands.get(i);
      boolean isLower =
          band.above() < higher.above()
              || (band.above() == higher.above() && band.isInclusive() && !higher.isInclusive());
      if (!isLower) {
        mistakes.add(
            JSON_FILE,
            "vocabulary",
            "\"%s\" is never reached after \"%s\"".formatted(band.word(), higher.word()),
            "list the highest first");
      }
    }
  }

  /** The code that each accepted spelling stands for, as {@link Codebook} compares them. */
  private final class Spellings {
    private final String place;
    private final Map<String, String> codes = new HashMap<>();

    Spellings(String place) {
      this.place = place;
    }

    void add(String spelling, String code) {
      if (spelling == null) {
        return;
      }
      String other = codes.put(Codebook.normalised(spelling), code);
      if (other != null && !other.equals(code)) {
        mistakes.add(
            JSON_FILE,
            place,
            "\"%s\" means both %s and %s".formatted(spelling, other, code),
            "leave it with one; case and spaces around it make no difference");
      }
    }
  }
}
