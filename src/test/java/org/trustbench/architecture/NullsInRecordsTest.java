package org.trustbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * No record is made with a bare {@code null}: what may be absent is an {@code Optional}, an empty
 * list or a record of its own, or is left to a constructor or method that says so by its name.
 */
class NullsInRecordsTest {
  private static final Path MAIN = Path.of("src/main/java");

  /** How many nulls a file still hands to a record. Take away, add none. */
  private static final String LEFT =
      """
      CellPlaces CellPlaces 1
      CollectionWorkbook Rule 3
      ColumnSurvey Answers 4
      ExtractReading Came 3
      ExtractRouter Came 2
      FileSlice FileSlice 2
      FrameworkReader Checked 1
      GroupTallies InspectionTallies 6
      InspectionBatch Ingested 2
      Landing Submission 6
      Layout Frame 1
      Layout Judges 2
      LayoutJson Layout 3
      LayoutJson Listing 1
      Leagues Rug 2
      LocalFileIO LakeRoot 1
      MeasureSection MeasureSection 3
      MemoizedLookup Entry 1
      NumberedTable Header 1
      PageModels Steps 2
      Profile OfQuestion 4
      PublicRounding CaseMixOutcome 1
      PublicRounding ComparatorScore 2
      PublicRounding PathwayStep 3
      PublicRounding Tested 1
      RatingRules RatingRules 1
      ReadOptions ReadOptions 8
      ReadOutcomes Filled 2
      ReadOutcomes Taken 2
      ReleaseMetadata MadeFrom 1
      RoutedInspection InspectionDetails 2
      SampleDesign SampleDesign 2
      ScoringsTable Row 1
      ExtractSubmission Submission 1
      SentFile SentFile 1
      StoredRowsCheck AuditInput 1
      SubmissionCheck Filled 1
      SubmissionRewrite Filled 1
      SummaryColumn SummaryColumn 1
      TargetResults TestStatistics 2
      TargetResults Tested 1
      """;

  @Test
  void no_record_is_made_with_a_null() throws IOException {
    List<CompilationUnitTree> units = units();
    Set<String> records = new HashSet<>();
    units.forEach(unit -> new Records(records).scan(unit, null));
    Map<String, Integer> found = new TreeMap<>();
    units.forEach(unit -> new Calls(records, name(unit), found).scan(unit, null));

    assertThat(found)
        .as("say what is absent by a type; where one is gone, take it from the list")
        .isEqualTo(left());
  }

  private static Map<String, Integer> left() {
    Map<String, Integer> left = new TreeMap<>();
    LEFT.lines()
        .map(line -> line.split(" ", -1))
        .forEach(words -> left.put(words[0] + " " + words[1], Integer.valueOf(words[2])));
    return left;
  }

  private static List<CompilationUnitTree> units() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> paths = Files.walk(MAIN)) {
      List<File> files =
          paths.filter(path -> path.toString().endsWith(".java")).map(Path::toFile).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromFiles(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    }
  }

  private static String name(CompilationUnitTree unit) {
    String path = unit.getSourceFile().getName();
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }

  /** The names of all records. */
  private static final class Records extends TreeScanner<Void, Void> {
    private final Set<String> names;

    Records(Set<String> names) {
      this.names = names;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (type.getKind() == Tree.Kind.RECORD) {
        names.add(type.getSimpleName().toString());
      }
      return super.visitClass(type, nothing);
    }
  }

  /** The nulls in calls of their constructors. */
  private static final class Calls extends TreeScanner<Void, String> {
    private final Set<String> records;
    private final String file;
    private final Map<String, Integer> found;

    Calls(Set<String> records, String file, Map<String, Integer> found) {
      this.records = records;
      this.file = file;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public Void visitNewClass(NewClassTree call, String inside) {
      String name = call.getIdentifier().toString().replaceAll("<.*>", "");
      count(name.substring(name.lastIndexOf('.') + 1), call.getArguments());
      return super.visitNewClass(call, inside);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, String inside) {
      if (call.getMethodSelect().toString().equals("this")) {
        count(inside, call.getArguments());
      }
      return super.visitMethodInvocation(call, inside);
    }

    private void count(String name, List<? extends ExpressionTree> arguments) {
      int nulls =
          (int) arguments.stream().filter(a -> a.getKind() == Tree.Kind.NULL_LITERAL).count();
      if (nulls > 0 && records.contains(name)) {
        found.merge(file + " " + name, nulls, Integer::sum);
      }
    }
  }
}
