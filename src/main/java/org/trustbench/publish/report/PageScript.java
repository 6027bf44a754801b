package org.trustbench.publish.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.terms.Terms;

/**
 * The scripts of a page, the charts library and the report's own, and the policy that lets nothing
 * else run. The page lets nothing else run, and asks the network for nothing.
 */
final class PageScript {
  /** Has lines, bars and scatters, drawn as SVG: all that the charts here are made of. */
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

  /** Runs before the page is shown, so that nothing is shown that a script then hides. */
  static final String FIRST = "document.documentElement.className=\"js\";";

  /** A text of a script that has a place for a term. */
  private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\\n]*\\{[^\"\\\\\n]*\"");

  private static final String CHARTS = text(ECHARTS);
  private static final String FIRST_SOURCE = source(FIRST);
  private static final String CHARTS_SOURCE = source(CHARTS);

  /**
   * The report's own, one for each concept, in the order in which they run; {@code page.js} has
   * what the others share. Pages have them without the indents, which are a tenth of their bytes.
   */
  private static final String OWN =
      Stream.of(
              "data.js",
              "page.js",
              "figures.js",
              "choices.js",
              "leagues.js",
              "sorting.js",
              "tables.js",
              "charts.js",
              "groups.js",
              "address.js",
              "report.js",
              "explorer.js",
              "findings.js",
              "brief.js",
              "taketable.js",
              "takechart.js",
              "take.js")
          .map(name -> text("/report/" + name).replaceAll("(?m)^ +", ""))
          .collect(Collectors.joining());

  private static final String SEARCH = text("/report/search.js");

  private PageScript() {}

  static String charts() {
    return CHARTS;
  }

  static String own(Terms terms) {
    return worded(OWN, terms);
  }

  /** The Content Security Policy of a page. */
  static String policy(Terms terms) {
    return policy(List.of(FIRST_SOURCE, CHARTS_SOURCE, source(own(terms))));
  }

  static String search(Terms terms) {
    return worded(SEARCH, terms);
  }

  /** The policy of a page on which institutions can be searched for. */
  static String policyWithSearch(Terms terms) {
    return policy(List.of(FIRST_SOURCE, CHARTS_SOURCE, source(own(terms)), source(search(terms))));
  }

  /** A script with the terms of a programme in its texts. */
  private static String worded(String script, Terms terms) {
    return TEXT.matcher(script)
        .replaceAll(
            found -> {
              String text = found.group().substring(1, found.group().length() - 1);
              String words = terms.text(text);
              return Matcher.quoteReplacement(
                  words.equals(text) ? found.group() : PageData.escaped(words));
            });
  }

  /**
   * The policy of a page whose scripts lie in files beside it. A file's own scripts are named by
   * where they lie, since no browser checks a digest of what it has not got from a server.
   */
  static String policyOfSite() {
    return policy("'self' file: ", List.of(FIRST_SOURCE, "'self'", "file:"));
  }

  private static String policy(List<String> sources) {
    return policy("", sources);
  }

  private static String policy(String styles, List<String> sources) {
    return "default-src 'none'; style-src %s'unsafe-inline'; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(styles, String.join(" ", sources));
  }

  private static String source(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String text(String resource) {
    try (InputStream stream = PageScript.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The program's jar lacks " + resource);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      if (text.contains("</script") || text.contains("<!--")) {
        throw new IllegalStateException(resource + " cannot stand within a page");
      }
      // A browser counts a line's end as one character whatever the file has.
      return text.replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
