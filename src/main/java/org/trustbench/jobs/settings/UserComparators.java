package org.trustbench.jobs.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.table.Decimals;

/** Comparators of the user's own, as a settings file describes them and a release records them. */
final class UserComparators {
  private static final Set<String> NAMES = Set.of("id", "label", "trusts", "fixed_percent");

  private final String place;

  private UserComparators(String place) {
    this.place = place;
  }

  /** A list of objects: id, label, and either trusts or fixed_percent. */
  static List<UserComparator> read(FileValue value) {
    return new UserComparators(value.place()).list(value.json());
  }

  private List<UserComparator> list(JsonNode list) {
    require(list.isArray(), "%s: comparators is not a list".formatted(place));
    List<UserComparator> own = new ArrayList<>();
    for (JsonNode one : list) {
      String id = one.path("id").asText("");
      require(
          id.matches("[a-z0-9][a-z0-9_-]*"),
          "%s: a comparator's id \"%s\" is not a word of a-z, 0-9, - and _".formatted(place, id));
      require(
          own.stream().noneMatch(other -> other.id().equals(id)),
          "%s: two comparators have the id %s".formatted(place, id));
      one.fieldNames()
          .forEachRemaining(
              name ->
                  require(
                      NAMES.contains(name),
                      "%s: comparator %s has \"%s\"; there are %s"
                          .formatted(place, id, name, NAMES.stream().sorted().toList())));
      own.add(comparator(id, one.path("label").asText(id), one));
    }
    return List.copyOf(own);
  }

  private UserComparator comparator(String id, String label, JsonNode comparator) {
    require(
        comparator.has("trusts") != comparator.has("fixed_percent"),
        "%s: comparator %s needs either trusts or fixed_percent".formatted(place, id));
    return comparator.has("trusts")
        ? new UserComparator.Group(id, label, trusts(id, comparator))
        : new UserComparator.FixedValue(id, label, fixed(id, comparator));
  }

  private List<String> trusts(String id, JsonNode comparator) {
    List<String> trusts = new ArrayList<>();
    comparator.get("trusts").forEach(trust -> trusts.add(trust.asText()));
    require(
        !trusts.isEmpty(), "%s: comparator %s has no name in its \"trusts\"".formatted(place, id));
    return List.copyOf(trusts);
  }

  private double fixed(String id, JsonNode comparator) {
    JsonNode percent = comparator.get("fixed_percent");
    require(
        percent.isNumber() && percent.asDouble() >= 0 && percent.asDouble() <= 100,
        "%s: comparator %s has fixed_percent %s, not a number from 0 to 100"
            .formatted(place, id, percent));
    return percent.asDouble() / 100;
  }

  private static void require(boolean isSo, String message) {
    if (!isSo) {
      throw PipelineException.usage(message);
    }
  }

  /** As a release records them; null for none. */
  static List<Map<String, Object>> recorded(List<UserComparator> comparators) {
    if (comparators.isEmpty()) {
      return null;
    }
    List<Map<String, Object>> recorded = new ArrayList<>();
    for (UserComparator own : comparators) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", own.id());
      values.put("label", own.label());
      if (own instanceof UserComparator.Group group) {
        values.put("trusts", group.trusts());
      } else if (own instanceof UserComparator.FixedValue fixed) {
        values.put("fixed_percent", Decimals.percent(fixed.value(), 6));
      }
      recorded.add(values);
    }
    return recorded;
  }
}
