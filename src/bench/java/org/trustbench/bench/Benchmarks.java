package org.trustbench.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The measurements: {@code mvn -Pbench verify}. Every process measured is whole and cold, in turns
 * with those it is compared with, on a fresh lake and on input of a seed of its own, written just
 * before and so in memory for all alike. The tables go to {@code target/bench/benchmarks.md}.
 *
 * <ul>
 *   <li>{@code -Dbench.only=} any of {@code national} (the default: the product beside DuckDB and
 *       the limit; nothing changed; one of 35 changed), {@code analyst} (beside a script in R,
 *       which needs R with data.table, ggplot2, openxlsx, rmarkdown and pandoc), {@code extract}
 *       (one long extract, beside DuckDB), {@code formats}, {@code judgements}, {@code
 *       inspections}, {@code giant}, {@code institutions}, {@code cluster}, {@code comparisons} and
 *       {@code levels} (see {@link Levels}; no time is measured), joined by commas
 *   <li>{@code -Dbench.scales=} of {@code national}, {@code analyst}, {@code extract}, {@code
 *       judgements} and {@code cluster}: 1 is 280,000 judgements, 40 is 11.2 million, 240 is 67
 *       million, 715 is 200 million; {@code 1,40}
 *   <li>{@code -Dbench.volume=} scale of {@code formats} and {@code inspections}; 40
 *   <li>{@code -Dbench.giant=} scale of {@code giant}; 71, which is 20 million judgements
 *   <li>{@code -Dbench.trusts=} drawn at least in each cell of {@code levels}; 6000
 *   <li>{@code -Dbench.rounds=} how often each is measured; 5
 *   <li>{@code -Dbench.seed=} of the first round; 1
 *   <li>{@code -Dbench.straightforward=} the largest scale of the straightforward script; 40
 * </ul>
 *
 * <p>A thousandth of the rows are spoilt, see {@link SpoiltRows}. DuckDB's scripts do the work of
 * the product's ingest: they validate, find repeats and conflicts, quarantine by file, line and
 * rule, write Parquet by inspection and tally single questions; that their rejects and tallies are
 * the product's is checked each time, outside of what is measured. They do less: rows are not
 * audited by reading them back, case ids are no pseudonyms, tallies are of no theme and have no
 * sums by case, nothing is a transaction, and there is no release.
 */
public final class Benchmarks {
  private static final double JUDGEMENTS_AT_SCALE_1 = 0.28;

  private Benchmarks() {}

  /** Measures what the settings ask for. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Workshop workshop = new Workshop();
    Files.createDirectories(workshop.folder(""));
    workshop.prepare();
    StringBuilder text = new StringBuilder(machine(settings));
    text.append(
        "The archive of classes, made once after a build: %.1f s, in none of the figures.%n%n"
            .formatted(workshop.makeArchive().wallSeconds()));
    for (String what : settings.only()) {
      text.append(measured(what, workshop, settings));
      Files.writeString(workshop.folder("benchmarks.md"), text);
    }
    System.out.print(text);
  }

  private static String measured(String what, Workshop workshop, Settings settings)
      throws IOException, InterruptedException {
    return switch (what) {
      case "national" -> new National(workshop, settings).measure();
      case "analyst" -> new WholeJob(workshop, settings).measure();
      case "formats" -> new Growth(workshop, settings).formats();
      case "judgements" -> new Growth(workshop, settings).judgements();
      case "inspections" -> new Growth(workshop, settings).inspections();
      case "extract" -> new LongExtract(workshop, settings).measure();
      case "giant" -> new Growth(workshop, settings).giant();
      case "institutions" -> new Institutions(workshop, settings).measure();
      case "cluster" -> new OnCluster(workshop, settings).measure();
      case "comparisons" -> new Comparisons(workshop, settings).measure();
      case "levels" ->
          new Levels(Integer.getInteger("bench.trusts", 6_000), settings.seed()).measure();
      default -> throw new IllegalArgumentException("-Dbench.only knows no " + what);
    };
  }

  /** How many judgements there are at a scale. */
  static String judgements(double scale) {
    double millions = scale * JUDGEMENTS_AT_SCALE_1;
    return millions < 1
        ? String.format(Locale.ROOT, "%,.0f judgements", millions * 1_000_000)
        : String.format(Locale.ROOT, "%.1f million judgements", millions);
  }

  private static String machine(Settings settings) throws IOException {
    String version;
    try (Stream<Path> drivers = Files.list(Workshop.HOME.resolve("target/drivers"))) {
      version =
          drivers
              .map(jar -> jar.getFileName().toString().replaceAll("duckdb_jdbc-|[.]jar", ""))
              .findFirst()
              .orElse("");
    }
    return """
        ## Measured on %s

        %d cores (%s), %s GB of memory, JDK %s, DuckDB %s with 2 threads. Median (least to most) of %d
        rounds in turns; whole processes, cold; files in the page cache. DuckDB and the limit do less than
        the product: no pseudonyms, no audit by reading back, no themes, no sums by case, no release.

        """
        .formatted(
            LocalDate.now(),
            Runtime.getRuntime().availableProcessors(),
            of("/proc/cpuinfo", "model name").replaceAll(".*:\\s*", ""),
            Math.round(
                Long.parseLong(of("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1048576.0),
            Runtime.version(),
            version,
            settings.rounds());
  }

  private static String of(String file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
      return lines.filter(line -> line.startsWith(key)).findFirst().orElse("");
    }
  }
}
