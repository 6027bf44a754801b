package org.trustbench.jobs.settings;

/** What a setting is about; help and guide list settings by it. */
public enum SettingTopic {
  READ("What is read"),
  KEPT("Where it is kept and written"),
  ADMITTED("What is taken into the lake"),
  DECIDED("What is compared, and by which rules"),
  SHOWN("Who may see it");

  private final String heading;

  SettingTopic(String heading) {
    this.heading = heading;
  }

  public String heading() {
    return heading;
  }
}
