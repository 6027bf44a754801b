package org.trustbench.matrix;

import java.io.Serializable;

/**
 * The account of one file of a submission, in cells: read = accepted + rejected + collapsed + out
 * of scope.
 *
 * @param file the file's name within what was sent
 * @param cases case rows accepted from this file
 */
public record FileAccount(
    String file,
    String sha256,
    long bytes,
    long read,
    long accepted,
    long rejected,
    long collapsed,
    long outOfScope,
    long cases)
    implements Serializable {

  /** Fails if a single cell is lost or counted twice. */
  public FileAccount balanced() {
    if (read != accepted + rejected + collapsed + outOfScope) {
      throw new IllegalStateException("Cells are not accounted for: " + this);
    }
    return this;
  }
}
