package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.framework.Measure;
import org.trustbench.message.Counted;

/**
 * A figure that is 0 % or 100 % of very many judgements, as it is where only one outcome was sent:
 * a measure in every inspection that has it, or all work of one inspection. It may be right;
 * somebody has to look.
 *
 * @param inspectionId the inspection; null where the measure is one-sided in all
 * @param inspections how many inspections it is one-sided in
 * @param isRounded whether figures are those of a public release
 */
public record OneSidedFigure(
    String inspectionId,
    Measure measure,
    int percent,
    long judgements,
    int inspections,
    boolean isRounded) {
  /** Fewer judgements than these may all have one outcome. */
  public static final long FEWEST_JUDGEMENTS = 1_000;

  /** In fewer inspections than these a measure may have one outcome. */
  public static final int FEWEST_INSPECTIONS = 5;

  private static final int NAMED = 8;

  private static final String ADVICE =
      "see that what was sent holds both outcomes, and that the framework says rightly which"
          + " answers are sufficient";

  /** All such figures, measures first, in the framework's order. */
  public static List<OneSidedFigure> of(Results results) {
    Set<String> compared =
        results.inspections().stream()
            .map(InspectionTallies::inspectionId)
            .collect(Collectors.toSet());
    Map<String, List<InspectionScore>> byMeasure = new LinkedHashMap<>();
    results.framework().measures().forEach(one -> byMeasure.put(one.id(), new ArrayList<>()));
    for (InspectionScore score : results.scores()) {
      if (score.score() != null
          && score.measure().isScored()
          && compared.contains(score.inspection().inspectionId())) {
        byMeasure.get(score.measure().id()).add(score);
      }
    }
    List<OneSidedFigure> found = new ArrayList<>();
    byMeasure.values().forEach(scores -> found.addAll(ofMeasure(scores)));
    Set<Measure> everywhere =
        found.stream().map(OneSidedFigure::measure).collect(Collectors.toSet());
    for (List<InspectionScore> scores : byMeasure.values()) {
      for (InspectionScore score : scores) {
        if (score.measure().kind().equals(Measure.OVERALL)
            && !everywhere.contains(score.measure())) {
          found.addAll(ofInspection(score));
        }
      }
    }
    return found;
  }

  private static List<OneSidedFigure> ofMeasure(List<InspectionScore> scores) {
    long judgements =
        scores.stream().mapToLong(score -> score.base().assessed().orElseThrow()).sum();
    boolean isOneSided =
        scores.size() >= FEWEST_INSPECTIONS
            && judgements >= FEWEST_JUDGEMENTS
            && isAtAnEnd(scores.get(0))
            && scores.stream().map(InspectionScore::score).distinct().count() == 1;
    return isOneSided ? List.of(found(null, scores.get(0), judgements, scores.size())) : List.of();
  }

  private static List<OneSidedFigure> ofInspection(InspectionScore score) {
    long judgements = score.base().assessed().orElseThrow();
    return isAtAnEnd(score) && judgements >= FEWEST_JUDGEMENTS
        ? List.of(found(score.inspection().inspectionId(), score, judgements, 1))
        : List.of();
  }

  private static boolean isAtAnEnd(InspectionScore score) {
    return score.score() == 0 || score.score() == 1;
  }

  private static OneSidedFigure found(
      String inspectionId, InspectionScore score, long judgements, int inspections) {
    return new OneSidedFigure(
        inspectionId,
        score.measure(),
        score.score() == 0 ? 0 : 100,
        judgements,
        inspections,
        score.base().isRounded());
  }

  /** The audit's name in tables and messages. */
  public String audit() {
    return inspectionId == null ? "one-sided-measure" : "one-sided-inspection";
  }

  /** What was found, and what to look at. */
  public String sentence() {
    return "%s is %d %%%s of %s%s in %s: %s"
        .formatted(
            measure.id(),
            percent,
            isRounded ? ", as rounded," : "",
            isRounded ? "about " : "",
            Counted.grouped(judgements, "judgement"),
            inspectionId == null
                ? "every one of %s a figure"
                    .formatted(
                        Counted.of(inspections, "inspection that has", "inspections that have"))
                : inspectionId,
            ADVICE);
  }

  /** The same in few lines, however many measures are one-sided. */
  public static List<String> lines(List<OneSidedFigure> found) {
    List<String> lines = new ArrayList<>();
    Map<List<Object>, List<OneSidedFigure>> alike =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    one -> List.of(one.percent, Objects.toString(one.inspectionId)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<OneSidedFigure> some : alike.values()) {
      OneSidedFigure first = some.get(0);
      String others =
          some.size() == 1
              ? ""
              : some.stream()
                  .skip(1)
                  .limit(NAMED)
                  .map(one -> one.measure.id())
                  .collect(
                      Collectors.joining(
                          ", ",
                          "; %s likewise: ".formatted(Counted.of(some.size() - 1, "more measure")),
                          some.size() > NAMED + 1 ? ", …" : ""));
      lines.add("audit %s: %s%s".formatted(first.audit(), first.sentence(), others));
    }
    return lines;
  }
}
