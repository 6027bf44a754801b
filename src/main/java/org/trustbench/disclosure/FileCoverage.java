package org.trustbench.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.submission.SubmissionStatus;

/**
 * The account of one file, in cells; in a public release that of all files of an inspection, and
 * null where it is withheld.
 *
 * @param inspectionId null for rows that belong to no inspection, as is the trust
 * @param status accepted, refused, unrouted or held
 * @param questionsNeverAsked questions of the form without a single judgement in the inspection;
 *     null for a file without judgements
 * @param passedOver names that no format has, in words; for the public whether there are any
 * @param lacking what the format or framework has and was not sent, in words
 */
public record FileCoverage(
    String inspectionId,
    String trustId,
    String file,
    Long read,
    Long accepted,
    Long rejected,
    Long collapsed,
    Long outOfScope,
    Long cases,
    Long questionsNeverAsked,
    String passedOver,
    String lacking,
    SubmissionStatus status) {

  /** The files of what was accepted, by inspection. */
  public static Map<String, List<FileCoverage>> acceptedByInspection(List<FileCoverage> files) {
    return files.stream()
        .filter(file -> file.inspectionId() != null && file.status() == SubmissionStatus.ACCEPTED)
        .collect(
            Collectors.groupingBy(FileCoverage::inspectionId, TreeMap::new, Collectors.toList()));
  }

  /** The sum of a number; a file without it adds nothing. */
  public static long sum(List<FileCoverage> files, Function<FileCoverage, Long> number) {
    return files.stream().map(number).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
  }

  /** The most questions never asked; empty for files without judgements. */
  public static Optional<Long> mostNeverAsked(List<FileCoverage> files) {
    return files.stream()
        .map(FileCoverage::questionsNeverAsked)
        .filter(Objects::nonNull)
        .max(Long::compare);
  }

  /** What words say of some files, each thing once; null where they say nothing. */
  public static String together(List<FileCoverage> files, Function<FileCoverage, String> words) {
    List<String> some = files.stream().map(words).filter(Objects::nonNull).distinct().toList();
    return some.isEmpty() ? null : String.join(", ", some);
  }
}
