package org.trustbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trustbench.support.Launched;

/**
 * The shaded jar carries this project's licence as its own, and those of what is shaded into it.
 */
@Tag("packaged")
class JarLicencesTest {
  private static String text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void the_jars_licence_is_this_projects() throws IOException {
    try (JarFile jar = new JarFile(Launched.root().resolve("target/trustbench.jar").toFile())) {
      assertThat(text(jar, "META-INF/LICENSE"))
          .isEqualTo(Files.readString(Launched.root().resolve("LICENSE")));
      assertThat(text(jar, "META-INF/NOTICE"))
          .isEqualTo(Files.readString(Launched.root().resolve("NOTICE")));
      assertThat(jar.getEntry("META-INF/DEPENDENCIES")).isNull();
    }
  }

  @Test
  void every_library_shaded_is_listed_and_those_with_a_licence_text_bring_it() throws IOException {
    try (JarFile jar = new JarFile(Launched.root().resolve("target/trustbench.jar").toFile())) {
      String list = text(jar, "META-INF/third-party/THIRD-PARTY.txt");
      assertThat(list).contains("fastcsv", "iceberg", "postgresql", "tablesaw", "echarts");
      assertThat(list).doesNotContain("GNU General Public");
      List<String> texts =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.matches("META-INF/third-party/.*LICENSE.*"))
              .toList();
      for (String library : List.of("fastcsv", "postgresql", "iceberg", "sqlite-jdbc")) {
        assertThat(texts).as(library).anyMatch(name -> name.contains("/" + library));
      }
    }
  }
}
