package org.trustbench.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.FindingStatement;
import org.trustbench.benchmark.FindingSummary;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PeerComparison;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.change.ScoreChange;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Phrase;
import org.trustbench.framework.Topic;
import org.trustbench.stats.Verdict;
import org.trustbench.weighting.WeightedComparison;

/** Puts the findings reported of each trust of a release into words. */
public final class FindingTexts {
  /** So many topics stand in a headline. */
  private static final int IN_HEADLINE = 3;

  /** So many sentences with figures stand in a statement. */
  private static final int MOST_FIGURES = 3;

  private final ReleaseContent content;
  private final Results results;
  private final FindingWords words;
  private final Map<String, FindingSummary> summaries = new LinkedHashMap<>();
  private final Map<String, InspectionScore> overall;
  private final Map<String, List<ScoreChange>> changes;
  private final Map<String, List<PeerComparison>> peers;
  private final Map<String, List<TargetComparison>> targets;
  private final Map<String, List<WeightedComparison>> weighted;
  private final Map<String, Comparison> overallCompared;

  private FindingTexts(ReleaseContent content) {
    this.content = content;
    results = content.results();
    words = new FindingWords(results.framework());
    changes = HistoryTable.byTrust(content);
    peers = PeerTable.byTrust(content);
    targets = TargetTable.byTrust(content);
    String weightedBeside = Findings.comparator(results);
    weighted =
        WeightingTable.rows(content).stream()
            .filter(one -> one.comparison().comparatorGroup().comparatorId().equals(weightedBeside))
            .collect(
                Collectors.groupingBy(one -> one.comparison().score().inspection().trust().code()));
    content
        .findingSummaries()
        .forEach(summary -> summaries.put(summary.inspection().trust().code(), summary));
    overall =
        results.scores().stream()
            .filter(score -> score.measure().kind().equals(Measure.OVERALL))
            .filter(score -> score.score() != null)
            .collect(Collectors.toMap(score -> score.inspection().inspectionId(), score -> score));
    String comparatorId = Findings.comparator(results);
    overallCompared =
        results.comparisons().stream()
            .filter(c -> c.comparatorGroup().comparatorId().equals(comparatorId))
            .filter(c -> c.score().measure().kind().equals(Measure.OVERALL))
            .filter(c -> c.score().score() != null)
            .collect(
                Collectors.toMap(
                    c -> c.score().inspection().inspectionId(), c -> c, (one, other) -> one));
  }

  public static FindingTexts of(ReleaseContent content) {
    return new FindingTexts(content);
  }

  /** The text on a trust; empty where it has no inspection that is compared. */
  public Optional<FindingText> of(String trustId) {
    return Optional.ofNullable(summaries.get(trustId)).map(this::text);
  }

  private FindingText text(FindingSummary summary) {
    String name = summary.inspection().trust().name();
    return new FindingText(
        name,
        headline(name, names(summary, summary.strengths()), names(summary, summary.concerns())),
        overall(summary.inspection().inspectionId()),
        besides(summary.inspection().trust().code()),
        List.of(
            part(Finding.Kind.STRENGTH, Phrase.STRENGTHS, Phrase.NO_STRENGTHS, summary.strengths()),
            part(Finding.Kind.CONCERN, Phrase.CONCERNS, Phrase.NO_CONCERNS, summary.concerns())),
        results.framework().findingPatterns().notFromJudgements().stream()
            .map(words::text)
            .toList());
  }

  private List<String> besides(String trustId) {
    List<String> besides =
        new ArrayList<>(ChangeWords.sentences(content, changes.getOrDefault(trustId, List.of())));
    besides.addAll(PeerWords.sentences(peers.getOrDefault(trustId, List.of()), content.terms()));
    besides.addAll(TargetWords.sentences(targets.getOrDefault(trustId, List.of())));
    besides.addAll(
        WeightingWords.sentences(weighted.getOrDefault(trustId, List.of()), content.terms()));
    return besides;
  }

  private String headline(String trust, String strengths, String concerns) {
    Phrase phrase =
        strengths.isEmpty()
            ? concerns.isEmpty() ? Phrase.HEADLINE_NOTHING : Phrase.HEADLINE_CONCERNS
            : concerns.isEmpty() ? Phrase.HEADLINE_STRENGTHS : Phrase.HEADLINE_BOTH;
    return words.phrase(
        phrase, Map.of("trust", trust, "strengths", strengths, "concerns", concerns));
  }

  /** Of a trust that is compared, the topics that stand apart from the others'. */
  private String names(FindingSummary summary, List<FindingStatement> statements) {
    Comparison compared = overallCompared.get(summary.inspection().inspectionId());
    boolean isCompared = compared != null && compared.isCompared();
    return listed(
        statements.stream()
            .filter(one -> !isCompared || one.sureness() != Finding.Sureness.SCORE_ALONE)
            .limit(IN_HEADLINE)
            .map(statement -> words.text(statement.topic().name()))
            .toList());
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private String overall(String inspectionId) {
    Comparison compared = overallCompared.get(inspectionId);
    if (compared != null) {
      return words.overall(compared);
    }
    InspectionScore score = overall.get(inspectionId);
    return score == null ? "" : words.alone(score);
  }

  private FindingText.Part part(
      Finding.Kind kind, Phrase heading, Phrase nothing, List<FindingStatement> statements) {
    return new FindingText.Part(
        kind,
        words.phrase(heading),
        words.phrase(nothing),
        statements.stream().map(this::item).toList());
  }

  private FindingText.Item item(FindingStatement statement) {
    Topic topic = statement.topic();
    List<Finding> told =
        statement.findings().stream()
            .filter(finding -> finding.sureness() == statement.sureness())
            .limit(MOST_FIGURES)
            .toList();
    List<String> more =
        statement.findings().stream()
            .filter(finding -> !told.contains(finding))
            .map(finding -> finding.score().measure().label())
            .toList();
    Map<String, String> measures = new LinkedHashMap<>();
    statement
        .findings()
        .forEach(one -> measures.put(one.score().measure().id(), one.score().measure().label()));
    return new FindingText.Item(
        lead(statement) + ".",
        told.stream().map(one -> figure(topic, one, one.equals(told.get(0)))).toList(),
        more.isEmpty() ? "" : words.phrase(Phrase.MORE, Map.of("measures", listed(more))),
        hedge(statement, told),
        measures);
  }

  private String lead(FindingStatement statement) {
    Topic topic = statement.topic();
    if (!statement.isOfMostOfTopic()) {
      return capitalised(words.phrase(Phrase.IN_PART, Map.of("topic", words.text(topic.name()))));
    }
    return words.text(statement.kind() == Finding.Kind.STRENGTH ? topic.well() : topic.attention());
  }

  private static String capitalised(String text) {
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }

  private FindingText.Figure figure(Topic topic, Finding finding, boolean isFirst) {
    String id = finding.score().measure().id();
    Topic.Figure figure =
        topic.figures().stream()
            .filter(one -> one.measureId().equals(id))
            .findFirst()
            .orElseThrow();
    return new FindingText.Figure(id, words.figure(figure, finding, isFirst));
  }

  private List<String> hedge(FindingStatement statement, List<Finding> told) {
    List<String> hedge = new ArrayList<>();
    hedge.add(
        words.phrase(
            switch (statement.sureness()) {
              case CLEAR -> Phrase.CLEAR;
              case INDICATIVE -> Phrase.INDICATIVE;
              case SCORE_ALONE ->
                  told.stream().anyMatch(FindingTexts::isCompared)
                      ? Phrase.MAY_BE_CHANCE
                      : Phrase.NOT_COMPARED;
            }));
    reserve(hedge, told, Phrase.CASE_MIX, FindingTexts::isChangedByCaseMix);
    reserve(hedge, told, Phrase.RULE, FindingTexts::isFlipped);
    smallBase(hedge, told);
    return hedge;
  }

  private void reserve(
      List<String> hedge, List<Finding> told, Phrase phrase, Predicate<Finding> isAffected) {
    List<Finding> affected = told.stream().filter(isAffected).toList();
    if (!affected.isEmpty()) {
      hedge.add(naming(words.phrase(phrase), affected, told));
    }
  }

  /** A reservation on some of the figures only names them. */
  private static String naming(String reservation, List<Finding> some, List<Finding> all) {
    if (some.size() == all.size()) {
      return reservation;
    }
    boolean hasStop = reservation.endsWith(".");
    return "%s (%s)%s"
        .formatted(
            hasStop ? reservation.substring(0, reservation.length() - 1) : reservation,
            listed(some.stream().map(finding -> finding.score().measure().label()).toList()),
            hasStop ? "." : "");
  }

  private void smallBase(List<String> hedge, List<Finding> told) {
    told.stream()
        .filter(this::isSmall)
        .min(
            Comparator.comparingLong(
                finding -> finding.score().base().casesAssessed().orElseThrow()))
        .ifPresent(
            finding ->
                hedge.add(
                    naming(
                        words.phrase(
                            Phrase.SMALL_BASE,
                            Map.of(
                                "low",
                                FindingWords.percent(finding.score().interval95().low(), 0),
                                "high",
                                FindingWords.percent(finding.score().interval95().high(), 0))),
                        List.of(finding),
                        told)));
  }

  private boolean isSmall(Finding finding) {
    int few = results.framework().findingPatterns().rules().smallBase();
    return finding.score().base().casesAssessed().filter(cases -> cases < few).isPresent();
  }

  private static boolean isCompared(Finding finding) {
    return finding.comparison() != null && finding.comparison().isCompared();
  }

  private static boolean isChangedByCaseMix(Finding finding) {
    Verdict adjusted =
        finding.ground() instanceof Finding.Comparative comparative
            ? comparative
                .compared()
                .comparison()
                .caseMix(ComparisonOutcome.CaseMixOutcome::verdict95)
            : null;
    return adjusted != null && adjusted != finding.comparison().verdict95();
  }

  /** Whether a verdict that no finding rests on hangs on the rule. */
  private static boolean isFlipped(Finding finding) {
    return isCompared(finding)
        && Formatting.isApart(finding.comparison().verdict95())
        && Boolean.TRUE.equals(finding.comparison().tested(one -> one.robustness().isFlipped()));
  }
}
