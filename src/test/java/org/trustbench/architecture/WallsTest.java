package org.trustbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls between packages. */
class WallsTest {
  private static final String OURS = "org.trustbench";
  private static final String JOBS = OURS + ".jobs.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(OURS);

  /** Packages that all others may use, and what they use of one another. */
  private static final Map<String, List<String>> FOUNDATION =
      Map.of(
          "message",
          List.of(),
          "environment",
          List.of("message"),
          "storage",
          List.of("environment", "message"),
          "submission",
          List.of(),
          "tasks",
          List.of(),
          "terms",
          List.of("message"));

  /** What each package may use of ours, besides itself, the root package and the foundation. */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("framework", List.of()),
              Map.entry("table", List.of()),
              Map.entry("diff", List.of("table")),
              Map.entry("stats", List.of()),
              Map.entry("matrix", List.of("framework")),
              Map.entry("tally", List.of("matrix", "framework")),
              Map.entry("rating", List.of("tally", "framework")),
              Map.entry("reading", List.of("stats", "tally", "matrix", "framework")),
              Map.entry("lake", List.of("tally", "matrix", "framework", "table")),
              Map.entry("audit", List.of("lake", "tally", "matrix", "framework")),
              Map.entry(
                  "ingest",
                  List.of("audit", "lake", "reading", "rating", "tally", "matrix", "framework")),
              Map.entry("benchmark", List.of("rating", "stats", "tally", "framework", "table")),
              Map.entry("inspector", List.of("benchmark", "reading", "stats", "framework")),
              Map.entry("weighting", List.of("benchmark", "stats", "tally", "framework")),
              Map.entry("change", List.of("benchmark", "stats", "tally", "framework")),
              Map.entry("plan", List.of("benchmark", "stats", "tally", "framework", "table")),
              Map.entry(
                  "disclosure",
                  List.of(
                      "rating",
                      "inspector",
                      "weighting",
                      "change",
                      "benchmark",
                      "stats",
                      "tally",
                      "framework",
                      "table")),
              Map.entry(
                  "summary",
                  List.of(
                      "plan",
                      "diff",
                      "table",
                      "disclosure",
                      "inspector",
                      "reading",
                      "weighting",
                      "change",
                      "benchmark",
                      "stats",
                      "tally",
                      "framework")),
              Map.entry(
                  "publish",
                  List.of(
                      "summary",
                      "plan",
                      "diff",
                      "disclosure",
                      "inspector",
                      "weighting",
                      "change",
                      "benchmark",
                      "stats",
                      "tally",
                      "framework",
                      "table")),
              Map.entry("database", List.of()),
              Map.entry("source", List.of("database", "lake", "framework")),
              Map.entry("feed", List.of("database", "publish", "table")),
              Map.entry("draft", List.of("ingest", "source", "framework")),
              Map.entry("feedback", List.of("ingest", "matrix", "framework")),
              Map.entry("template", List.of("framework")),
              Map.entry("synth", List.of("framework"))));

  /** What each room of the jobs may use of the others; the jobs themselves may use all. */
  private static final Map<String, List<String>> ROOMS_OF_JOBS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("settings", List.of()),
              Map.entry("terminal", List.of()),
              Map.entry("spark", List.of("settings", "terminal")),
              Map.entry("session", List.of("spark", "settings")),
              Map.entry("stages", List.of("session", "spark", "settings")),
              Map.entry("explain", List.of("stages", "session", "spark", "settings")),
              Map.entry("repair", List.of("stages", "session", "spark", "settings", "terminal"))));

  /**
   * What each room of {@code ingest} may use of the others; {@code ingest} itself uses them all.
   */
  private static final Map<String, List<String>> ROOMS_OF_INGEST =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("reject", List.of()),
              Map.entry("file", List.of("reject")),
              Map.entry("rows", List.of("file", "reject")),
              Map.entry("csv", List.of("rows", "file", "reject")),
              Map.entry("json", List.of("rows", "file", "reject")),
              Map.entry("workbook", List.of("rows", "file", "reject")),
              Map.entry("format", List.of("workbook", "csv", "rows", "file", "reject")),
              Map.entry("sent", List.of("format", "rows", "file", "reject")),
              Map.entry("fill", List.of("sent", "rows", "file", "reject")),
              Map.entry(
                  "folder", List.of("fill", "sent", "format", "json", "rows", "file", "reject")),
              Map.entry(
                  "extract", List.of("fill", "sent", "format", "csv", "rows", "file", "reject")),
              Map.entry("plan", List.of("sent", "file", "reject")),
              Map.entry("store", List.of("fill", "sent", "file", "reject")),
              Map.entry(
                  "spread",
                  List.of(
                      "store", "plan", "extract", "folder", "fill", "sent", "file", "reject"))));

  /** What each room of {@code lake} may use of the others; {@code lake} itself uses them all. */
  private static final Map<String, List<String>> ROOMS_OF_LAKE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("file", List.of()),
              Map.entry("table", List.of()),
              Map.entry("write", List.of("table", "file")),
              Map.entry("catalog", List.of("write", "table", "file")),
              Map.entry("read", List.of("catalog", "write", "table", "file")),
              Map.entry("commit", List.of("read", "catalog", "write", "table")),
              Map.entry("release", List.of("catalog", "table")),
              Map.entry("rekey", List.of("release", "read", "catalog", "write", "table", "file")),
              Map.entry("repair", List.of("read", "catalog", "write", "table", "file")),
              Map.entry("maintain", List.of("release", "read", "catalog", "table", "file")),
              Map.entry("sql", List.of("catalog", "table"))));

  private static final List<String> PURE =
      List.of(
          "matrix",
          "tally",
          "rating",
          "reading",
          "stats",
          "benchmark",
          "inspector",
          "change",
          "disclosure");

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> OURS + "." + name + "..").toArray(String[]::new);
  }

  @Test
  void there_are_classes_to_check() {
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @TestFactory
  Stream<DynamicTest> dependencies_run_one_way() {
    return Stream.concat(
        FOUNDATION.entrySet().stream()
            .map(entry -> usesOnly(entry.getKey(), packages(entry.getValue()))),
        MAY_USE.entrySet().stream()
            .map(
                entry ->
                    usesOnly(
                        entry.getKey(),
                        packages(
                            Stream.concat(FOUNDATION.keySet().stream(), entry.getValue().stream())
                                .toList()))));
  }

  private static DynamicTest usesOnly(String name, String[] others) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            classes()
                .that()
                .resideInAPackage(OURS + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                    not(resideInAPackage(OURS + ".."))
                        .or(resideInAPackage(OURS))
                        .or(resideInAPackage(OURS + "." + name + ".."))
                        .or(resideInAnyPackage(others)))
                .check(CLASSES));
  }

  @TestFactory
  Stream<DynamicTest> rooms_of_the_jobs_depend_one_way() {
    return ROOMS_OF_JOBS.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(),
                    () ->
                        classes()
                            .that()
                            .resideInAPackage(JOBS + room.getKey() + "..")
                            .should()
                            .onlyDependOnClassesThat(
                                not(resideInAPackage(OURS + ".jobs.."))
                                    .or(resideInAPackage(JOBS + room.getKey() + ".."))
                                    .or(
                                        resideInAnyPackage(
                                            room.getValue().stream()
                                                .map(name -> JOBS + name + "..")
                                                .toArray(String[]::new))))
                            .check(CLASSES)));
  }

  @Test
  void every_room_of_the_jobs_is_known() {
    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(JOBS))
                .map(name -> name.substring(JOBS.length())))
        .isSubsetOf(ROOMS_OF_JOBS.keySet());
  }

  @Test
  void every_package_has_its_place_in_the_order() {
    Set<String> known =
        Stream.of(MAY_USE.keySet(), FOUNDATION.keySet(), Set.of("jobs"))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());

    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(OURS))
                .map(name -> name.substring(OURS.length() + 1).replaceFirst("\\..*", "")))
        .isSubsetOf(known);
  }

  @TestFactory
  Stream<DynamicTest> the_rooms_of_ingest_depend_one_way() {
    return roomsDependOneWay("ingest", ROOMS_OF_INGEST);
  }

  @TestFactory
  Stream<DynamicTest> the_rooms_of_the_lake_depend_one_way() {
    return roomsDependOneWay("lake", ROOMS_OF_LAKE);
  }

  private static Stream<DynamicTest> roomsDependOneWay(
      String house, Map<String, List<String>> rooms) {
    return rooms.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(OURS + "." + house + "." + entry.getKey())
                            .should()
                            .dependOnClassesThat(
                                resideInAPackage(OURS + "." + house + "..")
                                    .and(
                                        not(
                                            resideInAnyPackage(
                                                Stream.concat(
                                                        Stream.of(entry.getKey()),
                                                        entry.getValue().stream())
                                                    .map(room -> OURS + "." + house + "." + room)
                                                    .toArray(String[]::new)))))
                            .check(CLASSES)));
  }

  @Test
  void every_room_of_ingest_and_of_the_lake_has_its_place_in_the_order() {
    assertThat(roomsOf("ingest")).isSubsetOf(ROOMS_OF_INGEST.keySet());
    assertThat(roomsOf("lake")).isSubsetOf(ROOMS_OF_LAKE.keySet());
  }

  private static Stream<String> roomsOf(String house) {
    String start = OURS + "." + house + ".";
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(start))
        .map(name -> name.substring(start.length()));
  }

  @Test
  void spark_is_only_in_jobs_and_in_the_sql_of_the_lake() {
    noClasses()
        .that()
        .resideOutsideOfPackages(OURS + ".jobs..", OURS + ".lake.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .check(CLASSES);
  }

  @Test
  void iceberg_and_hadoop_are_only_in_the_lake_and_where_tables_and_files_are_read() {
    noClasses()
        .that()
        .resideOutsideOfPackages(OURS + ".lake..", OURS + ".source..", OURS + ".storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.iceberg..", "org.apache.hadoop.fs..")
        .check(CLASSES);
  }

  @Test
  void tablesaw_is_only_in_its_own_room_and_a_run_does_without() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + ".summary.tablesaw..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tech.tablesaw..")
        .check(CLASSES);
  }

  @Test
  void what_only_counts_and_calculates_touches_no_file_session_or_stream() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(PURE))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.(file|channels)\\..*|java\\.io\\.(?!Serializable|ObjectStreamException).*|java\\.net\\..*|java\\.sql\\..*|org\\.apache\\.(spark|iceberg|hadoop)\\..*")
        .check(CLASSES);
  }

  @Test
  void what_only_counts_and_calculates_reads_no_clock() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(PURE))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.time\\.(Clock|Instant)|java\\.util\\.(Date|Calendar|Timer)")
        .orShould()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("now")))
        .check(CLASSES);
  }

  @Test
  void what_only_calculates_takes_nothing_from_tables_but_the_rounding_of_numbers() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(PURE))
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.trustbench\\.table\\.(?!Decimals$).*")
        .check(CLASSES);
  }

  /**
   * But for the name of what they throw, which is told apart wherever a failure is put in words.
   */
  @Test
  void databases_are_only_in_the_lake_in_feeds_and_where_tables_are_read() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            OURS + ".lake..", OURS + ".feed..", OURS + ".database..", OURS + ".source..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("(java\\.sql\\.(?!SQLException$)|org\\.postgresql\\.|org\\.duckdb\\.).*")
        .check(CLASSES);
  }

  @Test
  void nobody_prints_but_jobs() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + ".jobs..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(PrintStream.class)
        .check(CLASSES);
  }

  @Test
  void random_numbers_come_from_seeded_generators() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  @Test
  void the_locale_is_set_in_one_place_and_asked_for_in_none() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(OURS + ".environment.OutputLocale")
        .should()
        .callMethod(java.util.Locale.class, "setDefault", java.util.Locale.class)
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .check(CLASSES);
  }

  @Test
  void percentages_are_rounded_from_proportions_by_one_function() throws Exception {
    Path sources = Path.of(System.getProperty("project.root", "."), "src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<String> lines =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(
                  file ->
                      PlainLines.of(file).stream()
                          .filter(
                              line ->
                                  line.matches(
                                      ".*(Decimals|Math\\.round|rint).*(\\* 100|100(\\.0)? \\*).*"))
                          .map(line -> file.getFileName() + ": " + line.strip()))
              .toList();
      assertThat(lines).isEmpty();
    }
  }

  @Test
  void only_the_main_class_ends_the_process() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(OURS + ".jobs.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"util", "utils", "common", "service", "manager", "helper", "misc"})
  void no_package_is_named_for_nothing(String name) {
    noClasses().should().resideInAPackage(".." + name + "..").check(CLASSES);
    assertThat(CLASSES.stream().map(JavaClass::getSimpleName))
        .noneMatch(simple -> simple.toLowerCase(java.util.Locale.ROOT).endsWith(name));
  }

  @Test
  void the_statistics_import_nothing_of_ours() throws Exception {
    Path folder =
        Path.of(System.getProperty("project.root", "."), "src/main/java/org/trustbench/stats");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> imports =
          files
              .flatMap(file -> PlainLines.of(file).stream())
              .filter(line -> line.matches("import (static )?org\\.trustbench\\.(?!stats\\.).*"))
              .toList();
      assertThat(imports).isEmpty();
    }
  }

  /** Lines of a source file. */
  private static final class PlainLines {
    static List<String> of(Path file) {
      try {
        return Files.readAllLines(file);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
