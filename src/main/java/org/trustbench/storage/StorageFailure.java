package org.trustbench.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Failures of storage in words. A file that is missing or may not be read fails by itself, as on a
 * disk; storage that cannot be reached ends the job, since nothing can be told of any file.
 */
public final class StorageFailure {
  /** What could not be done with a file that is there though it was not to be. */
  static final String WRITTEN = "written";

  private static final int DENIED = 403;
  private static final int MISSING = 404;
  private static final int SHORTER = 416;

  private StorageFailure() {}

  /** Whether nothing is there, though it could be looked for. */
  static boolean isMissing(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      boolean isMissing =
          one instanceof NotFoundException
              || one instanceof FileNotFoundException
              || one instanceof NoSuchFileException
              || isBelowFile(one)
              || S3Failure.status(one) == MISSING && !S3Failure.isOfBucket(one);
      if (isMissing) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether somebody was not let in, or storage did not answer or would not: a file of which that
   * is all that is known need not be missing or damaged.
   */
  public static boolean isOutOfReach(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      int status = S3Failure.status(one);
      boolean isOfFile = status == MISSING && !S3Failure.isOfBucket(one) || status == SHORTER;
      boolean isOutOfReach =
          status > 0 && !isOfFile
              || one instanceof SdkClientException
              || one instanceof AccessDeniedException
              || one instanceof AccessControlException && !isBelowFile(one)
              || one instanceof SocketException
              || one instanceof SocketTimeoutException
              || one instanceof UnknownHostException;
      if (isOutOfReach) {
        return true;
      }
    }
    return false;
  }

  /**
   * Why something failed, in words.
   *
   * @param place where that was
   */
  public static String words(String place, Throwable failure) {
    String words = S3Failure.words(place, failure);
    return words == null ? FailureCause.of(failure) : words;
  }

  /** HDFS says of whatever is sought below a file that it may not be traversed. */
  private static boolean isBelowFile(Throwable failure) {
    return failure instanceof ParentNotDirectoryException
        || failure instanceof AccessControlException
            && String.valueOf(failure.getMessage()).contains("(is not a directory)");
  }

  /** Whether a file was not written because there is one. */
  private static boolean isThere(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof FileAlreadyExistsException || S3Failure.isChanged(one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConflict(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (S3Failure.isConflict(one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof AccessControlException || S3Failure.status(one) == DENIED) {
        return true;
      }
    }
    return false;
  }

  /**
   * What somebody is told who looked at one file.
   *
   * @param done what could not be done with it: read, written, listed, deleted
   * @throws PipelineException if nothing can be told of any file there
   */
  static IOException of(StoragePath path, String done, Exception e) {
    if (isMissing(e)) {
      return new NoSuchFileException(path.toString(), null, null);
    }
    if (done.equals(WRITTEN) && isThere(e)) {
      return new java.nio.file.FileAlreadyExistsException(path.toString());
    }
    if (done.equals(WRITTEN) && isConflict(e)) {
      return new WriteConflictException(path.toString(), e);
    }
    if (done.equals("read") && isDenied(e)) {
      return new AccessDeniedException(path.toString(), null, FailureCause.of(e));
    }
    throw failed(path, done, e);
  }

  /** The job ends, in one line with the address and the cause. */
  static PipelineException failed(StoragePath path, String done, Exception e) {
    return e instanceof PipelineException known
        ? known
        : PipelineException.failed(
            "%s cannot be %s: %s".formatted(path, done, words(path.getFileSystem().address(), e)),
            e);
  }
}
