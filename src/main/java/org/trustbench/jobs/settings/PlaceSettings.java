package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.util.List;
import org.trustbench.storage.Place;

/** The settings that say what is read, and where it is kept and written. */
public final class PlaceSettings {
  public static final Setting<Path> SETTINGS =
      Setting.path("settings")
          .means(SettingTopic.READ, "FILE", "settings file; paths in it are relative to the file")
          .example("hmip-2024.json")
          .flagOnly();

  public static final Setting<Path> SUBMISSIONS =
      Setting.place("submissions")
          .means(
              SettingTopic.READ, "DIR", "landing folder: a folder, or a workbook, per inspection")
          .example("data-samples/iaow-2013")
          .says("submissions of %s");

  public static final Setting<List<ExtractAddress>> EXTRACT =
      Setting.flagGivenAgain("extract", ExtractAddress.class)
          .means(
              SettingTopic.READ,
              "FILE|URL",
              "national extract instead of a landing folder: a file, a folder of Parquet files, a"
                  + " table of Iceberg or PostgreSQL; may be given again")
          .example("extract.csv")
          .says(files -> "extract " + SettingWords.words(files));

  public static final Setting<String> LAYOUT =
      Setting.text("layout")
          .means(SettingTopic.READ, "ID", "the framework's layout that describes the extract")
          .example("wide")
          .flagOnly()
          .says("layout %s");

  public static final Setting<String> FRAMEWORK =
      Setting.framework("framework")
          .means(SettingTopic.READ, "ID|DIR", "a built-in framework, or a folder that holds one")
          .example("iaow-2013")
          .says("framework %s");

  public static final Setting<Path> LAKE =
      Setting.place("lake")
          .means(SettingTopic.KEPT, "DIR", "folder of the embedded lake")
          .example("/data/lake")
          .must(
              Place::isLocal,
              "is no folder of this machine, as the embedded lake is: for tables there, name a"
                  + " catalog by spark.sql.catalog.lake.* whose warehouse is that address"
                  + " (jobs/PLATFORMS.md)")
          .says("lake %s");

  public static final Setting<Path> KEY_FILE =
      Setting.path("key_file")
          .means(
              SettingTopic.KEPT,
              "FILE",
              "file that holds the key of the pseudonyms which stand for case ids in the lake;"
                  + " without it the variable TRUSTBENCH_KEY, else LAKE.key, which is made for a"
                  + " new lake")
          .example("/secrets/lake.key")
          .says("key of %s");

  public static final Setting<Path> OUTPUT =
      Setting.place("output")
          .means(
              SettingTopic.KEPT,
              "DIR",
              "folder of releases, or an address such as s3://BUCKET/FOLDER, with a folder in it"
                  + " for each audience: internal and public")
          .example("/data/releases")
          .says("releases in %s");

  /** What a job reads that reads what was sent. */
  public static final List<Setting<?>> SENT = List.of(SUBMISSIONS, EXTRACT, LAYOUT);

  private PlaceSettings() {}
}
