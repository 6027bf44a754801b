package org.trustbench.jobs.session;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;
import org.trustbench.message.FailureCause;

/**
 * Passwords, tokens and keys among the properties of a catalog or of its storage. A command line is
 * read by everybody on the machine, so that one is not taken from there: {@code NAME.file} names a
 * file that holds the value of {@code NAME}.
 */
final class CatalogSecrets {
  private static final String OF_FILE = ".file";
  private static final int LONGEST = 65_536;

  private static final Pattern NAMES =
      Pattern.compile(
          "(.*[.-])?(pass(word|wd)?|secret|secret-access-key|secret\\.key|session[.-]token|token"
              + "|credential|authorization|api-?key|account\\.key(\\..*)?|sas-token(\\..*)?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WITHIN_ADDRESS =
      Pattern.compile(
          "(?:[?&;]pass(?:word|wd)=[^&;]+|//[^/@:]*:[^/@]+@).*", Pattern.CASE_INSENSITIVE);

  private CatalogSecrets() {}

  /**
   * Properties with the values that files hold.
   *
   * @param prefix what stands before their names where somebody sets them
   * @param properties as they were set
   * @throws PipelineException if a secret is on the command line, or a file cannot be read
   */
  static Map<String, String> resolved(String prefix, Map<String, String> properties) {
    return resolved(prefix, properties, commandLine());
  }

  static Map<String, String> resolved(
      String prefix, Map<String, String> properties, String commandLine) {
    Map<String, String> resolved = new LinkedHashMap<>();
    properties.forEach(
        (name, value) -> {
          if (name.endsWith(OF_FILE) && isSecret(without(name))) {
            resolved.put(without(name), read(prefix + name, value));
          } else {
            checkHidden(prefix, name, value, commandLine);
            resolved.putIfAbsent(name, value);
          }
        });
    return resolved;
  }

  private static boolean isSecret(String name) {
    return NAMES.matcher(name).matches();
  }

  private static String without(String name) {
    return name.substring(0, name.length() - OF_FILE.length());
  }

  private static void checkHidden(String prefix, String name, String value, String commandLine) {
    boolean isOpen =
        !value.isBlank()
            && (isSecret(name) || WITHIN_ADDRESS.matcher(value).find())
            && commandLine.contains(value);
    if (isOpen) {
      throw PipelineException.usage(
          isSecret(name)
              ? "%s%s is on the command line, which everybody on the machine can read: write it to a file of mode 600 and give %s%s%s=FILE in its place"
                  .formatted(prefix, name, prefix, name, OF_FILE)
              : "%s%s holds a password on the command line, which everybody on the machine can read: leave it out of the address, write it to a file of mode 600 and give %sjdbc.password%s=FILE"
                  .formatted(prefix, name, prefix, OF_FILE));
    }
  }

  private static String read(String name, String file) {
    Path path = LocalPath.of(file);
    try {
      if (Files.size(path) > LONGEST) {
        throw PipelineException.usage("%s: %s is too long for a secret".formatted(name, path));
      }
      String value = Files.readString(path, StandardCharsets.UTF_8).strip();
      if (value.isEmpty()) {
        throw PipelineException.usage("%s: %s is empty".formatted(name, path));
      }
      return value;
    } catch (IOException e) {
      throw PipelineException.usage(
          "%s names a file that cannot be read: %s".formatted(name, FailureCause.of(e)), e);
    }
  }

  /** Main class and arguments, and the options of the JVM. */
  private static String commandLine() {
    return System.getProperty("sun.java.command", "")
        + " "
        + String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
  }
}
