package org.trustbench.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.framework.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words that a job was called with, and what was most likely meant. */
final class UsageMistake {
  private UsageMistake() {}

  /** One line, without the program's name. */
  static String line(ParameterException e) {
    CommandLine called = e.getCommandLine();
    String help =
        " (%s--help lists %s)"
            .formatted(
                called.getParent() == null ? "" : called.getCommandName() + " ",
                called.getSubcommands().isEmpty() ? "its flags" : "them");
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return e.getMessage() + " (see --help)";
    }
    String word = unmatched.getUnmatched().get(0);
    if (word.startsWith("-")) {
      return flag(called, word.replaceFirst("=.*", "")) + help;
    }
    if (!called.getSubcommands().isEmpty()) {
      return "%s \"%s\"%s"
              .formatted(
                  called.getParent() == null
                      ? "there is no job"
                      : called.getCommandName() + " has no",
                  word,
                  meant(word, called.getSubcommands().keySet()))
          + help;
    }
    return "\"%s\" follows no flag: a value stands behind the flag that it is for".formatted(word)
        + help;
  }

  private static String flag(CommandLine called, String flag) {
    String near = meant(flag, flags(called));
    if (near.isEmpty()) {
      List<String> others = new ArrayList<>();
      CommandLine root = called;
      while (root.getParent() != null) {
        root = root.getParent();
      }
      for (Map.Entry<String, CommandLine> job : root.getSubcommands().entrySet()) {
        if (flags(job.getValue()).contains(flag)) {
          others.add(job.getKey());
        }
      }
      near = others.isEmpty() ? "" : ": it is one of " + String.join(" and ", others);
    }
    return "%s has no flag %s%s"
        .formatted(
            called.getParent() == null ? "the program" : called.getCommandName(), flag, near);
  }

  private static List<String> flags(CommandLine called) {
    return called.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .map(OptionSpec::longestName)
        .toList();
  }

  private static String meant(String word, Collection<String> known) {
    Optional<String> near = NearestWord.to(word, known);
    return near.map("; did you mean %s?"::formatted).orElse("");
  }
}
