package org.trustbench.lake.catalog;

import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;

/** Messages on a catalog that does not answer, or refuses. */
final class CatalogFailure {
  private CatalogFailure() {}

  /**
   * A failure in one line with the address.
   *
   * @param place of the catalog, without secrets
   * @param what did not succeed, as the rest of a sentence
   */
  static PipelineException of(String place, String what, RuntimeException e) {
    return PipelineException.failed(
        "the lake's catalog %s %s: %s".formatted(place, what, cause(e)), e);
  }

  private static String cause(RuntimeException e) {
    String cause = FailureCause.of(e);
    if (e instanceof NotAuthorizedException || e instanceof ForbiddenException) {
      return "it lets nobody in with this token or credential (%s)".formatted(e.getMessage());
    }
    if (e instanceof CommitStateUnknownException) {
      return cause + " (whether it was changed is not known)";
    }
    if (cause.startsWith("No suitable driver")) {
      return "there is no driver for such an address: name the jar of one by --jars";
    }
    return cause;
  }
}
