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

class PeerChecksTest {
  private static final String JSON =
      """
      "peers": [
        { "id": "near", "label": "Near", "nearest": 3, "numbers": ["pupils"],
          "categories": ["county"], "weights": { "pupils": 2 } },
        { "id": "friends", "label": "Friends", "column": "friends", "separator": "+" }],
      """;
  private static final String TRUSTS =
      """
      code,name,aliases,tranche,county,pupils,friends
      HILL,Hill School,,,Kent,100,DALE+FORD
      DALE,Dale School,,,Kent,120.5,
      FORD,Ford School,,,,,HILL
      """;

  @TempDir Path folder;

  private FrameworkReader.Checked checked(String from, String to) throws IOException {
    assertThat(JSON + TRUSTS).contains(from);
    TinyFramework.write(
        folder,
        json ->
            json.replace(
                    "{ \"id\": \"county\", \"label\": \"County\" }",
                    "{ \"id\": \"county\", \"label\": \"County\" }, { \"id\": \"pupils\","
                        + " \"label\": \"Pupils\" }, { \"id\": \"friends\", \"label\":"
                        + " \"Friends\" }")
                .replace("\"layouts\":", JSON.replace(from, to) + "\"layouts\":"));
    Files.writeString(folder.resolve("trusts.csv"), TRUSTS.replace(from, to));
    return FrameworkReader.check(folder.toString());
  }

  @Test
  void rules_without_mistakes_are_read() throws IOException {
    Framework framework = checked("Near", "Near").framework();

    assertThat(framework.peers()).extracting(PeerRule::id).containsExactly("near", "friends");
    assertThat(((PeerRule.Nearest) framework.peers().get(0).choice()).weight("pupils"))
        .isEqualTo(2);
    assertThat(((PeerRule.Named) framework.peers().get(1).choice()).codes("A + B+"))
        .containsExactly("A", "B");
    assertThat(TinyFramework.read().peers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"pupils\"] | [\"pupil\"] | peers near | there is no pupil | did you mean pupils?",
        "[\"county\"] | [\"tranche\"] | peers near | tranche is said by inspections | of another"
            + " name",
        "\"numbers\": [\"pupils\"], | `` | peers near | there is no pupils | its numbers and"
            + " categories",
        "\"pupils\": 2 | \"pupils\": 0 | peers near | pupils weighs 0.0 | above 0",
        "\"nearest\": 3, | `` | peers near | nothing says who the peers are | \"nearest\"",
        "\"column\": \"friends\" | \"column\": \"friends\", \"nearest\": 4 | peers friends | both"
            + " the nearest and those of a column | or \"column\"",
        ", \"separator\": \"+\" | `` | peers friends | nothing says what stands between two codes |"
            + " \"separator\"",
        "\"separator\": \"+\" | \"separator\": \"\" | peers friends | the separator is empty |"
            + " write one",
        "\"id\": \"near\" | \"id\": \"programme\" | peers and comparators | programme stands twice"
            + " | an id of its own",
        "\"nearest\": 3 | \"nearest\": 2 | peers 1 (near), nearest | is 2 | at least 3",
        "120.5 | about 120 | trust DALE | pupils \"about 120\" is no number | with a point",
        "120.5 | 100 | peers near | pupils is the same for everybody | leave it out",
        "DALE+FORD | DALE+FROD | trust HILL | there is no FROD | did you mean FORD?",
        "DALE+FORD | DALE+HILL | trust HILL | named as its own peer | out of friends",
        "DALE+FORD | DALE+DALE | trust HILL | DALE stands twice | an id of its own"
      })
  void a_mistake_is_named_with_its_place_and_its_fix(
      String from, String to, String place, String wrong, String fix) throws IOException {
    assertThat(checked(from, to).mistakes())
        .anySatisfy(
            mistake ->
                assertThat(mistake.place() + ": " + mistake.wrong() + " (" + mistake.fix() + ")")
                    .contains(place, wrong, fix));
  }
}
