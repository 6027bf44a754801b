package org.trustbench.summary;

import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.terms.Terms;

/** One row per institution and rating: what the framework's own rules come to. */
public final class RatingTable {
  private static final SummaryColumn<InspectionRating> INSTITUTION =
      text(
          "{Institution}",
          "trust",
          "name of the {institution}",
          r -> r.inspection().trust().name());

  private static final List<SummaryColumn<InspectionRating>> COLUMNS =
      List.of(
          kept("Code", "trust_id", "code of the {institution}", r -> r.inspection().trust().code()),
          INSTITUTION,
          kept("Rule", "rating_id", "the rule", r -> r.rule().id()),
          text("Rated", "rating_label", "what is rated, in words", r -> r.rule().label()),
          text("Rating", "rating_words", "the rating in words", InspectionRating::label),
          text(
              "Drawn again",
              "drawn_again",
              "how often other draws of the {cases} came to the same, a better or a worse"
                  + " rating",
              RatingTable::drawnAgain),
          text("Why", "reason", "how the rule came to it", InspectionRating::reason));

  private RatingTable() {}

  /** The ratings of the inspections that are compared, by the institution's name. */
  public static List<InspectionRating> rows(ReleaseContent content) {
    Set<String> compared =
        content.results().inspections().stream()
            .map(InspectionTallies::inspectionId)
            .collect(Collectors.toSet());
    return content.ratings().stream()
        .filter(rating -> compared.contains(rating.inspection().inspectionId()))
        .sorted(Comparator.comparing(rating -> rating.inspection().trust().name()))
        .toList();
  }

  /** The same of each institution, by its code. */
  public static Map<String, List<InspectionRating>> byTrust(ReleaseContent content) {
    return rows(content).stream()
        .collect(Collectors.groupingBy(rating -> rating.inspection().trust().code()));
  }

  /** The table of some ratings. */
  public static Grid of(String title, List<InspectionRating> ratings, Terms terms) {
    return definition(terms).grid(title, ratings);
  }

  /** The table of the ratings of one institution. */
  public static Grid own(String title, List<InspectionRating> ratings, Terms terms) {
    return table(COLUMNS.stream().filter(one -> !one.equals(INSTITUTION)).toList(), terms)
        .grid(title, ratings);
  }

  /** What it shows and keeps. */
  public static SummaryTable<InspectionRating> definition(Terms terms) {
    return table(COLUMNS, terms);
  }

  private static SummaryTable<InspectionRating> table(
      List<SummaryColumn<InspectionRating>> columns, Terms terms) {
    return new SummaryTable<InspectionRating>(
            "ratings",
            "One row per {institution} and rating by the framework's own rules.",
            List.of("trust_id", "rating_id"),
            columns,
            rating -> Availability.NOT_AVAILABLE)
        .in(terms);
  }

  /** What a reader has to know of them. */
  public static List<String> rules(ReleaseContent content) {
    if (content.ratings().isEmpty()) {
      return List.of();
    }
    return List.of(
        "Whose rules: " + content.ratings().get(0).rules().whose(),
        content
            .terms()
            .text(
                "Drawn again: how often the same rule came to the same, a better or a worse rating"
                    + " when the {cases} of the inspection were drawn again with replacement, as"
                    + " many as there were. It tells of the draw of {cases} alone, not of how"
                    + " inspectors differ, and with few {cases} it says too little."));
  }

  private static String drawnAgain(InspectionRating rating) {
    Double same = rating.shareOfSame();
    if (same == null) {
      return "not drawn";
    }
    String again = Formatting.percent(same) + " % the same";
    return rating.shareOfBetter() == null
        ? again
        : "%s, %s %% better, %s %% worse"
            .formatted(
                again,
                Formatting.percent(rating.shareOfBetter()),
                Formatting.percent(rating.shareOfWorse()));
  }
}
