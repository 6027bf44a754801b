package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.framework.Measure;
import org.trustbench.framework.RatingRule;
import org.trustbench.framework.RatingRules;
import org.trustbench.rating.CaseResampling;
import org.trustbench.rating.RatingDecision;

/**
 * One rating of one inspection, derived by a rule of the framework's own.
 *
 * @param place in the scale, from 0 for the best; {@link RatingDecision#NONE} where there is none
 * @param reason how the rule came to it
 * @param shares how often each rating of the scale came out, in proportion, when the cases were
 *     drawn again, the last for no rating; empty where they were not drawn
 */
public record InspectionRating(
    InspectionTallies inspection,
    RatingRules rules,
    RatingRule rule,
    int place,
    String reason,
    List<Double> shares) {

  /** The words of a rating that there is none of. */
  public static final String NOT_RATED = "not rated";

  /**
   * Every rating of every inspection, by inspection and then by rule.
   *
   * @param drawn the inspections whose cases were drawn again
   */
  public static List<InspectionRating> of(Results results, List<CaseResampling> drawn) {
    Map<String, RatingDecision> decisions = new HashMap<>();
    Map<String, CaseResampling> byInspection =
        drawn.stream().collect(Collectors.toMap(CaseResampling::inspectionId, one -> one));
    Map<String, Map<String, InspectionScore>> scores = new HashMap<>();
    Map<String, InspectionTallies> inspections = new LinkedHashMap<>();
    for (InspectionScore score : results.scores()) {
      String id = score.inspection().inspectionId();
      inspections.put(id, score.inspection());
      scores.computeIfAbsent(id, added -> new HashMap<>()).put(score.measure().id(), score);
    }
    List<InspectionRating> ratings = new ArrayList<>();
    for (InspectionTallies inspection : inspections.values()) {
      Map<String, InspectionScore> own = scores.get(inspection.inspectionId());
      RatingDecision decision =
          decisions.computeIfAbsent(
              inspection.formVersion(),
              version -> new RatingDecision(results.framework().atForm(version)));
      double[] percent =
          decision.measures().stream()
              .map(Measure::id)
              .mapToDouble(id -> percent(own.get(id)))
              .toArray();
      ratings.addAll(
          of(inspection, decision, percent, byInspection.get(inspection.inspectionId())));
    }
    return ratings;
  }

  private static List<InspectionRating> of(
      InspectionTallies inspection,
      RatingDecision decision,
      double[] percent,
      CaseResampling drawn) {
    RatingRules rules = decision.rules();
    int[] places = decision.places(percent);
    List<String> reasons = decision.reasons(percent);
    List<InspectionRating> ratings = new ArrayList<>();
    for (int r = 0; r < places.length; r++) {
      ratings.add(
          new InspectionRating(
              inspection,
              rules,
              rules.rules().get(r),
              places[r],
              reasons.get(r),
              drawn == null ? List.of() : drawn.shares(r)));
    }
    return ratings;
  }

  /** Of integers where the score is one, so that a score meets the band that begins with it. */
  private static double percent(InspectionScore score) {
    if (score.score() == null) {
      return Double.NaN;
    }
    return score.scoreRule().equals(AnalysisRules.MEAN_OF_QUESTIONS)
        ? Math.rint(score.score() * 1e10) / 1e8
        : CaseResampling.percent(score.counts().sufficient(), score.counts().assessed());
  }

  /** The rating in words. */
  public String label() {
    return place == RatingDecision.NONE ? NOT_RATED : rules.scale().get(place).label();
  }

  /** Its id; null where there is no rating. */
  public String id() {
    return place == RatingDecision.NONE ? null : rules.scale().get(place).id();
  }

  /** The share of draws that came to the same; null where cases were not drawn. */
  public Double shareOfSame() {
    return shares.isEmpty() ? null : shares.get(at(place));
  }

  /** The share of draws that came to a better rating; null likewise, and without a rating. */
  public Double shareOfBetter() {
    return shares.isEmpty() || place == RatingDecision.NONE ? null : sum(0, place);
  }

  /** The share of draws that came to a worse rating; null likewise. */
  public Double shareOfWorse() {
    return shares.isEmpty() || place == RatingDecision.NONE
        ? null
        : sum(place + 1, rules.scale().size());
  }

  private double sum(int from, int to) {
    return shares.subList(from, to).stream().mapToDouble(Double::doubleValue).sum();
  }

  private int at(int ofPlace) {
    return ofPlace == RatingDecision.NONE ? rules.scale().size() : ofPlace;
  }
}
