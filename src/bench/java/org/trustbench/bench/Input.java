package org.trustbench.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes landing folders: the product's own synthetic programme, a thousandth of its rows spoilt.
 */
final class Input {
  private final Workshop workshop;

  Input(Workshop workshop) {
    this.workshop = workshop;
  }

  /** A programme of 35 inspections; at scale 1 of 280,000 judgements. */
  Path programme(String name, double scale, String format, long seed)
      throws IOException, InterruptedException {
    Path folder = synthesised(name, scale, format, seed);
    new SpoiltRows(workshop.framework()).spoil(folder, seed);
    return folder;
  }

  /** As many judgements in several times as many inspections: every trust is inspected again. */
  Path split(String name, double scale, int times, long seed)
      throws IOException, InterruptedException {
    Path folder = workshop.fresh(name);
    Files.createDirectories(folder);
    for (int time = 1; time <= times; time++) {
      Path part = synthesised(name + "-part", scale / times, "long", seed * 1000 + time);
      for (Path inspection : inspections(part)) {
        String id = inspection.getFileName() + "-" + time;
        Path manifest = inspection.resolve("inspection.json");
        Files.writeString(
            manifest,
            Files.readString(manifest)
                .replace("\"" + inspection.getFileName() + "\"", "\"" + id + "\""));
        Files.move(inspection, folder.resolve(id));
      }
    }
    workshop.delete(name + "-part");
    new SpoiltRows(workshop.framework()).spoil(folder, seed);
    return folder;
  }

  /** One inspection that holds the cases of all 35. */
  Path giant(String name, double scale, long seed) throws IOException, InterruptedException {
    List<Path> parts = inspections(synthesised(name + "-part", scale, "long", seed));
    Path folder = workshop.fresh(name);
    Path own = Files.createDirectories(folder.resolve(parts.get(0).getFileName()));
    Files.copy(parts.get(0).resolve("inspection.json"), own.resolve("inspection.json"));
    for (String file : List.of("cases.csv", "judgements.csv")) {
      try (BufferedWriter out =
          Files.newBufferedWriter(own.resolve(file), StandardCharsets.UTF_8)) {
        for (int part = 0; part < parts.size(); part++) {
          append(parts.get(part).resolve(file), part, out);
        }
      }
    }
    workshop.delete(name + "-part");
    new SpoiltRows(workshop.framework()).spoil(folder, seed);
    return folder;
  }

  /** Puts in the place of one inspection what another seed makes of it; gives its id. */
  String replaceOne(Path folder, double scale, long seed) throws IOException, InterruptedException {
    Path other = synthesised("other", scale, "long", seed);
    String id = inspections(other).get(inspections(other).size() / 2).getFileName().toString();
    for (String file : List.of("cases.csv", "judgements.csv")) {
      Files.move(
          other.resolve(id).resolve(file),
          folder.resolve(id).resolve(file),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    workshop.delete("other");
    return id;
  }

  private Path synthesised(String name, double scale, String format, long seed)
      throws IOException, InterruptedException {
    Path folder = workshop.fresh(name);
    workshop.run(
        List.of(
            "jobs/submit",
            "synthesise",
            "--to",
            folder.toString(),
            "--scale",
            Double.toString(scale),
            "--format",
            format,
            "--seed",
            Long.toString(seed)));
    return folder;
  }

  private static void append(Path file, int part, BufferedWriter out) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String header = in.readLine();
      if (part == 0) {
        out.write(header + "\n");
      }
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        out.write(part + "-" + row + "\n");
      }
    }
  }

  static List<Path> inspections(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return new ArrayList<>(folders.filter(Files::isDirectory).sorted().toList());
    }
  }
}
