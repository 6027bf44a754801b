package org.trustbench.rating;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.PublishedRelease;
import org.trustbench.support.TinyFramework;

/** From what is sent to the ratings of a release, for the inspectorate and for the public. */
class RatingsInReleaseTest {
  @TempDir Path folder;

  private MainRun published(String framework, String audience) {
    return MainRun.in(
        folder.resolve("w"),
        "run",
        "--framework",
        framework,
        "--submissions",
        folder.resolve("sent").toString(),
        "--audience",
        audience);
  }

  @Test
  void ratings_follow_from_scores_and_are_kept_from_the_public() throws IOException {
    String framework = TinyFramework.write(folder.resolve("rated"), RatedSchools::in).toString();
    MainRun made =
        MainRun.of(
            "synthesise",
            "--framework",
            framework,
            "--scale",
            "0.3",
            "--to",
            folder.resolve("sent").toString());
    assertThat(made.exitCode()).as("%s", made.err()).isZero();

    PublishedRelease internal = new PublishedRelease(published(framework, "internal").release());
    List<NamedCsvRecord> ratings = internal.rows("ratings");
    assertThat(ratings).hasSize(3 * 5);
    for (NamedCsvRecord rating : ratings) {
      double same = Double.parseDouble(rating.getField("same_percent"));
      double better = Double.parseDouble(rating.getField("better_percent"));
      double worse = Double.parseDouble(rating.getField("worse_percent"));
      assertThat(same + better + worse).isEqualTo(100);
      if (rating.getField("rating_id").equals("safety")) {
        double score = score(internal, rating.getField("trust_id"), "theme-B");
        assertThat(rating.getField("rating")).isEqualTo(score >= 75 ? "good" : "poor");
      }
    }
    assertThat(internal.folder().resolve("parquet/fact_rating")).isDirectory();
    assertThat(internal.folder().resolve("index.html"))
        .content()
        .contains("Whose rules: Invented.", "Ratings by rule");

    Path forPublic = published(framework, "public").release();
    assertThat(forPublic.resolve("tables/ratings.csv")).doesNotExist();
    assertThat(forPublic.resolve("parquet/fact_rating")).doesNotExist();
    assertThat(Files.readString(forPublic.resolve("index.html")))
        .contains("Ratings by rule are left out")
        .doesNotContain("Whose rules");
  }

  private static double score(PublishedRelease release, String trust, String measure) {
    return release.rows("scores").stream()
        .filter(row -> row.getField("trust_id").equals(trust))
        .filter(row -> row.getField("measure_id").equals(measure))
        .mapToDouble(row -> Double.parseDouble(row.getField("score_percent")))
        .findFirst()
        .orElseThrow();
  }
}
