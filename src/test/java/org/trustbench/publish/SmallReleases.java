package org.trustbench.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;

/** Small releases in a folder, each told apart by its numbers. */
public final class SmallReleases {
  /** The trust that was inspected twice. */
  public static final int FIRST = 0;

  /** By the numbers, since the same figures are worked out of them every time. */
  private static final Map<List<Integer>, Made> MADE = new ConcurrentHashMap<>();

  private record Made(ReleaseContent content, Map<String, String> submissions) {}

  private SmallReleases() {}

  /**
   * Publishes a release of one inspection of each of the first trusts of the register, and of
   * another of the very first.
   *
   * @param sufficient of 20 cases, by trust; the last of the second inspection of the first trust
   */
  public static ReleaseFolder publish(Path output, int... sufficient) {
    return publish(output, content -> content, sufficient);
  }

  /** The same for the public, where a base of 20 cases is too small to be shown. */
  public static ReleaseFolder publishSuppressed(Path output, int... sufficient) {
    return publish(
        output, content -> Disclosure.forPublic(content, new DisclosureRules(21, 5)), sufficient);
  }

  private static ReleaseFolder publish(
      Path output, UnaryOperator<ReleaseContent> audience, int... sufficient) {
    Made made =
        MADE.computeIfAbsent(Arrays.stream(sufficient).boxed().toList(), key -> made(sufficient));
    return publish(output, audience.apply(made.content()), made.submissions());
  }

  private static Made made(int... sufficient) {
    Framework framework = Programmes.framework(Programmes.PROBATION);
    List<InspectionTallies> inspections =
        new ArrayList<>(
            Programmes.inspections(framework, Arrays.copyOf(sufficient, sufficient.length - 1)));
    String code = framework.trusts().get(FIRST).code();
    inspections.add(
        Programmes.inspection(
            framework, FIRST, "5", code + "-2015-01", 2015, sufficient[sufficient.length - 1]));
    Map<String, String> submissions = new TreeMap<>();
    for (int i = 0; i < inspections.size(); i++) {
      submissions.put(inspections.get(i).inspectionId(), "%064x".formatted(sufficient[i]));
    }
    return new Made(
        Programmes.content(framework, inspections), Collections.unmodifiableMap(submissions));
  }

  /** Publishes any content. */
  public static ReleaseFolder publish(
      Path output, ReleaseContent content, Map<String, String> submissions) {
    Release.Inputs inputs =
        new Release.Inputs(
            "test",
            submissions,
            Map.of(),
            Map.of("audience", content.audience().id(), "reliable_from", 10));
    AudienceFolder place = new AudienceFolder(output, content.audience());
    Path folder =
        Release.publish(
            place, content, inputs, files -> files.take("index.html", "<p>a page</p>"), Map.of());
    String id = folder.getFileName().toString();
    Release.name(place, id);
    return ReleaseFolder.open(place, id);
  }
}
