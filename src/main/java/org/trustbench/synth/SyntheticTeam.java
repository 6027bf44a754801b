package org.trustbench.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The inspectors who judge one inspection, in turn. Nobody real: names are numbers.
 *
 * @param isOfProgramme whether they are some of those of the programme, differ in severity, are
 *     named in every file and read cases twice; else each inspection has {@code insp-1} and so on,
 *     all alike
 * @param secondReadings the share of cases that another of them reads too
 */
record SyntheticTeam(List<Member> members, boolean isOfProgramme, double secondReadings) {
  /** Standard deviation of severity in logits: two of them differ by 6 points every second time. */
  static final double SEVERITY_SD = .3;

  /** Cases that are read twice. */
  static final double READ_TWICE = .1;

  /** A second reading says what the first did, however severe its inspector, so often at least. */
  static final double ALIKE = .7;

  /**
   * One of them.
   *
   * @param effect on the logit of every judgement, above 0 where lenient
   */
  record Member(String id, double effect) {}

  /** As many as share the cases of an inspection, all alike. */
  static SyntheticTeam alike(int inspectors) {
    return new SyntheticTeam(
        IntStream.rangeClosed(1, Math.max(1, inspectors))
            .mapToObj(number -> new Member("insp-" + number, 0))
            .toList(),
        false,
        0);
  }

  /**
   * Some of the inspectors of a programme, drawn for one inspection.
   *
   * @param programme how many the programme has
   * @param inspectors how many share the cases, of those
   * @param stream what the draw is named by
   */
  static SyntheticTeam of(int programme, int inspectors, String stream, RandomStreams random) {
    UniformRandomProvider draws = random.of(stream, "team");
    List<Integer> left = new ArrayList<>(IntStream.rangeClosed(1, programme).boxed().toList());
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < Math.min(programme, Math.max(1, inspectors)); i++) {
      int number = left.remove(draws.nextInt(left.size()));
      String id = "insp-%03d".formatted(number);
      members.add(new Member(id, SEVERITY_SD * random.gaussian("severity", id)));
    }
    return new SyntheticTeam(members, true, members.size() < 2 ? 0 : READ_TWICE);
  }

  /** Who judges a row. */
  Member first(int row) {
    return members.get(row % members.size());
  }

  /** Who reads it a second time, where somebody does. */
  Member second(int row) {
    return members.get((row + 1 + row / members.size() % (members.size() - 1)) % members.size());
  }
}
