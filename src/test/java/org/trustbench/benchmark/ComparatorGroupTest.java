package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;

class ComparatorGroupTest {
  @Test
  void a_comparator_by_two_dimensions_groups_those_alike_in_both() {
    Results results =
        LevelSchools.of(
                """
                E1 Ely   Cambs 18/20
                E2 Ely   Cambs 9/15
                M1 March Cambs 18/20
                D1 Ely   Cambs 17/20
                X1 -     Cambs 17/20
                """)
            .results();
    assertThat(results.comparatorGroups())
        .filteredOn(group -> group.comparatorId().equals("alike"))
        .extracting(ComparatorGroup::key, ComparatorGroup::label, group -> group.members().size())
        .containsExactly(
            tuple("alike:Cambs, Ely", "Alike Cambs, Ely", 3),
            tuple("alike:Cambs, March", "Alike Cambs, March", 1));
  }
}
