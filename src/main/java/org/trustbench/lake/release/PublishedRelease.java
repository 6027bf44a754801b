package org.trustbench.lake.release;

/**
 * The record of a release, by which it can be made again.
 *
 * @param software the version of the program that made it
 * @param frameworkHash SHA-256 of the framework's files, which the lake keeps
 * @param settings those that decide figures, as JSON
 * @param submissionsSnapshot the snapshot of {@code submissions} that it was made from
 */
public record PublishedRelease(
    String id, String software, String frameworkHash, String settings, long submissionsSnapshot) {}
