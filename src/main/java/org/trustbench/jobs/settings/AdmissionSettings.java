package org.trustbench.jobs.settings;

import java.util.List;

/** The settings that say what of what was sent is taken into the lake. */
public final class AdmissionSettings {
  public static final Setting<Double> REJECT_TOLERANCE =
      Setting.number("reject_tolerance")
          .means(
              SettingTopic.ADMITTED,
              "SHARE",
              "share of judgements, 0 to 1, that may be rejected in a submission")
          .example("0.02")
          .standard(0.05)
          .must(value -> value >= 0 && value <= 1, "is not between 0 and 1")
          .decisive()
          .says("up to %s of judgements may be rejected");

  public static final Setting<Double> JUDGEMENT_CHANGE =
      Setting.number("judgement_change")
          .means(
              SettingTopic.ADMITTED,
              "SHARE",
              "share of its judgements that a new submission may change unasked")
          .example("0.1")
          .standard(0.25)
          .must(value -> value >= 0, "is not 0 or more")
          .says("up to %s of judgements may change");

  public static final Setting<Double> CASE_CHANGE =
      Setting.number("case_change")
          .means(
              SettingTopic.ADMITTED,
              "SHARE",
              "share of its cases by which a new submission may grow or shrink unasked")
          .example("0.1")
          .standard(0.25)
          .must(value -> value >= 0, "is not 0 or more")
          .says("up to %s of {cases} may come or go");

  public static final Setting<Double> EXPECTED_SHARE =
      Setting.number("expected_share")
          .means(
              SettingTopic.ADMITTED,
              "SHARE",
              "share of the framework's trusts, 0 to 1, that an ingest must leave inspected")
          .example("0.9")
          .standard(0.0)
          .must(value -> value >= 0 && value <= 1, "is not between 0 and 1")
          .says("%s of {institutions} expected");

  public static final Setting<List<String>> ACCEPT =
      Setting.flagGivenAgain("accept", String.class)
          .means(
              SettingTopic.ADMITTED,
              "INSPECTION",
              "take in an inspection that is held or withdrawn; may be given again")
          .example("NSP-2014-03")
          .standard(List.of())
          .says(inspections -> "accepted: " + SettingWords.words(inspections));

  /** What decides which submissions are taken in. */
  public static final List<Setting<?>> ADMISSION =
      List.of(REJECT_TOLERANCE, JUDGEMENT_CHANGE, CASE_CHANGE, EXPECTED_SHARE, ACCEPT);

  private AdmissionSettings() {}
}
