package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.ProgrammeSettings;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.settings.Settings;
import picocli.CommandLine;

/**
 * A job asks for the settings that it declares and for no others, as far as its code can reach: its
 * own methods, and those of the stages and rooms that they call.
 */
class DeclaredSettingsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.trustbench.jobs");

  /** What is read of every setting alike, or to end a job whose settings are wrong. */
  private static final Set<String> OF_ALL = Set.of("recorded", "admitted", "places", "sentFlags");

  /** Reads any setting of the user's, to name trusts by their codes. */
  private static final Set<String> OF_SESSION = Set.of("<init>", "returnTo");

  @TestFactory
  Stream<DynamicTest> a_job_declares_what_it_uses_and_nothing_else() {
    return Main.commandLine().getSubcommands().entrySet().stream()
        .filter(job -> job.getValue().getCommand() instanceof Job)
        .map(job -> DynamicTest.dynamicTest(job.getKey(), () -> assertDeclared(job)));
  }

  private static void assertDeclared(Map.Entry<String, CommandLine> entry) {
    Job job = entry.getValue().getCommand();
    Set<String> used = used(CLASSES.get(job.getClass()));
    Set<String> declared =
        job.uses().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
    declared.removeAll(Set.of("draws", "seed"));

    assertThat(declared).isEqualTo(used);
  }

  private static Set<String> used(JavaClass job) {
    Set<String> used = new TreeSet<>();
    Deque<JavaCodeUnit> left = new ArrayDeque<>();
    job.getCodeUnits().stream()
        .filter(unit -> Set.of("run", "adapted").contains(unit.getName()))
        .forEach(left::add);
    Set<JavaCodeUnit> seen = new LinkedHashSet<>(left);
    while (!left.isEmpty()) {
      JavaCodeUnit unit = left.pop();
      boolean isOfRelease = unit.getName().equals("inputs");
      if (isOfRelease) {
        ProgrammeSettings.ALL.stream()
            .filter(Setting::isDecisive)
            .forEach(setting -> used.add(setting.name()));
      }
      boolean isAdapted = unit.getName().equals("adapted");
      if (!isAdapted) {
        unit.getFieldAccesses().stream()
            .filter(access -> access.getTarget().getRawType().isEquivalentTo(Setting.class))
            .map(access -> access.getTarget().getName().toLowerCase(java.util.Locale.ROOT))
            .forEach(used::add);
      }
      Stream.concat(
              unit.getCallsFromSelf().stream().map(call -> call.getTarget().resolveMember()),
              unit.getCodeUnitReferencesFromSelf().stream()
                  .map(reference -> reference.getTarget().resolveMember()))
          .flatMap(member -> member.stream())
          .filter(JavaCodeUnit.class::isInstance)
          .map(JavaCodeUnit.class::cast)
          .filter(DeclaredSettingsTest::isFollowed)
          .filter(seen::add)
          .forEach(left::add);
    }
    used.removeAll(Set.of("framework", "settings"));
    return used;
  }

  private static boolean isFollowed(JavaCodeUnit unit) {
    String owner = unit.getOwner().getName();
    return owner.startsWith("org.trustbench.jobs.")
        && !(owner.equals(Settings.class.getName()) && OF_ALL.contains(unit.getName()))
        && !(owner.equals(Session.class.getName()) && OF_SESSION.contains(unit.getName()));
  }
}
