package org.trustbench.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a page says on paper.
 *
 * @param sheets the text of each sheet
 * @param cut texts that lie partly or wholly off their sheet
 */
record PrintedPage(List<String> sheets, List<String> cut) {

  static PrintedPage of(OpenedPage page) {
    byte[] bytes = page.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    try (PDDocument document = Loader.loadPDF(bytes)) {
      List<String> sheets = new ArrayList<>();
      Stripper stripper = new Stripper();
      for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
        stripper.setStartPage(sheet);
        stripper.setEndPage(sheet);
        sheets.add(stripper.getText(document));
      }
      return new PrintedPage(sheets, List.copyOf(stripper.cut));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads text and minds where it lies. */
  private static final class Stripper extends PDFTextStripper {
    private final List<String> cut = new ArrayList<>();

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
      for (TextPosition position : positions) {
        boolean isOn =
            position.getX() >= 0
                && position.getX() + position.getWidth() <= position.getPageWidth()
                && position.getY() - position.getHeight() >= 0
                && position.getY() <= position.getPageHeight();
        if (!isOn) {
          cut.add(text);
          break;
        }
      }
      super.writeString(text, positions);
    }
  }
}
