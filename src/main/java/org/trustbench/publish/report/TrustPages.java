package org.trustbench.publish.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.framework.Trust;
import org.trustbench.publish.report.Report.Choice;

/** The pages of a site, one for each trust, and the files that they share. */
final class TrustPages {
  /** So many are made side by side, and held until they are written. */
  private static final int AT_ONCE = 64;

  private final PageCache pages;
  private final PageCoverage coverage;
  private final String comparator;
  private final ReportPage.Files files;

  TrustPages(PageCache pages, PageCoverage coverage, String comparator, ReportPage.Files files) {
    this.pages = pages;
    this.coverage = coverage;
    this.comparator = comparator;
    this.files = files;
  }

  /** A page, and the file of what it alone shows. */
  private record Made(String page, String dataPath, String data) {}

  /** Writes the page of each trust, by the paths of their codes. */
  void write(Map<String, String> paths) throws IOException {
    SiteFiles site = new SiteFiles(pages, comparator, files);
    List<Trust> trusts = pages.trusts();
    for (int from = 0; from < trusts.size(); from += AT_ONCE) {
      List<Trust> some = trusts.subList(from, Math.min(from + AT_ONCE, trusts.size()));
      List<Made> made =
          some.parallelStream().map(trust -> made(site, trust, paths.get(trust.code()))).toList();
      for (int i = 0; i < some.size(); i++) {
        files.take(made.get(i).dataPath(), made.get(i).data());
        files.take(paths.get(some.get(i).code()), made.get(i).page());
      }
    }
  }

  /** A trust's own page, on which comparator and measure can be chosen. */
  private Made made(SiteFiles site, Trust trust, String path) {
    Choice choice = site.choice(trust);
    Map<String, PageModel> views =
        new PageData(pages, new PageParts(pages.content())).views(choice);
    List<ComparatorGroup> shown = PageData.groups(views);
    String data = site.own(trust, views, shown);
    String dataPath = SiteFiles.path(path.substring(0, path.lastIndexOf('.')), ".js", data);
    String page =
        ReportPage.rendered(
            "page.jte",
            Report.of(
                pages,
                coverage,
                choice.of(pages.view(trust.code(), comparator)),
                choice,
                null,
                null,
                site.links(shown, dataPath)));
    pages.forget(trust.code());
    return new Made(page, dataPath, data);
  }
}
