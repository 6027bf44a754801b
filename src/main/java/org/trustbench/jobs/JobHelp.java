package org.trustbench.jobs;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.jobs.settings.ProgrammeSettings;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.settings.SettingTopic;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out the help of a job: its flags by what they are about, and of the settings its own. */
final class JobHelp {
  private JobHelp() {}

  static void layOut(CommandLine job) {
    UsageMessageSpec message = job.getCommandSpec().usageMessage();
    message.customSynopsis(synopsis(job.getCommandSpec()));
    job.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, JobHelp::options);
    List<String> footer = new ArrayList<>(List.of("", "For example:"));
    for (String example : message.footer()) {
      footer.add("  " + example);
    }
    footer.add("");
    if (job.getCommand() instanceof Job) {
      footer.add(
          "What no flag sets is taken from the settings file, which is jobs/programme.json unless"
              + " --settings names another, else from the defaults shown.");
    }
    footer.add(
        "Exit codes: 0 done; 1 failed; 2 wrong usage or settings; 3 done, some of what was sent was"
            + " refused or set aside.");
    message.footer(footer.toArray(String[]::new));
  }

  /** What has to be given, by name; the others are listed below. */
  private static String synopsis(CommandSpec job) {
    StringBuilder text = new StringBuilder(job.qualifiedName());
    for (OptionSpec option : job.options()) {
      if (option.required()) {
        text.append(" %s %s".formatted(option.longestName(), option.paramLabel()));
      }
    }
    for (PositionalParamSpec word : job.positionalParameters()) {
      text.append((word.required() ? " %s" : " [%s]").formatted(word.paramLabel()));
    }
    return text.append(" [FLAGS]").toString();
  }

  private static String options(Help help) {
    Map<String, SettingTopic> topics =
        ProgrammeSettings.ALL.stream()
            .collect(Collectors.toMap(Setting::flag, Setting::topic, (a, b) -> a));
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    List<OptionSpec> shown =
        help.commandSpec().options().stream()
            .filter(option -> !option.hidden() && !option.versionHelp())
            .toList();
    put(groups, "Flags of %s".formatted(help.commandSpec().name()), shown, topics, null);
    for (SettingTopic topic : SettingTopic.values()) {
      put(groups, topic.heading(), shown, topics, topic);
    }
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (heading, options) -> {
          Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
          layout.addOptions(options, help.parameterLabelRenderer());
          text.append("%n%s:%n".formatted(heading)).append(layout);
        });
    return text.toString();
  }

  private static void put(
      Map<String, List<OptionSpec>> groups,
      String heading,
      List<OptionSpec> options,
      Map<String, SettingTopic> topics,
      SettingTopic topic) {
    List<OptionSpec> some =
        options.stream().filter(option -> topics.get(option.longestName()) == topic).toList();
    if (!some.isEmpty()) {
      groups.put(heading, some);
    }
  }
}
