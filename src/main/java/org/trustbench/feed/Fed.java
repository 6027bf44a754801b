package org.trustbench.feed;

/**
 * What came of feeding a release.
 *
 * @param isChanged whether anything is other than before
 * @param place where it is, without any password
 * @param releases how many releases are there now
 */
public record Fed(
    String releaseId, boolean isChanged, String place, String schema, long releases) {}
