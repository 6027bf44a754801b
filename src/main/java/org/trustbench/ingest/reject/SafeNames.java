package org.trustbench.ingest.reject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.trustbench.framework.KnownWords;

/**
 * Which names of columns, fields and files that no format has may be quoted: those made of words
 * that say nothing of anybody. Others might be names of persons.
 */
public final class SafeNames {
  private static final Set<String> WORDS =
      Set.of(
          "a",
          "address",
          "age",
          "and",
          "area",
          "authority",
          "backup",
          "band",
          "by",
          "case",
          "cases",
          "category",
          "code",
          "colour",
          "comment",
          "comments",
          "copy",
          "count",
          "county",
          "created",
          "data",
          "date",
          "day",
          "description",
          "documents",
          "draft",
          "email",
          "end",
          "export",
          "extract",
          "favourite",
          "file",
          "final",
          "for",
          "form",
          "from",
          "group",
          "id",
          "in",
          "inspection",
          "inspections",
          "inspector",
          "judgements",
          "judgments",
          "kind",
          "label",
          "last",
          "letter",
          "list",
          "local",
          "month",
          "name",
          "national",
          "new",
          "no",
          "note",
          "notes",
          "number",
          "of",
          "office",
          "old",
          "order",
          "phone",
          "plan",
          "postcode",
          "provider",
          "readme",
          "reason",
          "record",
          "reference",
          "region",
          "remark",
          "remarks",
          "report",
          "row",
          "scans",
          "score",
          "sheet",
          "sort",
          "source",
          "start",
          "status",
          "summary",
          "table",
          "tables",
          "team",
          "text",
          "the",
          "time",
          "title",
          "to",
          "total",
          "type",
          "unit",
          "updated",
          "urn",
          "user",
          "version",
          "year");

  private static final Set<String> EXTENSIONS =
      Set.of(
          "bak", "csv", "doc", "docx", "gz", "htm", "html", "jpg", "json", "jsonl", "log", "md",
          "msg", "ods", "odt", "parquet", "pdf", "png", "rtf", "tmp", "tsv", "txt", "xls", "xlsx",
          "xml", "zip");

  private static final Pattern BETWEEN = Pattern.compile("[\\s_.()\\[\\]-]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+$");

  private final KnownWords words;

  public SafeNames(KnownWords words) {
    this.words = words;
  }

  /** A name in quotation marks, or how long it is. */
  public String quoted(String name) {
    return isHarmless(name) ? SafeQuoting.inMarks(name) : SafeQuoting.notQuoted(name);
  }

  /** A file or folder by its name, or by what can be told of it. */
  public String file(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (!EXTENSIONS.contains(extension)) {
      return quoted(name);
    }
    String stem = name.substring(0, dot);
    return isHarmless(stem) || EXTENSIONS.contains(stem)
        ? SafeQuoting.inMarks(name)
        : "a .%s file %s".formatted(extension, SafeQuoting.notQuoted(name));
  }

  private boolean isHarmless(String name) {
    return words.isWordOrSlip(name) || isEveryday(name);
  }

  /** Whether a name is made of everyday words and numbers alone. */
  public static boolean isEveryday(String name) {
    List<String> parts = new ArrayList<>();
    Arrays.stream(BETWEEN.split(Excerpt.text(name).toLowerCase(Locale.ROOT)))
        .map(part -> NUMBER.matcher(part).replaceFirst(""))
        .filter(part -> !part.isEmpty())
        .forEach(parts::add);
    return !parts.isEmpty()
        && parts.stream().allMatch(part -> WORDS.contains(part) || EXTENSIONS.contains(part));
  }
}
