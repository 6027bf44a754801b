package org.trustbench.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for bash, made from the jobs and flags that the program declares. */
final class CompletionScript {
  /** Only the words of a job differ; zsh runs the same by its bashcompinit. */
  private static final String FRAME =
      """
      # Completes jobs, flags and values of trustbench: source this file, in zsh too.
      if [ -n "${ZSH_VERSION:-}" ]; then
        autoload -Uz compinit bashcompinit && compinit && bashcompinit
      fi
      _trustbench() {
        if [ -n "${ZSH_VERSION:-}" ]; then emulate -L ksh; fi
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} job= one jobs words= files= i
        jobs='%s'
        if [ "$word" = = ]; then
          word=
        elif [ "$before" = = ]; then
          before=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        case ${COMP_WORDS[0]} in run | */run) job=run ;; esac
        for ((i = 1; i < COMP_CWORD; i++)); do
          one=${COMP_WORDS[i]}
          case " $jobs " in *" $one "*) job=${job:-$one} ;; esac
        done
        case $job in
          '') words="$jobs --help --version" ;;
      %s  esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        if [ -n "$files" ]; then
          compopt -o filenames 2>/dev/null
          while IFS= read -r one; do COMPREPLY+=("$one"); done < <(compgen -f -- "$word")
        fi
      }
      complete -F _trustbench trustbench bin/trustbench ./bin/trustbench jobs/run ./jobs/run jobs/submit ./jobs/submit
      if [ -n "${ZSH_VERSION:-}" ]; then complete -F _trustbench run submit; fi
      """;

  private CompletionScript() {}

  static String of(CommandLine program) {
    StringBuilder cases = new StringBuilder();
    program.getSubcommands().forEach((name, job) -> cases.append(ofJob(name, job)));
    return FRAME.formatted(String.join(" ", program.getSubcommands().keySet()), cases);
  }

  private static String ofJob(String name, CommandLine job) {
    List<OptionSpec> options = new ArrayList<>(shown(job));
    for (CommandLine part : job.getSubcommands().values()) {
      shown(part).stream()
          .filter(option -> options.stream().noneMatch(one -> isSame(one, option)))
          .forEach(options::add);
    }
    StringBuilder text = new StringBuilder("    %s)\n      case $before in\n".formatted(name));
    StringBuilder ofFiles = new StringBuilder();
    StringBuilder ofOthers = new StringBuilder();
    for (OptionSpec option : options) {
      if (option.arity().max() > 0) {
        String choices = choices(option);
        if (!choices.isEmpty()) {
          text.append("        %s) words='%s' ;;\n".formatted(option.longestName(), choices));
        } else {
          (isFile(option.paramLabel()) ? ofFiles : ofOthers)
              .append(" | ")
              .append(option.longestName());
        }
      }
    }
    append(text, ofFiles, "files=yes");
    append(text, ofOthers, "");
    String flags = options.stream().map(OptionSpec::longestName).collect(Collectors.joining(" "));
    String parts = String.join(" ", job.getSubcommands().keySet());
    boolean takesFile =
        job.getCommandSpec().positionalParameters().stream()
            .anyMatch(word -> isFile(word.paramLabel()));
    text.append(
        "        *) case $word in -*) words='%s' ;; *) words='%s' files=%s ;; esac ;;\n      esac ;;\n"
            .formatted(flags, parts, takesFile || !parts.isEmpty() ? "yes" : ""));
    return text.toString();
  }

  private static void append(StringBuilder text, StringBuilder flags, String what) {
    if (!flags.isEmpty()) {
      text.append("        %s) %s ;;\n".formatted(flags.substring(3), what));
    }
  }

  private static List<OptionSpec> shown(CommandLine job) {
    return job.getCommandSpec().options().stream()
        .filter(option -> !option.hidden() && !option.versionHelp())
        .toList();
  }

  private static boolean isSame(OptionSpec one, OptionSpec other) {
    return one.longestName().equals(other.longestName());
  }

  private static String choices(OptionSpec option) {
    List<String> choices = new ArrayList<>();
    if (option.completionCandidates() != null) {
      option.completionCandidates().forEach(choices::add);
    }
    return String.join(" ", choices);
  }

  private static boolean isFile(String label) {
    return label.matches(".*(FILE|DIR|PATH).*");
  }
}
