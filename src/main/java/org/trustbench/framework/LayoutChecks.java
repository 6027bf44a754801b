package org.trustbench.framework;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is dangling or unreadable in the layouts of national extracts. */
final class LayoutChecks {
  /** Day, month, year and hour differ from one another, so that no pattern mistakes one for one. */
  private static final LocalDateTime PROBE = LocalDateTime.of(2013, 12, 31, 10, 45, 59);

  private final Framework framework;
  private final List<String> mistakes = new ArrayList<>();

  private LayoutChecks(Framework framework) {
    this.framework = framework;
  }

  static List<String> mistakes(Framework framework) {
    LayoutChecks checks = new LayoutChecks(framework);
    framework.layouts().forEach(checks::layout);
    return checks.mistakes;
  }

  private void layout(Layout layout) {
    String place = "framework.json layout %s: ".formatted(layout.id());
    references(place, layout);
    attributeValues(place, layout);
    if (!isKnown(layout.encoding())) {
      mistakes.add(place + "encoding %s is not known".formatted(layout.encoding()));
    }
    if (!layout.inspectionId().contains("{trust}")) {
      mistakes.add(place + "inspection_id does not contain {trust}");
    } else if (!layout.inspectionId().replace("{trust}", "X").matches(FrameworkChecks.ID)) {
      mistakes.add(
          place + "inspection_id is not made of letters, digits, . _ and - besides {trust}");
    }
    if (layout.shape() == Layout.Shape.WIDE && layout.questions().isEmpty()) {
      mistakes.add(place + "it names no questions");
    }
    if ((layout.date() == null) != (layout.dateFormat() == null)) {
      mistakes.add(place + "date and date_format go together");
    }
    if (layout.dateFormat() != null && !readsDates(layout.dateFormat())) {
      mistakes.add(
          place
              + "date_format %s reads no date; day, month, year is dd/MM/yyyy"
                  .formatted(layout.dateFormat()));
    }
    if (layout.published() != null && !isDate(layout.published())) {
      mistakes.add(place + "published %s is not a date yyyy-MM-dd".formatted(layout.published()));
    }
  }

  private void references(String place, Layout layout) {
    Set<String> questions =
        framework.questions().stream().map(Question::id).collect(Collectors.toSet());
    Set<String> attributes =
        framework.attributes().stream().map(Attribute::id).collect(Collectors.toSet());
    Set<String> answers =
        framework.answers().stream().map(Answer::code).collect(Collectors.toSet());
    dangling(place + "questions", layout.questions().keySet(), questions);
    dangling(place + "question_values", layout.questionValues().values(), questions);
    dangling(place + "attributes", layout.attributes().keySet(), attributes);
    dangling(place + "attribute_values", layout.attributeValues().keySet(), attributes);
    dangling(place + "answer_values", layout.answerValues().values(), answers);
  }

  private void attributeValues(String place, Layout layout) {
    for (Attribute attribute : framework.attributes()) {
      if (!attribute.isOpen() && layout.attributeValues().containsKey(attribute.id())) {
        dangling(
            place + "attribute_values " + attribute.id(),
            layout.attributeValues().get(attribute.id()).values(),
            attribute.values().stream().map(Attribute.Value::code).collect(Collectors.toSet()));
      }
    }
  }

  private void dangling(String place, Collection<String> used, Set<String> known) {
    mistakes.addAll(FrameworkChecks.danglingIn(place, used, known));
  }

  private static boolean isKnown(String encoding) {
    try {
      return Charset.isSupported(encoding);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /** Whether a date written by the pattern reads back as itself: {@code dd/mm/yyyy} does not. */
  private static boolean readsDates(String pattern) {
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern);
      return LocalDate.parse(format.format(PROBE), format).equals(PROBE.toLocalDate());
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
