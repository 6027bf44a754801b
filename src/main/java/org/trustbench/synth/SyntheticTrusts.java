package org.trustbench.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;

/** The {@code trusts} part of parameters; a value left out follows from the trust's place. */
final class SyntheticTrusts {
  /** A Monday, as is the first start by a form of a framework that says from when it is. */
  private static final LocalDate FIRST_START = LocalDate.of(2013, 4, 8);

  private static final List<String> FORMATS = List.of("long", "wide", "jsonl");

  private final Framework framework;
  private final String name;
  private final JsonNode nodes;

  /** A trust as written in the file. */
  record Written(
      String profile,
      String spelling,
      Integer caseload,
      String tranche,
      String start,
      String end,
      String published,
      String format) {}

  SyntheticTrusts(Framework framework, String name, JsonNode nodes) {
    this.framework = framework;
    this.name = name;
    this.nodes = nodes;
  }

  List<SyntheticTrust> read(JsonMapper json) {
    List<Trust> known =
        framework.trusts().stream().sorted(Comparator.comparing(Trust::code)).toList();
    List<SyntheticTrust> trusts = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Trust trust = known.get(i);
      if (nodes.isMissingNode()) {
        trusts.add(trust(trust, json.createObjectNode(), i));
      } else if (nodes.has(trust.code())) {
        trusts.add(trust(trust, nodes.get(trust.code()), i));
      }
    }
    return trusts;
  }

  private SyntheticTrust trust(Trust trust, JsonNode node, int place) {
    String path = "trusts." + trust.code();
    Written written = ParametersReader.convert(name, path, node, Written.class);
    LocalDate start = date(path, written.start(), firstStart().plusWeeks(place));
    LocalDate end = date(path, written.end(), start.plusDays(11));
    return new SyntheticTrust(
        trust.code(),
        written.profile() == null
            ? SyntheticParameters.DEFAULT_PROFILE + "#" + (place + 1)
            : written.profile(),
        written.spelling() == null ? trust.name() : written.spelling(),
        written.caseload() == null ? 1000 + 137 * (place % 20) : written.caseload(),
        written.tranche(),
        start,
        end,
        date(path, written.published(), end.plusWeeks(12)),
        1,
        FileFormat.of(
            written.format() == null ? FORMATS.get(place % FORMATS.size()) : written.format()));
  }

  private LocalDate firstStart() {
    return framework.forms().isEmpty()
        ? FIRST_START
        : framework
            .forms()
            .get(0)
            .from()
            .with(TemporalAdjusters.nextOrSame(FIRST_START.getDayOfWeek()));
  }

  private LocalDate date(String path, String text, LocalDate otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw PipelineException.usage(
          "%s: %s: \"%s\" is not a date like 2014-03-04".formatted(name, path, text), e);
    }
  }
}
