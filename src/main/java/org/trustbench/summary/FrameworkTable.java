package org.trustbench.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Comparator;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Level;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.framework.Question;
import org.trustbench.framework.Scale;
import org.trustbench.framework.Theme;
import org.trustbench.framework.Trust;
import org.trustbench.framework.Vocabulary;
import org.trustbench.message.Counted;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;

/** What a framework holds: one row per kind of thing, with how many and which. */
public final class FrameworkTable {
  private final Framework framework;
  private final List<List<Cell>> rows = new ArrayList<>();

  private FrameworkTable(Framework framework) {
    this.framework = framework;
  }

  /** The table. */
  public static Grid of(Framework framework) {
    FrameworkTable table = new FrameworkTable(framework);
    table.versions();
    table.codebook();
    table.measures();
    table.trusts();
    return Grid.of(
        "%s (%s, version %s)".formatted(framework.title(), framework.id(), framework.version()),
        List.of("What", "Count", "Which"),
        table.rows);
  }

  private void versions() {
    if (!framework.forms().isEmpty()) {
      row(
          "Versions",
          framework.forms(),
          form -> "%s from %s".formatted(form.version(), form.from()));
    }
  }

  private void codebook() {
    row("Themes", framework.themes(), Theme::title);
    row(
        "Sections",
        framework.themes().stream().flatMap(theme -> theme.sections().stream()).toList(),
        Theme.Section::id);
    counted(
        "Questions",
        framework.questions().stream().map(Question::evidence).toList(),
        evidence -> "on " + evidence);
    row(
        "Answers",
        framework.answers(),
        answer -> answer.code() + (answer.means() == null ? "" : meaning(answer)));
    row(framework.terms().text("{Case} attributes"), framework.attributes(), Attribute::id);
    row("Case mix", framework.caseMix(), id -> id);
  }

  private static String meaning(Answer answer) {
    return " (%s)".formatted(answer.means().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private void measures() {
    counted(
        "Measures", framework.measures().stream().map(Measure::kind).toList(), FrameworkTable::of);
    if (!framework.scales().isEmpty()) {
      row("Scales", framework.scales(), Scale::id);
    }
    row("Pathways", framework.pathways(), Pathway::label);
  }

  private static String of(String kind) {
    return "of kind " + kind;
  }

  private void trusts() {
    row(framework.terms().text("{Institutions}"), framework.trusts(), Trust::code);
    row("Comparators", framework.comparators(), this::comparator);
    if (!framework.levels().isEmpty()) {
      row("Levels", framework.levels(), this::level);
    }
    row("Words for scores", framework.vocabulary().bands(), Vocabulary.Band::word);
    row(
        "Layouts",
        framework.layouts(),
        layout ->
            "%s (a row a %s)"
                .formatted(
                    layout.id(),
                    layout.shape() == Layout.Shape.WIDE
                        ? framework.terms().ofCase().one()
                        : "judgement"));
  }

  private String comparator(Comparator comparator) {
    if (comparator.by().isEmpty()) {
      return comparator.id() + " (all)";
    }
    List<String> groups =
        framework.trusts().stream()
            .map(trust -> comparator.group(trust.dimensions()::get))
            .filter(group -> group != null)
            .toList();
    return "%s (%s)".formatted(comparator.id(), tallied(groups, group -> group));
  }

  private String level(Level level) {
    long groups =
        framework.trusts().stream()
            .map(trust -> trust.dimensions().get(level.by()))
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return "%s (%s)"
        .formatted(level.by(), Counted.of(groups, level.group().one(), level.group().many()));
  }

  private <T> void row(String name, List<T> things, Function<T, String> word) {
    row(name, things.size(), things.stream().map(word).collect(Collectors.joining(", ")));
  }

  private void counted(String name, List<String> kinds, Function<String, String> word) {
    row(name, kinds.size(), tallied(kinds, word));
  }

  private static String tallied(List<String> kinds, Function<String, String> word) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
    List<String> words = new ArrayList<>();
    counts.forEach((kind, number) -> words.add(number + " " + word.apply(kind)));
    return String.join(", ", words);
  }

  private void row(String name, long number, String words) {
    rows.add(List.of(Cell.text(name), new Cell.Count(number), Cell.text(words)));
  }
}
