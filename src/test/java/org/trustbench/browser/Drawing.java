package org.trustbench.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A chart as it is drawn: what it says and what it marks, with their places on the screen.
 *
 * @param texts from top to bottom, those on one line from left to right
 */
record Drawing(List<Text> texts, List<Mark> marks) {
  /** A piece of text and the middle of its place. */
  record Text(String words, double x, double y) {}

  /**
   * A shape and its place.
   *
   * @param fill as #RRGGBB in capitals; empty for none
   */
  record Mark(String fill, double x, double y, double width, double height) {}

  private static final double SAME_LINE = 4;

  /** An expression for the texts of charts in view that reach beyond their drawing. */
  static final String OFF =
      """
      [...document.querySelectorAll('figure svg')].filter(svg => svg.checkVisibility())
        .flatMap(svg => {
          const all = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('text')].filter(e => {
            const box = e.getBoundingClientRect();
            return box.left < all.left - 1 || box.right > all.right + 1
              || box.top < all.top - 1 || box.bottom > all.bottom + 1;
          }).map(e => svg.closest('figure').id + ': ' + e.textContent);
        })
      """;

  /** An expression for the texts of charts in view that lie on one another. */
  static final String COLLIDING =
      """
      [...document.querySelectorAll('figure svg')].filter(svg => svg.checkVisibility())
        .flatMap(svg => {
          const texts = [...svg.querySelectorAll('text')].filter(e => e.textContent.trim())
            .map(e => ({words: e.textContent, box: e.getBoundingClientRect()}));
          return texts.flatMap((a, i) => texts.slice(i + 1).filter(b =>
            Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 2
              && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4)
            .map(b => svg.closest('figure').id + ': ' + a.words + ' / ' + b.words));
        })
      """;

  private static final String READ =
      """
      id => {
        const svg = document.querySelector('#' + id + ' svg');
        const middle = e => {
          const box = e.getBoundingClientRect();
          return {x: box.x + box.width / 2, y: box.y + box.height / 2,
            width: box.width, height: box.height};
        };
        // A symbol is a shape of size 2 around its place, scaled.
        const symbol = e => {
          const at = e.getScreenCTM();
          return {x: at.e, y: at.f, width: 2 * at.a, height: 2 * at.d};
        };
        const place = e =>
          (e.getAttribute('transform') || '').startsWith('matrix') ? symbol(e) : middle(e);
        const fill = e => {
          const parts = (getComputedStyle(e).fill.match(/\\d+/g) || []).slice(0, 3);
          return parts.length < 3 ? '' : '#' + parts.map(part =>
            Number(part).toString(16).padStart(2, '0')).join('').toUpperCase();
        };
        const isSeen = e => {
          const style = getComputedStyle(e);
          return e.getBoundingClientRect().width > 0 && style.fillOpacity > 0 && style.opacity > 0;
        };
        return {
          texts: [...svg.querySelectorAll('text')].filter(e => e.textContent.trim())
            .map(e => ({words: e.textContent.trim(), ...middle(e)})),
          marks: [...svg.querySelectorAll('path, rect, circle')].filter(isSeen)
            .map(e => ({fill: fill(e), ...place(e)}))
        };
      }
      """;

  /** The drawing within the element of an id. */
  @SuppressWarnings("unchecked")
  static Drawing in(OpenedPage page, String id) {
    Map<String, List<Map<String, Object>>> read =
        (Map<String, List<Map<String, Object>>>) page.page().evaluate(READ, id);
    List<Text> texts =
        read.get("texts").stream()
            .map(text -> new Text((String) text.get("words"), number(text, "x"), number(text, "y")))
            .toList();
    List<Mark> marks =
        read.get("marks").stream()
            .map(
                mark ->
                    new Mark(
                        (String) mark.get("fill"),
                        number(mark, "x"),
                        number(mark, "y"),
                        number(mark, "width"),
                        number(mark, "height")))
            .toList();
    return new Drawing(texts, marks);
  }

  private static double number(Map<String, Object> object, String name) {
    return ((Number) object.get(name)).doubleValue();
  }

  /** The marks of a colour and a size, from top to bottom. */
  List<Mark> marks(String fill, double size) {
    return marks.stream()
        .filter(mark -> mark.fill().equals(fill.toUpperCase(Locale.ROOT)))
        .filter(mark -> Math.abs(mark.width() - size) < 2.5 && Math.abs(mark.height() - size) < 2.5)
        .sorted(Comparator.comparingDouble(Mark::y).thenComparingDouble(Mark::x))
        .toList();
  }

  /** Everything said, without white space: words that a chart breaks into lines are whole again. */
  String said() {
    return texts.stream().map(Text::words).collect(Collectors.joining()).replaceAll("\\s", "");
  }

  /** The texts of each line, from top to bottom. */
  List<List<String>> lines() {
    List<Text> sorted = new ArrayList<>(texts);
    sorted.sort(Comparator.comparingDouble(Text::y));
    List<List<Text>> lines = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (Text text : sorted) {
      if (text.y() - last > SAME_LINE) {
        lines.add(new ArrayList<>());
      }
      lines.get(lines.size() - 1).add(text);
      last = text.y();
    }
    return lines.stream()
        .map(
            line ->
                line.stream().sorted(Comparator.comparingDouble(Text::x)).map(Text::words).toList())
        .toList();
  }
}
