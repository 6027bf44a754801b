package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trustbench.jobs.Main;
import org.trustbench.jobs.settings.ProgrammeSettings;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.settings.SettingTopic;
import org.trustbench.support.Launched;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The tables of flags in jobs/README.md, generated from the code and compared. */
class JobFlagsTest {
  private static final Path README = Launched.root().resolve("jobs/README.md");
  private static final String BEGIN = "<!-- flags -->\n";
  private static final String END = "<!-- /flags -->\n";

  private final CommandLine program = Main.commandLine();

  @Test
  void the_flags_in_the_readme_are_those_of_the_code() throws IOException {
    String readme = Files.readString(README);
    assertThat(readme).contains(BEGIN, END);
    String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
    String after = readme.substring(readme.indexOf(END));
    String wanted = before + flags() + after;
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(README, wanted);
    } else {
      assertThat(readme).as("mvn test -Dtest=JobFlagsTest -Ddocs.write=true").isEqualTo(wanted);
    }
  }

  @Test
  void every_job_is_in_the_table_of_jobs() throws IOException {
    String readme = Files.readString(README);
    List<String> jobs =
        readme
            .lines()
            .filter(line -> line.matches("\\| `[a-z][a-z-]*` \\|.*"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();
    assertThat(jobs).containsExactlyInAnyOrderElementsOf(program.getSubcommands().keySet());
  }

  /** The settings by what they are about, then the flags of one job or some. */
  private String flags() throws IOException {
    StringBuilder tables = new StringBuilder();
    for (SettingTopic topic : SettingTopic.values()) {
      tables.append(
          "\n%s:\n\n| flag | default | is | used by |\n|---|---|---|---|\n"
              .formatted(topic.heading()));
      for (Setting<?> setting : ProgrammeSettings.ALL) {
        if (setting.topic() == topic && setting.isFlag()) {
          tables.append(row(setting));
        }
      }
    }
    return tables + flagsOfJobs() + "\n";
  }

  private String flagsOfJobs() throws IOException {
    List<String> settings = ProgrammeSettings.ALL.stream().map(Setting::flag).toList();
    Map<String, List<String>> jobsByFlag = new LinkedHashMap<>();
    for (Map.Entry<String, CommandLine> job : program.getSubcommands().entrySet()) {
      boolean isOfProgramme =
          job.getValue().getCommandSpec().optionsMap().containsKey("--settings");
      for (OptionSpec option : job.getValue().getCommandSpec().options()) {
        if (!option.usageHelp()
            && !option.versionHelp()
            && !(isOfProgramme && settings.contains(option.longestName()))) {
          jobsByFlag.computeIfAbsent(row(option), flag -> new ArrayList<>()).add(job.getKey());
        }
      }
    }
    Map<List<String>, StringBuilder> tables = new LinkedHashMap<>();
    jobsByFlag.forEach(
        (flag, jobs) ->
            tables
                .computeIfAbsent(
                    jobs,
                    sharing ->
                        new StringBuilder(
                            "\nFlags of %s:\n\n| flag | default | is |\n|---|---|---|\n"
                                .formatted(
                                    sharing.size() == program.getSubcommands().size()
                                        ? "every job"
                                        : "`" + String.join("`, `", sharing) + "`")))
                .append(flag));
    return String.join("", tables.values());
  }

  private String row(Setting<?> setting) throws IOException {
    String ofFile = ofSettings(setting.name());
    Object standard = setting.standard();
    String byDefault =
        !ofFile.isEmpty() || standard == null || standard.equals(false) || standard instanceof List
            ? ofFile
            : standard.toString();
    List<String> all = new ArrayList<>();
    List<String> jobs = new ArrayList<>();
    program
        .getSubcommands()
        .forEach(
            (name, job) -> {
              OptionSpec option = job.getCommandSpec().findOption(setting.flag());
              boolean isOfProgramme = job.getCommandSpec().findOption("--settings") != null;
              if (isOfProgramme) {
                all.add(name);
              }
              if (isOfProgramme && option != null && !option.hidden()) {
                jobs.add(name);
              }
            });
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            (setting.flag() + " " + setting.valueName()).strip().replace("|", "\\|"),
            byDefault.isEmpty() ? "" : "`" + byDefault + "`",
            setting.meaning().replace("|", "\\|"),
            jobs.equals(all) ? "all" : String.join(", ", jobs));
  }

  private static String row(OptionSpec option) throws IOException {
    String ofFile = ofSettings(option.longestName().substring(2).replace('-', '_'));
    String byDefault = option.defaultValue() == null ? ofFile : option.defaultValue();
    String description =
        String.join(" ", option.description())
            .replaceAll(
                "(; |^)default: " + Pattern.quote(String.valueOf(option.defaultValue())), "");
    return "| `%s` | %s | %s |\n"
        .formatted(
            (option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel()))
                .replace("|", "\\|"),
            option.required() ? "required" : byDefault.isEmpty() ? "" : "`" + byDefault + "`",
            description.replace("|", "\\|"));
  }

  /** What jobs/programme.json says, its paths from the root of the project. */
  private static String ofSettings(String name) throws IOException {
    if (name.equals("settings")) {
      return "jobs/programme.json";
    }
    JsonNode value = settings().path(name);
    return value.asText().startsWith("../") ? value.asText().substring(3) : value.asText();
  }

  private static JsonNode settings() throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(Launched.root().resolve("jobs/programme.json")));
  }
}
