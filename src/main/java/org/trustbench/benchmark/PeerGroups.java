package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trustbench.framework.Framework;
import org.trustbench.framework.PeerRule;
import org.trustbench.framework.Trust;
import org.trustbench.stats.NearestNeighbours;

/** Finds the peers of every institution that is compared. */
final class PeerGroups {
  private final Framework framework;
  private final List<InspectionTallies> inspections;
  private final Map<String, Integer> places = new HashMap<>();

  private PeerGroups(Framework framework, List<InspectionTallies> inspections) {
    this.framework = framework;
    this.inspections = inspections;
    for (int i = 0; i < inspections.size(); i++) {
      places.put(inspections.get(i).trust().code(), i);
    }
  }

  /**
   * By each rule of the framework, for each inspection in turn.
   *
   * @param inspections that are compared, one of each institution, in the order of codes
   */
  static List<PeerGroup> of(Framework framework, List<InspectionTallies> inspections) {
    PeerGroups groups = new PeerGroups(framework, inspections);
    return framework.peers().stream().flatMap(groups::of).toList();
  }

  private Stream<PeerGroup> of(PeerRule rule) {
    if (rule.choice() instanceof PeerRule.Named named) {
      Map<String, Trust> trusts = framework.trustsByCode();
      return inspections.stream().map(one -> named(rule, named, one, trusts));
    }
    return nearest(rule, (PeerRule.Nearest) rule.choice()).stream();
  }

  private PeerGroup named(
      PeerRule rule,
      PeerRule.Named named,
      InspectionTallies inspection,
      Map<String, Trust> trusts) {
    String cell = inspection.trust().dimensions().get(named.column());
    if (cell == null) {
      return new PeerGroup(rule, inspection, List.of(), "the register names none");
    }
    return new PeerGroup(
        rule,
        inspection,
        named.codes(cell).stream()
            .map(
                code ->
                    new PeerGroup.Peer(
                        trusts.get(code),
                        OptionalDouble.empty(),
                        Optional.ofNullable(places.get(code))))
            .toList(),
        "");
  }

  /** What is missing is not guessed: who lacks an attribute has no peers and is nobody's. */
  private List<PeerGroup> nearest(PeerRule rule, PeerRule.Nearest nearest) {
    List<Integer> known =
        IntStream.range(0, inspections.size())
            .filter(i -> lacking(nearest, inspections.get(i)).isEmpty())
            .boxed()
            .toList();
    NearestNeighbours neighbours = neighbours(nearest, known);
    Map<Integer, Integer> points =
        IntStream.range(0, known.size()).boxed().collect(Collectors.toMap(known::get, p -> p));
    return IntStream.range(0, inspections.size())
        .parallel()
        .mapToObj(
            i -> {
              InspectionTallies inspection = inspections.get(i);
              return points.containsKey(i)
                  ? new PeerGroup(
                      rule,
                      inspection,
                      neighbours.of(points.get(i), nearest.count()).stream()
                          .map(one -> peer(known.get(one.point()), one.distance()))
                          .toList(),
                      "")
                  : new PeerGroup(rule, inspection, List.of(), lacking(nearest, inspection));
            })
        .toList();
  }

  private PeerGroup.Peer peer(int place, double distance) {
    return new PeerGroup.Peer(
        inspections.get(place).trust(), OptionalDouble.of(distance), Optional.of(place));
  }

  private static String lacking(PeerRule.Nearest nearest, InspectionTallies inspection) {
    String lacking =
        Stream.concat(nearest.numbers().stream(), nearest.categories().stream())
            .filter(dimension -> !inspection.trust().dimensions().containsKey(dimension))
            .collect(Collectors.joining(", "));
    return lacking.isEmpty() ? "" : "the register does not hold its " + lacking;
  }

  private NearestNeighbours neighbours(PeerRule.Nearest nearest, List<Integer> known) {
    double[][] numbers = new double[known.size()][];
    int[][] categories = new int[known.size()][];
    Map<String, Integer> codes = new HashMap<>();
    for (int p = 0; p < numbers.length; p++) {
      Map<String, String> values = inspections.get(known.get(p)).trust().dimensions();
      numbers[p] = nearest.numbers().stream().mapToDouble(one -> number(values.get(one))).toArray();
      categories[p] =
          nearest.categories().stream()
              .mapToInt(one -> codes.computeIfAbsent(values.get(one), text -> codes.size()))
              .toArray();
    }
    double[] scales = nearest.numbers().stream().mapToDouble(one -> scale(nearest, one)).toArray();
    double[] weights = nearest.categories().stream().mapToDouble(nearest::weight).toArray();
    return new NearestNeighbours(numbers, scales, categories, weights);
  }

  /** Over the whole register, so that a scale does not hang on who was inspected. */
  private double scale(PeerRule.Nearest nearest, String dimension) {
    return NearestNeighbours.scale(
        framework.trusts().stream()
            .map(trust -> trust.dimensions().get(dimension))
            .filter(Objects::nonNull)
            .mapToDouble(PeerGroups::number)
            .toArray(),
        nearest.weight(dimension));
  }

  private static double number(String value) {
    return PeerRule.Nearest.number(value).orElseThrow();
  }
}
