package org.trustbench.jobs.settings;

import java.util.List;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.DisclosureRules;

/** The settings that say who may see a release, and how far it protects cases. */
public final class AudienceSettings {
  private static final int MOST_ROUNDING = 1000;

  public static final Setting<String> AUDIENCE =
      Setting.text("audience")
          .means(
              SettingTopic.SHOWN,
              "AUDIENCE",
              "internal: everything but identifiers, labelled so; public: small numbers suppressed,"
                  + " figures rounded")
          .example("public")
          .standard(Audience.INTERNAL.id())
          .oneOf(SettingWords.labels(Audience.values(), Audience::id))
          .decisive()
          .says("audience %s");

  public static final Setting<Integer> SUPPRESS_BELOW =
      Setting.wholeNumber("suppress_below")
          .means(SettingTopic.SHOWN, "N", "cases below which a figure is suppressed for the public")
          .example("20")
          .standard(DisclosureRules.STANDARD.fewestCases())
          .calledInMessages("suppress-below")
          .must(value -> value >= 1 && value <= MOST_ROUNDING, "is not between 1 and 1000")
          .recordedWhen(settings -> !settings.isInternal())
          .decisive()
          .says("suppressed below %s {cases}");

  public static final Setting<Integer> ROUND_COUNTS_TO =
      Setting.wholeNumber("round_counts_to")
          .means(SettingTopic.SHOWN, "N", "counts are rounded to multiples of this for the public")
          .example("10")
          .standard(DisclosureRules.STANDARD.rounding())
          .calledInMessages("round-counts-to")
          .must(value -> value >= 1 && value <= MOST_ROUNDING, "is not between 1 and 1000")
          .recordedWhen(settings -> !settings.isInternal())
          .decisive()
          .says("counts rounded to %s");

  public static final Setting<Boolean> BRIEF =
      Setting.truth("brief")
          .means(
              SettingTopic.SHOWN,
              "",
              "a page of one or two sheets of paper for every trust inspected, in briefs/, and one"
                  + " that prints them all")
          .standard(false)
          .recordedAs(isSet -> isSet ? true : null)
          .decisive()
          .saysInTerms((isSet, terms) -> terms.text("a brief page for every {institution}"));

  /** What decides who may see the figures. */
  public static final List<Setting<?>> DISCLOSURE =
      List.of(AUDIENCE, SUPPRESS_BELOW, ROUND_COUNTS_TO);

  private AudienceSettings() {}
}
