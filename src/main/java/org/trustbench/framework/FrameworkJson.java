package org.trustbench.framework;

import static org.trustbench.framework.JsonFields.isIdentified;
import static org.trustbench.framework.JsonFields.list;
import static org.trustbench.framework.JsonFields.strings;
import static org.trustbench.framework.JsonFields.text;
import static org.trustbench.framework.JsonFields.things;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Framework.Named;
import org.trustbench.framework.Framework.SourceFile;
import org.trustbench.terms.Term;
import org.trustbench.terms.Terms;

/**
 * Makes records of {@code framework.json}. What its schema finds wrong is left out where nothing
 * can be made of it, so that the rest can be checked all the same.
 */
final class FrameworkJson {
  /** The kind of case where none is declared, which is a mistake by the schema. */
  private static final String NO_EVIDENCE = "case";

  private FrameworkJson() {}

  static List<String> evidence(JsonNode root) {
    List<String> evidence = strings(root.get("evidence"));
    return evidence.isEmpty() ? List.of(NO_EVIDENCE) : evidence;
  }

  static List<Named> dimensions(JsonNode root) {
    return named(root.get("dimensions")).stream()
        .filter(dimension -> dimension.id().matches(Mistakes.ID))
        .toList();
  }

  static Framework framework(
      JsonNode root, List<Question> questions, TrustsCsv.Read register, List<SourceFile> sources) {
    List<Trust> trusts = register.trusts();
    List<String> evidence = evidence(root);
    Terms terms = terms(root);
    List<Theme> themes = things(root, "themes", "id", theme -> theme(theme, evidence.get(0)));
    List<Attribute> attributes = things(root, "attributes", "id", FrameworkJson::attribute);
    List<Pathway> pathways = things(root, "pathways", "id", FrameworkJson::pathway);
    List<Answer> answers = things(root, "answers", "code", FrameworkJson::answer);
    List<String> missing = strings(root.get("missing"));
    List<Layout> layouts = things(root, "layouts", "id", LayoutJson::layout);
    List<Scale> scales = CompositeJson.scales(root);
    QuestionVersions versions = new QuestionVersions(questions, scales);
    List<Measure> declared =
        things(root, "measures", "id", measure -> measure(measure, evidence.get(0))).stream()
            .map(measure -> measure.ofAllVersions(versions))
            .toList();
    GradeMeasures.All measures =
        GradeMeasures.of(
            Measures.all(
                text(root, "overall_label"),
                evidence.get(0),
                themes,
                questions,
                declared,
                pathways),
            scales,
            questions,
            CompositeJson.classes(root));
    return new Framework(
        text(root, "id"),
        text(root, "version"),
        text(root, "title"),
        text(root, "description"),
        text(root, "programme"),
        terms,
        evidence,
        answers,
        missing,
        themes,
        questions,
        attributes,
        strings(root.get("case_mix")),
        named(root.get("measure_kinds")),
        measures.measures().stream().map(one -> one.in(forms(root), versions)).toList(),
        scales,
        measures.distributions(),
        pathways,
        dimensions(root),
        things(root, "comparators", "id", FrameworkJson::comparator),
        PeerJson.rules(root),
        TargetJson.targets(root),
        things(root, "levels", "by", FrameworkJson::level),
        forms(root),
        sampleDesign(root.path("sample_design")),
        new Vocabulary(things(root, "vocabulary", "word", FrameworkJson::band)),
        FindingJson.patterns(root.path("findings")),
        RatingJson.rules(root.path("ratings")),
        trusts,
        register.successions(),
        layouts,
        sources,
        FrameworkHashes.ofFiles(sources),
        FrameworkHashes.ofForm(
            new FrameworkHashes.FormParts(
                text(root, "id"),
                terms,
                evidence,
                answers,
                missing,
                attributes,
                layouts,
                trusts,
                questions,
                forms(root),
                register.successions())));
  }

  /** What institutions and cases are called; the standard terms where they are not declared. */
  static Terms terms(JsonNode root) {
    return new Terms(
        term(root.path("institution"), Terms.STANDARD.institution()),
        term(root.path("case"), Terms.STANDARD.ofCase()));
  }

  private static Comparator comparator(JsonNode node) {
    List<String> by = new ArrayList<>();
    if (node.hasNonNull("by")) {
      by.add(text(node, "by"));
    }
    by.addAll(strings(node.get("and")));
    return new Comparator(text(node, "id"), text(node, "label"), by);
  }

  private static SampleDesign sampleDesign(JsonNode node) {
    return isIdentified(node, "strata") && isIdentified(node, "population")
        ? new SampleDesign(text(node, "strata"), text(node, "population"))
        : SampleDesign.NONE;
  }

  private static Level level(JsonNode node) {
    return new Level(text(node, "by"), term(node, Term.of(text(node, "by"), text(node, "by"))));
  }

  /** The versions of the form; those without a day are left out, which is a mistake. */
  static List<Form> forms(JsonNode root) {
    return things(
        root,
        "forms",
        "version",
        node ->
            FormChecks.day(node.path("from").asText(""))
                .map(from -> new Form(text(node, "version"), from))
                .orElse(null));
  }

  private static Term term(JsonNode node, Term standard) {
    String one = text(node, "one");
    String many = text(node, "many");
    if (one == null || many == null) {
      return standard;
    }
    Term term = Term.of(one, many);
    return node.hasNonNull("article") ? new Term(one, many, text(node, "article")) : term;
  }

  /** Null where it has no section. */
  private static Theme theme(JsonNode node, String defaultEvidence) {
    List<Theme.Section> sections =
        things(
            node,
            "sections",
            "id",
            section ->
                new Theme.Section(
                    text(section, "id"),
                    text(section, "title"),
                    section.path("evidence").asText(defaultEvidence)));
    return sections.isEmpty() ? null : new Theme(text(node, "id"), text(node, "title"), sections);
  }

  private static Answer answer(JsonNode node) {
    return new Answer(
        text(node, "code"),
        strings(node.get("aliases")),
        switch (node.path("means").asText("")) {
          case "not_applicable" -> Outcome.NOT_APPLICABLE;
          case "not_recorded" -> Outcome.NOT_RECORDED;
          default -> null;
        });
  }

  private static Attribute attribute(JsonNode node) {
    return new Attribute(
        text(node, "id"),
        text(node, "label"),
        things(
            node,
            "values",
            "code",
            value ->
                new Attribute.Value(
                    text(value, "code"), text(value, "label"), strings(value.get("aliases")))));
  }

  private static Measure measure(JsonNode node, String defaultEvidence) {
    return new Measure(
        text(node, "id"),
        text(node, "kind"),
        text(node, "label"),
        node.path("evidence").asText(defaultEvidence),
        CompositeJson.questions(node),
        condition(node.get("when")),
        true,
        CompositeJson.counting(node));
  }

  private static Pathway pathway(JsonNode node) {
    return new Pathway(
        text(node, "id"),
        text(node, "label"),
        condition(node.get("when")),
        things(
            node,
            "steps",
            "label",
            step -> new Pathway.Step(text(step, "label"), strings(step.get("questions")))));
  }

  /** Null where it says no number. */
  private static Vocabulary.Band band(JsonNode node) {
    boolean isInclusive = node.has("at_least");
    JsonNode from = node.path(isInclusive ? "at_least" : "above");
    return from.isNumber()
        ? new Vocabulary.Band(text(node, "word"), from.asDouble(), isInclusive)
        : null;
  }

  static Condition condition(JsonNode node) {
    boolean isCondition =
        node != null && (node.has("all") || node.has("any") || isIdentified(node, "attribute"));
    if (!isCondition) {
      return new Condition.Always();
    }
    if (node.has("all")) {
      return new Condition.All(list(node.get("all"), JsonNode::isObject, FrameworkJson::condition));
    }
    if (node.has("any")) {
      return new Condition.Any(list(node.get("any"), JsonNode::isObject, FrameworkJson::condition));
    }
    return new Condition.AttributeIn(text(node, "attribute"), strings(node.get("in")));
  }

  private static List<Named> named(JsonNode nodes) {
    return list(
        nodes, node -> isIdentified(node, "id"), n -> new Named(text(n, "id"), text(n, "label")));
  }
}
