package org.trustbench.jobs.settings;

/** The settings that say which trust and which comparator a report shows first. */
public final class FocusSettings {
  public static final Setting<String> FOCUS =
      Setting.text("focus")
          .means(
              SettingTopic.DECIDED,
              "TRUST",
              "code or name of the trust that is benchmarked; all: a page for every trust")
          .example("NSP")
          .ofFramework()
          .decisive()
          .saysInTerms(
              (trust, terms) ->
                  trust.equals("all")
                      ? terms.text("a page for every {institution}")
                      : terms.text("{institution} %s in focus", trust));

  public static final Setting<String> COMPARATOR =
      Setting.text("comparator")
          .means(SettingTopic.DECIDED, "ID", "comparator shown first: programme, tranche, …")
          .example("programme")
          .ofFramework()
          .decisive()
          .says("compared by %s");

  private FocusSettings() {}
}
