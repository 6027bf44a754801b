package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.TinyFramework;

/** Each test breaks one thing in who succeeded whom. */
class SuccessionChecksTest {
  @TempDir Path folder;

  private FrameworkReader.Checked checked(String hill, String dale) throws IOException {
    TinyFramework.write(folder, json -> json);
    Files.writeString(
        folder.resolve("trusts.csv"),
        """
        code,name,aliases,tranche,county,succeeded_by,succeeded_on
        HILL,Hill School,,,,%s
        DALE,Dale School,,,,%s
        FORD,Ford School,,,,,
        """
            .formatted(hill, dale));
    return FrameworkReader.check(folder.toString());
  }

  @Test
  void successions_without_mistakes_are_read() throws IOException {
    assertThat(checked("DALE|FORD,2010-04-01", "FORD,2012-04-01").framework().successions())
        .extracting(one -> one.code() + one.by() + one.on() + " " + one.line())
        .containsExactly("HILL[DALE, FORD]2010-04-01 2", "DALE[FORD]2012-04-01 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DALEY,2010-04-01; ,; succeeded_by: there is no DALEY; did you mean DALE",
        "HILL,2010-04-01; ,; succeeded_by: it leads back to HILL; leave it empty for the one that"
            + " goes on",
        "DALE,2010-04-01; HILL,2012-04-01; succeeded_by: it leads back to HILL; leave it empty",
        "DALE,2010-04-01; FORD,2009-04-01; DALE took over on 2010-04-01, and was itself succeeded"
            + " on 2009-04-01; correct succeeded_on",
        "DALE,1 April 2010; ,; succeeded_on is no day; write into succeeded_by the codes",
        "DALE,; ,; succeeded_on is no day; write into succeeded_by the codes",
        "',2010-04-01'; ,; succeeded_on says when, and succeeded_by not by whom; write into",
      })
  void a_mistake_is_named_with_its_line_and_fix(String hill, String dale, String said, String fix)
      throws IOException {
    Mistake mistake = checked(hill, dale).mistakes().get(0);

    assertThat(mistake.where() + ": " + mistake.wrong())
        .startsWith(folder + "/trusts.csv line 2, trust HILL")
        .contains(said);
    assertThat(mistake.fix()).startsWith(fix);
  }
}
