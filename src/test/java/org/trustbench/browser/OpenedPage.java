package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a release, opened from its file as a reader would. Whatever a test looks at, closing
 * the page holds it to silence: it has asked for nothing but itself and files in its release's
 * {@code assets/}, has opened no dialog and no window, and has reported no error.
 */
final class OpenedPage implements AutoCloseable {
  /** A desk's screen and a phone's, in CSS pixels of width. */
  static final int DESK = 1280;

  static final int PHONE = 360;

  private static final int HEIGHT = 900;

  private final BrowserContext context;
  private final Page page;
  private final String url;
  private final List<String> complaints = new ArrayList<>();

  private OpenedPage(BrowserContext context, String url) {
    this.context = context;
    this.url = url;
    context.setDefaultTimeout(5_000);
    context.setDefaultNavigationTimeout(30_000);
    context.route(
        "**/*",
        route -> {
          String asked = route.request().url();
          if (isOwn(asked)) {
            route.resume();
          } else {
            complaints.add("asked for " + asked);
            route.abort();
          }
        });
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add("console %s: %s".formatted(message.type(), message.text()));
          }
        });
    context.onWebError(error -> complaints.add("error: " + error.error()));
    context.onDialog(this::refuse);
    this.page = context.newPage();
    context.onPage(other -> complaints.add("opened " + other.url()));
    page.onDownload(download -> complaints.add("downloaded " + download.url()));
  }

  static OpenedPage at(Path file, int width) {
    return open(file, "", options(width));
  }

  /** The page at a place or choice within it, such as {@code #notes}. */
  static OpenedPage at(Path file, String hash, int width) {
    return open(file, hash, options(width));
  }

  static OpenedPage withoutScripts(Path file, int width) {
    return open(file, "", options(width).setJavaScriptEnabled(false));
  }

  private static Browser.NewContextOptions options(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setLocale("en-GB");
  }

  private static OpenedPage open(Path file, String hash, Browser.NewContextOptions options) {
    String url = file.toUri().toString();
    OpenedPage opened = new OpenedPage(SharedChromium.browser().newContext(options), url);
    opened.page.navigate(url + hash);
    return opened;
  }

  private boolean isOwn(String asked) {
    return asked.equals(url)
        || asked.startsWith(url + "#")
        || asked.startsWith(assets(url, 1))
        || asked.startsWith(assets(url, 2));
  }

  /** The folder of shared files so many levels up from a page. */
  private static String assets(String url, int levels) {
    String folder = url;
    for (int i = 0; i < levels; i++) {
      folder = folder.substring(0, folder.lastIndexOf('/'));
    }
    return folder + "/assets/";
  }

  private void refuse(Dialog dialog) {
    complaints.add("dialog: " + dialog.message());
    dialog.dismiss();
  }

  Page page() {
    return page;
  }

  /** What an expression of JavaScript gives. */
  Object evaluate(String expression) {
    return page.evaluate(expression);
  }

  /** The texts or numbers that an expression gives. */
  @SuppressWarnings("unchecked")
  List<Object> list(String expression) {
    return (List<Object>) page.evaluate(expression);
  }

  /** What clicking on something downloads, which is then no complaint. */
  Download download(String selector) {
    Download download = page.waitForDownload(() -> page.click(selector));
    complaints.remove("downloaded " + download.url());
    return download;
  }

  /** What clicking on something copies. */
  String copied(String selector) {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.click(selector);
    page.waitForCondition(() -> page.innerText("#status").startsWith("Copied"));
    return page.evaluate("navigator.clipboard.readText()").toString();
  }

  /** Complaints so far: requests, errors, dialogs, windows. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("what %s did besides being read", url).isEmpty();
  }
}
