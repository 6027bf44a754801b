package org.trustbench.storage;

import java.nio.file.FileSystemException;

/**
 * A file that was to be new was being written by somebody else at the same moment: it was not
 * stored, and may be written again. Amazon's S3 answers so (409, ConditionalRequestConflict).
 */
public final class WriteConflictException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  WriteConflictException(String file, Throwable cause) {
    super(file, null, "another job was writing it at the same moment: run again");
    initCause(cause);
  }
}
