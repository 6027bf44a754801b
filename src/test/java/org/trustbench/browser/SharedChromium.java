package org.trustbench.browser;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One headless Chromium for all tests of a JVM, started by the first that needs it and ended after
 * the last. Where there is none the tests are skipped, unless {@code -Dskip.nothing=true}.
 */
public final class SharedChromium implements BeforeAllCallback {
  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** What keeps a browser from asking anything of anybody by itself. */
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private static Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.create(SharedChromium.class))
            .getOrComputeIfAbsent(Running.class, key -> Running.start(program()), Running.class);
  }

  /** The browser, between the first test's start and the last test's end. */
  static Browser browser() {
    return running.browser();
  }

  private static Path program() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
            .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      String reason =
          "no Chromium on the PATH (%s): install Debian's chromium, or run jobs/test --install"
              .formatted(String.join(", ", PROGRAMS));
      if (Boolean.getBoolean("skip.nothing")) {
        fail(reason);
      }
      Assumptions.abort(reason);
    }
    return found.get();
  }

  /** A browser and the program that drives it. */
  private record Running(Playwright playwright, Browser browser)
      implements ExtensionContext.Store.CloseableResource {

    static Running start(Path program) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Running(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program)
                      .setChromiumSandbox(false)
                      .setArgs(QUIET)));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }
}
