package org.trustbench.jobs.spark;

import java.io.Serializable;
import org.trustbench.environment.OutputLocale;
import org.trustbench.storage.StorageSettings;

/**
 * What a task does first, since a worker on another machine is a process of its own.
 *
 * @param storage how the driver reaches storage
 */
record WorkerStart(StorageSettings.Values storage) implements Serializable {

  /** With what the driver has by now. */
  static WorkerStart now() {
    return new WorkerStart(StorageSettings.used());
  }

  void begin() {
    OutputLocale.set();
    StorageSettings.use(storage);
  }
}
