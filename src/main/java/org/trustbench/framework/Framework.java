package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.terms.Terms;

/**
 * All that is specific to one inspection programme, held as data.
 *
 * @param programme the label of the whole programme's row, such as "England and Wales"
 * @param terms what institutions and cases are called
 * @param evidence the kinds of case, the default first
 * @param measureKinds the kinds of measure that the framework adds to the ordinary ones
 * @param caseMix attributes used for case-mix strata, the most important first
 * @param measures every measure there is, generated and declared, in publication order
 * @param scales graded scales, and the questions answered on them
 * @param distributions measures whose counts are spread over grades
 * @param dimensions the columns of {@code trusts.csv} beyond code, name and aliases
 * @param peers rules that give every institution peers of its own; empty for none
 * @param targets standards and tolerances, by which limits and verdicts are given besides
 * @param levels the groups that institutions belong to, the lowest level first; empty for none
 * @param forms versions of the form, the earliest first; empty where there is one alone
 * @param sampleDesign how cases were sampled with unequal chances, if they were
 * @param findingPatterns how findings are chosen and worded
 * @param ratingRules how ratings are derived from scores
 * @param successions institutions that are no more, with those that took over
 * @param hash SHA-256 of the framework's files: the identity of every tally made with it
 * @param missing what stands where a value is missing, besides nothing
 * @param formHash SHA-256 of the parts that decide how submissions are read, so that a change of
 *     measures alone asks for no new reading of submissions
 */
public record Framework(
    String id,
    String version,
    String title,
    String description,
    String programme,
    Terms terms,
    List<String> evidence,
    List<Answer> answers,
    List<String> missing,
    List<Theme> themes,
    List<Question> questions,
    List<Attribute> attributes,
    List<String> caseMix,
    List<Named> measureKinds,
    List<Measure> measures,
    List<Scale> scales,
    List<GradeDistribution> distributions,
    List<Pathway> pathways,
    List<Named> dimensions,
    List<Comparator> comparators,
    List<PeerRule> peers,
    List<Target> targets,
    List<Level> levels,
    List<Form> forms,
    SampleDesign sampleDesign,
    Vocabulary vocabulary,
    FindingPatterns findingPatterns,
    RatingRules ratingRules,
    List<Trust> trusts,
    List<SucceededInstitution> successions,
    List<Layout> layouts,
    List<SourceFile> files,
    String hash,
    String formHash)
    implements Serializable {

  /** Something with an id and the words for it. */
  public record Named(String id, String label) implements Serializable {}

  /** A file of the framework as read, so that a release can keep it. */
  public record SourceFile(String name, String text) implements Serializable {}

  /** The dimension whose value an inspection may carry itself. */
  public static final String TRANCHE = "tranche";

  /** The same programme with some of its measures, and the kinds that these are of. */
  public Framework withMeasures(List<Measure> some) {
    return onForm(some, pathways, naming());
  }

  /** The same programme with scores as they are, adjusted for nothing. */
  public Framework withoutCaseMix() {
    return with(
        new Varied(version, questions, List.of(), measures, pathways, forms, layouts, naming()));
  }

  /** The same programme as if its present form were the only one there ever was. */
  public Framework ofPresentForm() {
    return ofForm(formVersion());
  }

  /**
   * The same programme as if one version of its form were the only one there ever was.
   *
   * @param formVersion {@link Form#ONLY} where there is one form alone
   */
  public Framework ofForm(String formVersion) {
    if (formVersion.equals(Form.ONLY)) {
      return this;
    }
    Framework whole = atForm(formVersion);
    List<Measure> asked =
        whole.measures.stream().filter(measure -> !measure.questions().isEmpty()).toList();
    Set<String> ids = asked.stream().map(Measure::id).collect(Collectors.toSet());
    return whole.with(
        new Varied(
            formVersion,
            questions.stream().filter(question -> question.isAsked(formVersion)).toList(),
            caseMix,
            asked,
            whole.pathways.stream().filter(pathway -> ids.contains(pathway.measureId(1))).toList(),
            List.of(),
            layouts.stream().filter(layout -> layout.version().equals(formVersion)).toList(),
            whole.naming()));
  }

  /**
   * The same programme as a version of the form has it: its measures, its pathways, and what names
   * them. Questions keep their places, those of other versions too.
   *
   * @param formVersion {@link Form#ONLY} where there is one form alone
   */
  public Framework atForm(String formVersion) {
    return formVersion.equals(Form.ONLY)
        ? this
        : new FormView(this, questionVersions(), formVersion).framework();
  }

  /** Which questions of the versions of the form are the same. */
  QuestionVersions questionVersions() {
    return new QuestionVersions(questions, scales);
  }

  /**
   * All that names measures besides comparisons.
   *
   * @param targets what institutions are held to
   * @param findingPatterns whose topics tell of measures
   * @param ratingRules which rest on measures
   */
  record Naming(List<Target> targets, FindingPatterns findingPatterns, RatingRules ratingRules) {}

  private Naming naming() {
    return new Naming(targets, findingPatterns, ratingRules);
  }

  /** The same programme with what a version of its form makes of it. */
  Framework onForm(List<Measure> asked, List<Pathway> askedPathways, Naming naming) {
    return with(
        new Varied(version, questions, caseMix, asked, askedPathways, forms, layouts, naming));
  }

  /** What differs between a programme and its versions. */
  private record Varied(
      String version,
      List<Question> questions,
      List<String> caseMix,
      List<Measure> measures,
      List<Pathway> pathways,
      List<Form> forms,
      List<Layout> layouts,
      Naming naming) {}

  private Framework with(Varied varied) {
    return new Framework(
        id,
        varied.version,
        title,
        description,
        programme,
        terms,
        evidence,
        answers,
        missing,
        themes,
        varied.questions,
        attributes,
        varied.caseMix,
        measureKinds.stream()
            .filter(kind -> varied.measures.stream().anyMatch(one -> one.kind().equals(kind.id())))
            .toList(),
        varied.measures,
        scales,
        distributions,
        varied.pathways,
        dimensions,
        comparators,
        peers,
        varied.naming.targets,
        levels,
        varied.forms,
        sampleDesign,
        vocabulary,
        varied.naming.findingPatterns,
        varied.naming.ratingRules,
        trusts,
        successions,
        varied.layouts,
        files,
        hash,
        formHash);
  }

  /** The version of the form that submissions name; none where there is one form alone. */
  public String formVersion() {
    return forms.isEmpty() ? Form.ONLY : version;
  }

  public String defaultEvidence() {
    return evidence.get(0);
  }

  public Measure measure(String measureId) {
    return measures.stream()
        .filter(measure -> measure.id().equals(measureId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No measure " + measureId));
  }

  /** Every trust by its code, for those who look up many. */
  public Map<String, Trust> trustsByCode() {
    return trusts.stream().collect(Collectors.toMap(Trust::code, Function.identity()));
  }

  public Trust trust(String code) {
    return trusts.stream()
        .filter(trust -> trust.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(terms.text("No {institution} ") + code));
  }

  /**
   * A layout that somebody asked for.
   *
   * @param layoutId empty where none was named
   * @throws PipelineException if there is none
   */
  public Layout layout(String layoutId) {
    return layouts.stream()
        .filter(layout -> layout.id().equals(layoutId))
        .findFirst()
        .orElseThrow(
            () ->
                PipelineException.usage(
                    "layout \"%s\" is not one of %s: name one by --layout"
                        .formatted(layoutId, layouts.stream().map(Layout::id).toList())));
  }

  /**
   * The programme as a level of groups has it: its institutions are the groups, and its cases the
   * institutions, so that whatever is worked out from tallies of cases is worked out from those of
   * institutions. Groups are compared with all others of their level, and with those of the same
   * group of a level above. It has no case mix and no pathways, which are about single cases.
   */
  public Framework atLevel(Level level) {
    return new LevelView(this, level).atLevel();
  }
}
