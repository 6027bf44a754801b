package org.trustbench.jobs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "synthesise")
final class SynthesiseJob implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
