package org.trustbench.platforms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The command lines of all processes of this machine while something runs. */
final class CommandLines implements AutoCloseable {
  private final Map<String, Boolean> seen = new ConcurrentHashMap<>();
  private final Thread watch = new Thread(this::look, "command lines");
  private volatile boolean isOver;

  private CommandLines() {}

  static CommandLines watched() {
    CommandLines lines = new CommandLines();
    lines.watch.setDaemon(true);
    lines.watch.start();
    return lines;
  }

  private void look() {
    while (!isOver) {
      ProcessHandle.allProcesses().forEach(one -> seen.put(of(one), true));
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whole, where Java would cut it; empty of a process that is gone. */
  static String of(ProcessHandle process) {
    try {
      return Files.readString(
              Path.of("/proc", String.valueOf(process.pid()), "cmdline"), ISO_8859_1)
          .replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  /** All that were seen. */
  String all() {
    return String.join("\n", new TreeMap<>(seen).keySet());
  }

  @Override
  public void close() throws InterruptedException {
    isOver = true;
    watch.join();
  }
}
