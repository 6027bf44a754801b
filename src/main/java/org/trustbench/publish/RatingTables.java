package org.trustbench.publish;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.rating.CaseResampling;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Ratings as published: what the framework's own rules come to, why, and how firmly. */
final class RatingTables {
  private RatingTables() {}

  private static final List<Column<InspectionRating>> COLUMNS =
      List.of(
          text("inspection_id", "the inspection", r -> r.inspection().inspectionId()),
          text("trust_id", "code of the {institution}", r -> r.inspection().trust().code()),
          text("rating_id", "the rule", r -> r.rule().id()),
          text("rating_label", "what is rated, in words", r -> r.rule().label()),
          text("rating", "the rating; empty where there is none", InspectionRating::id),
          text("rating_words", "the rating in words, or not rated", InspectionRating::label),
          integer(
              "rating_place",
              "",
              "its place in the scale, 1 for the best; empty where there is none",
              r -> r.id() == null ? null : r.place() + 1L),
          text("reason", "how the rule came to it", InspectionRating::reason),
          integer(
              "draws",
              "",
              "how many times the {cases} were drawn again; empty where they were not",
              r -> r.shares().isEmpty() ? null : (long) CaseResampling.DRAWS),
          percent(
              "same_percent", "draws that came to the same rating", InspectionRating::shareOfSame),
          percent(
              "better_percent",
              "draws that came to a better rating",
              InspectionRating::shareOfBetter),
          percent(
              "worse_percent", "draws that came to a worse rating", InspectionRating::shareOfWorse),
          text("whose", "whose rules they are", r -> r.rules().whose()));

  static final Table<InspectionRating> RATINGS =
      new Table<>(
          "ratings",
          "One row per inspection and rating by rule.",
          List.of("inspection_id", "rating_id"),
          COLUMNS);

  static final Table<InspectionRating> FACT_RATING = RATINGS.named("fact_rating");
}
