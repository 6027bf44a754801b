package org.trustbench.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where passwords, tokens and keys of a catalog may come from. */
class CatalogSecretsTest {
  private static final String PREFIX = "spark.sql.catalog.lake.";

  @TempDir Path folder;

  private static Map<String, String> resolved(String name, String value, String commandLine) {
    return CatalogSecrets.resolved(PREFIX, Map.of(name, value), commandLine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc.password",
        "token",
        "credential",
        "s3.secret-access-key",
        "s3.session-token",
        "header.Authorization",
        "rest.auth.basic.password",
        "adls.auth.shared-key.account.key",
        "adls.sas-token.account",
        "fs.s3a.secret.key"
      })
  void a_secret_on_the_command_line_is_refused_and_not_repeated(String name) {
    String line = "org.apache.spark.deploy.SparkSubmit --conf " + PREFIX + name + "=hush run";

    assertThatThrownBy(() -> resolved(name, "hush", line))
        .hasMessageContaining(PREFIX + name + " is on the command line")
        .hasMessageContaining(PREFIX + name + ".file=FILE")
        .message()
        .doesNotContain("hush");
    assertThat(resolved(name, "hush", "SparkSubmit --properties-file f run"))
        .isEqualTo(Map.of(name, "hush"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/lake?user=me&password=hush",
        "https://me:hush@catalog.example/v1",
        "jdbc:sqlserver://db;user=me;password=hush"
      })
  void so_is_a_password_in_an_address(String uri) {
    assertThatThrownBy(() -> resolved("uri", uri, "SparkSubmit --conf uri=" + uri))
        .hasMessageContaining("uri holds a password on the command line")
        .message()
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "uri, jdbc:postgresql://db/lake",
    "uri, https://catalog.example:8443/v1",
    "warehouse, s3://bucket/warehouse",
    "s3.access-key-id, me",
    "token-refresh-enabled, true",
    "oauth2-server-uri, https://login.example",
    "client.credentials-provider, org.example.Provider"
  })
  void what_is_no_secret_may_stand_there(String name, String value) {
    assertThat(resolved(name, value, "SparkSubmit --conf " + name + "=" + value))
        .isEqualTo(Map.of(name, value));
  }

  @Test
  void a_file_holds_one() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "hush\n");

    assertThat(resolved("jdbc.password.file", file.toString(), "run --conf " + file))
        .isEqualTo(Map.of("jdbc.password", "hush"));
  }

  @Test
  void a_file_outdoes_a_value_in_whatever_order_they_come() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "hush\n");

    assertThat(
            CatalogSecrets.resolved(
                PREFIX, Map.of("token", "old", "token.file", file.toString()), ""))
        .isEqualTo(Map.of("token", "hush"));
  }

  @Test
  void a_file_that_is_missing_or_empty_is_named() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");

    assertThatThrownBy(() -> resolved("token.file", folder.resolve("none").toString(), ""))
        .hasMessageContaining(PREFIX + "token.file names a file that cannot be read")
        .hasMessageContaining("none does not exist");
    assertThatThrownBy(() -> resolved("token.file", empty.toString(), ""))
        .hasMessageEndingWith("empty is empty");
  }
}
