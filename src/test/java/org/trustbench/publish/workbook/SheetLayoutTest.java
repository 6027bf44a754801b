package org.trustbench.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.trustbench.summary.grid.Cell;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SheetLayoutTest {
  private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

  @Test
  void every_style_of_cells_leaves_room_on_both_sides_so_that_columns_do_not_run_together()
      throws Exception {
    NodeList styles = styles();
    int ofCells = 0;
    for (int i = 0; i < styles.getLength(); i++) {
      Element style = (Element) styles.item(i);
      if (style.getAttributeNS(STYLE, "family").equals("table-cell")) {
        ofCells++;
        Element cell =
            (Element) style.getElementsByTagNameNS(STYLE, "table-cell-properties").item(0);
        assertThat(cell.getAttributeNS(FO, "padding-left"))
            .as(style.getAttributeNS(STYLE, "name"))
            .isEqualTo("2mm")
            .isEqualTo(cell.getAttributeNS(FO, "padding-right"));
      }
    }
    assertThat(ofCells).isEqualTo(6);
  }

  private static NodeList styles() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream in = SheetLayoutTest.class.getResourceAsStream("/workbook/styles.xml")) {
      return factory.newDocumentBuilder().parse(in).getElementsByTagNameNS(STYLE, "style");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_column_is_wide_enough_for_the_mark_of_a_note_in_one_piece() {
    SheetLayout layout =
        SheetLayout.of(
            new WorkbookSheet(
                "S",
                "T",
                "R",
                List.of("Rank [note 12]", "Rank"),
                List.of(List.of(new Cell.Number(1), new Cell.Number(1)))));
    assertThat(layout.widths().get(0)).isGreaterThan(ArialText.width("[note 12]", true) + 4);
    assertThat(layout.widths().get(1)).isEqualTo(14);
    assertThat(layout.headerHeight()).isLessThan(SheetLayout.ONE_LINE * 2);
  }
}
