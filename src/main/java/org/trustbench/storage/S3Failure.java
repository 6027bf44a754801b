package org.trustbench.storage;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the client of S3 says, in words that say what to do. */
final class S3Failure {
  private static final int REDIRECTED = 301;
  private static final int DENIED = 403;
  private static final int CONFLICT = 409;
  private static final int CHANGED = 412;
  private static final int UNKNOWN = 501;
  private static final int BUSY = 503;

  private S3Failure() {}

  /** The status that the server answered; 0 where it is no answer of one. */
  static int status(Throwable one) {
    return one instanceof S3Exception answer ? answer.statusCode() : 0;
  }

  /** Whether an object is not the one that it was to be, or is there where none was to be. */
  static boolean isChanged(Throwable one) {
    return status(one) == CHANGED;
  }

  /** Whether somebody else was writing an object while it was to be made. */
  static boolean isConflict(Throwable one) {
    return status(one) == CONFLICT;
  }

  /** Whether the whole bucket is not there. */
  static boolean isOfBucket(Throwable one) {
    return one instanceof NoSuchBucketException
        || one instanceof S3Exception answer
            && answer.awsErrorDetails() != null
            && "NoSuchBucket".equals(answer.awsErrorDetails().errorCode());
  }

  /** A cause in words; null if it is none of S3. */
  static String words(String bucket, Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (isOfBucket(one)) {
        return "there is no bucket %s: make it, or name another".formatted(bucket);
      }
      if (status(one) == DENIED) {
        return "access is denied (%s): see the key, and what it is granted"
            .formatted(code((S3Exception) one));
      }
      if (status(one) == REDIRECTED) {
        return "the bucket is in another region: name it by client.region";
      }
      if (isChanged(one)) {
        return "it was replaced while it was being read: run again when all is there";
      }
      if (status(one) == UNKNOWN) {
        return "the server knows no conditional requests (If-Match, If-None-Match), by which nobody"
            + " overwrites what another has written: use one that does";
      }
      if (status(one) == BUSY) {
        return "the server is too busy (%s): run again when it is less"
            .formatted(code((S3Exception) one));
      }
      if (status(one) > 0) {
        return "the server answers %d (%s)".formatted(status(one), code((S3Exception) one));
      }
      if (isCut(one)) {
        return "the connection was cut, however often it was tried (%s): run again"
            .formatted(one.getMessage());
      }
      if (one instanceof SdkClientException client && isOfClient(client)) {
        return client.getMessage().contains("region")
            ? "no region is named: name one by AWS_REGION, or by client.region"
            : "no key is found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name files by"
                + " s3.access-key-id and s3.secret-access-key.file";
      }
    }
    return null;
  }

  /** Whether it failed for want of settings, before anything was asked. */
  private static boolean isOfClient(SdkClientException e) {
    Throwable cause = e.getCause();
    boolean isOfNetwork =
        cause instanceof ConnectException || cause instanceof UnknownHostException;
    return !isOfNetwork
        && e.getMessage() != null
        && (e.getMessage().contains("Unable to load region")
            || e.getMessage().contains("Unable to load credentials"));
  }

  /**
   * Whether a connection ended while something was on its way; Java has no class for one of two.
   */
  private static boolean isCut(Throwable one) {
    return one.getClass() == SocketException.class
        || one instanceof IOException
            && "Error writing request body to server".equals(one.getMessage());
  }

  private static String code(S3Exception e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? String.valueOf(e.statusCode())
        : e.awsErrorDetails().errorCode();
  }
}
