package org.trustbench.disclosure;

import java.util.Optional;
import org.trustbench.submission.RevisionKind;

/**
 * One thing that happened to an inspection's submission.
 *
 * @param number the inspection's revision, counted from 1
 * @param submissionHash SHA-256 of the submission it left in place; of the one taken back where
 *     withdrawn; empty for the public, who could try guesses against it
 * @param judgementsDiffering from the submission before; empty if there was none, or withheld
 */
public record PublishedRevision(
    String inspectionId,
    String trustId,
    long number,
    RevisionKind kind,
    Optional<String> submissionHash,
    Optional<Long> judgementsDiffering) {}
