package org.trustbench.ingest.sent;

/** Why something that was sent is not read, so that its submission is refused. */
final class UnreadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadFileException(String reason, Exception cause) {
    super(reason, cause);
  }
}
