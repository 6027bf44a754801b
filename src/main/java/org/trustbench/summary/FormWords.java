package org.trustbench.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.framework.Form;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;

/** Since when each measure can be followed, where the form changed. */
final class FormWords {
  private FormWords() {}

  /** In sentences; none where there is one form alone. */
  static List<String> of(Framework framework) {
    List<Form> forms = framework.forms();
    if (forms.isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        framework
            .terms()
            .text(
                "The form changed: version %s. {Institutions} are set beside one another by"
                    + " inspections of one version alone, the latest that there are inspections of;"
                    + " one whose latest inspection is of an earlier version is set beside itself."
                    + " A measure is compared with an earlier version's where both ask the same"
                    + " questions of it, or questions that are declared the same.",
                forms.stream()
                    .map(form -> "%s from %s on".formatted(form.version(), form.from()))
                    .collect(Collectors.joining(", "))));
    since(framework)
        .forEach(
            (form, labels) ->
                sentences.add(
                    "Followed since version %s (%s): %s."
                        .formatted(form.version(), form.from(), String.join("; ", labels))));
    return sentences;
  }

  /** The measures that can be followed since each version, the earliest first. */
  private static Map<Form, List<String>> since(Framework framework) {
    FormComparison comparison = new FormComparison(framework);
    Map<Form, List<String>> since = new LinkedHashMap<>();
    framework.forms().forEach(form -> since.put(form, new ArrayList<>()));
    for (Measure measure : HistoryTable.measures(framework)) {
      Optional<Form> form = comparison.followedSince(measure);
      form.ifPresent(one -> since.get(one).add("“%s”".formatted(measure.label())));
    }
    since.values().removeIf(List::isEmpty);
    return since;
  }
}
