package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustbench.PipelineException;
import org.trustbench.framework.Condition;

/** Which conditions a case can meet together. */
class AttributeValuesTest {
  private static final Condition EARLY = in("stage", "early");
  private static final Condition LATE = in("stage", "late");
  private static final Condition NOT_LATE = in("stage", "early", "middle");
  private static final Condition IN_YORK = in("town", "York");

  private static Condition in(String attribute, String... values) {
    return new Condition.AttributeIn(attribute, List.of(values));
  }

  @Test
  void a_case_meets_none_or_one_of_two_values_and_never_both() {
    assertThat(AttributeValues.combinations(List.of(EARLY, LATE)))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("{}", "{0}", "{1}");
  }

  @Test
  void a_value_within_another_condition_meets_both() {
    assertThat(AttributeValues.combinations(List.of(EARLY, NOT_LATE)))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("{}", "{1}", "{0, 1}");
    assertThat(AttributeValues.isWithin(EARLY, NOT_LATE)).isTrue();
    assertThat(AttributeValues.isWithin(NOT_LATE, EARLY)).isFalse();
    assertThat(AttributeValues.isWithin(EARLY, LATE)).isFalse();
  }

  @Test
  void attributes_combine_freely() {
    assertThat(AttributeValues.combinations(List.of(EARLY, IN_YORK)))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("{}", "{0}", "{1}", "{0, 1}");
    Condition both = new Condition.All(List.of(EARLY, IN_YORK));
    Condition either = new Condition.Any(List.of(EARLY, IN_YORK));
    assertThat(AttributeValues.isWithin(both, EARLY)).isTrue();
    assertThat(AttributeValues.isWithin(both, IN_YORK)).isTrue();
    assertThat(AttributeValues.isWithin(EARLY, both)).isFalse();
    assertThat(AttributeValues.isWithin(EARLY, either)).isTrue();
    assertThat(AttributeValues.isWithin(IN_YORK, either)).isTrue();
    assertThat(AttributeValues.isWithin(either, EARLY)).isFalse();
    assertThat(AttributeValues.combinations(List.of(both, either)))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("{}", "{1}", "{0, 1}");
    assertThat(AttributeValues.combinations(List.of(either)))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("{}", "{0}");
  }

  @Test
  void every_condition_lies_within_that_of_all_cases_and_not_the_other_way() {
    Condition always = new Condition.Always();
    assertThat(AttributeValues.isWithin(EARLY, always)).isTrue();
    assertThat(AttributeValues.isWithin(always, EARLY)).isFalse();
    assertThat(AttributeValues.combinations(List.of(always)))
        .extracting(Object::toString)
        .containsExactly("{0}");
  }

  @Test
  void of_an_attribute_the_values_asked_for_are_told_apart_and_no_others() {
    assertThat(AttributeValues.combinations(List.of(in("unlisted", "a"), in("unlisted", "b"))))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("{}", "{0}", "{1}");
  }

  @Test
  void all_values_of_an_attribute_together_leave_out_what_was_not_recorded() {
    assertThat(AttributeValues.combinations(List.of(in("stage", "early", "middle", "late"))))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("{}", "{0}");
  }

  @Test
  void up_to_a_million_combinations_are_tried_and_more_refused() {
    List<Condition> conditions = new ArrayList<>();
    IntStream.range(0, 6).forEach(i -> nine("a" + i, conditions));
    assertThat(AttributeValues.combinations(conditions.subList(0, 18))).hasSize(100);
    assertThatThrownBy(
            () -> {
              nine("b", conditions);
              AttributeValues.combinations(conditions);
            })
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("too many attributes ([a0, a1, a2, a3, a4, a5, b])");
  }

  private static void nine(String attribute, List<Condition> conditions) {
    IntStream.range(0, 9).forEach(value -> conditions.add(in(attribute, "v" + value)));
  }
}
