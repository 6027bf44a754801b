package org.trustbench.feed;

/**
 * The result of feeding a release.
 *
 * @param isChanged whether anything is other than before
 * @param place where it is, without any password
 * @param releases how many releases are there now
 */
public record FeedResult(
    String releaseId, boolean isChanged, String place, String schema, long releases) {}
