package org.trustbench.storage;

import java.io.OutputStream;

/** Storage that keeps a file from being written where one is already. */
interface NewFiles {
  /**
   * Bytes of a file that is stored when the stream is closed, unless there is one by then: closing
   * it fails as the storage does, with status 412 or an exception of its own.
   */
  OutputStream create(String location);
}
