package org.trustbench.lake.sql;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.LocalTempView$;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.execution.command.CreateViewCommand;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.catalog.PostgresDriver;
import org.trustbench.submission.SubmissionStatus;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Spark SQL on a lake, for questions alone: its tables are found in the catalog {@code lake}, and
 * for what counts at present there are views, so that a query need not know how the past is kept.
 */
public final class LakeSql {
  private static final String CATALOG = "spark.sql.catalog.lake";

  /** Statements that look, or that change nothing beyond this session. */
  private static final Set<String> HARMLESS =
      Set.of(
          "DescribeColumn",
          "DescribeQueryCommand",
          "DescribeRelation",
          "ExplainCommand",
          "SetCatalogAndNamespace",
          "SetCommand",
          "SetNamespaceCommand",
          "ShowColumns",
          "ShowCreateTable",
          "ShowFunctions",
          "ShowIcebergViews",
          "ShowNamespaces",
          "ShowTableProperties",
          "ShowTables",
          "ShowViews");

  private final SparkSession spark;

  private LakeSql(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Opens the lake in the Spark that runs.
   *
   * @param catalog Iceberg's properties of the catalog
   * @param scratch the folder that Spark makes for tables of its own, of which there are none
   */
  public static LakeSql open(Framework framework, Map<String, String> catalog, Path scratch) {
    PostgresDriver.loadFor(catalog);
    SparkSession spark =
        SparkSession.builder()
            .config("spark.sql.warehouse.dir", scratch.toUri().toString())
            .getOrCreate();
    spark.conf().set(CATALOG, "org.apache.iceberg.spark.SparkCatalog");
    catalog.forEach((name, value) -> spark.conf().set(CATALOG + "." + name, value));
    String namespace = LakeTables.namespace(framework).toString();
    spark.catalog().setCurrentCatalog("lake");
    spark.catalog().setCurrentDatabase(namespace);
    views("lake." + namespace, framework)
        .forEach((name, query) -> spark.sql(query).createOrReplaceTempView(name));
    return new LakeSql(spark);
  }

  /** What is current of each table, by the name of the view. */
  private static Map<String, String> views(String namespace, Framework framework) {
    Map<String, String> views = new LinkedHashMap<>();
    views.put(
        "current_submissions",
        "select * from %s.submissions where status = '%s'"
            .formatted(namespace, SubmissionStatus.ACCEPTED.label()));
    for (String table : List.of("judgements", "second_readings", "cases", "rejects", "files")) {
      views.put("current_" + table, of(namespace, table, "current_submissions"));
    }
    views.put(
        "current_tallies",
        of(namespace, "tallies", "(%s)".formatted(tallied(namespace, framework.hash())))
            + " where t.framework_hash = '%s'".formatted(framework.hash()));
    return views;
  }

  /** The rows of the submissions that are current, each with the trust it is of. */
  private static String of(String namespace, String table, String submissions) {
    return "select s.trust_id, t.* from %s.%s t join %s s on t.submission_hash = s.submission_hash and t.ingest_id = s.ingest_id"
        .formatted(namespace, table, submissions);
  }

  /** Tallies came with the ingest, or else with a later scoring. */
  private static String tallied(String namespace, String frameworkHash) {
    return "select s.trust_id, s.submission_hash, coalesce(c.scoring_id, s.ingest_id) ingest_id from current_submissions s left join %s.scorings c on c.submission_hash = s.submission_hash and c.ingest_id = s.ingest_id and c.framework_hash = '%s'"
        .formatted(namespace, frameworkHash);
  }

  /**
   * The answer to a question.
   *
   * @throws PipelineException if it is no question, or none that can be understood
   */
  public Dataset<Row> ask(String statement) {
    try {
      refuseChanges(statement, parsed(statement));
      return spark.sql(statement);
    } catch (AnalysisException e) {
      throw PipelineException.usage("sql: " + e.getMessage().strip(), e);
    }
  }

  private LogicalPlan parsed(String statement) throws AnalysisException {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .sessionState()
        .sqlParser()
        .parsePlan(statement);
  }

  /** The lake is changed by the jobs alone, which keep its tables in step with one another. */
  private static void refuseChanges(String statement, LogicalPlan plan) {
    boolean isChange =
        plan instanceof CreateViewCommand view
            ? view.viewType() != LocalTempView$.MODULE$
            : isCommand(plan) && !HARMLESS.contains(plan.getClass().getSimpleName());
    if (isChange) {
      throw PipelineException.usage(
          "sql: \"%s\" is no question: the lake is changed by the jobs alone; ask with select, with, show, describe or explain"
              .formatted(statement.strip().lines().findFirst().orElse("")));
    }
    CollectionConverters.asJava(plan.children()).forEach(child -> refuseChanges(statement, child));
  }

  /** A call of a procedure is one too, though Spark does not count it among them. */
  private static boolean isCommand(LogicalPlan plan) {
    return plan instanceof Command
        || plan instanceof ParsedStatement
        || plan.getClass().getSimpleName().endsWith("Call");
  }
}
