package org.trustbench.ingest.sent;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.Trust;
import org.trustbench.framework.TrustRegister;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Excerpt;
import org.trustbench.ingest.reject.LostZeros;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.InspectionDetails;

/**
 * The manifest of a submission: trust, dates, form and caseload of its inspection, checked against
 * the framework.
 */
public final class Manifest {
  public static final String FILE = "inspection.json";
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_TRANCHE = 40;

  private Manifest() {}

  static boolean isLawfulId(String id) {
    return id.matches(ID);
  }

  /** What the fields of {@code inspection.json} come to. */
  public static InspectionDetails of(
      ManifestFields fields, Framework framework, TrustRegister register) throws Refusal {
    String inspectionId = fields.asSent("inspection_id");
    if (!isLawfulId(inspectionId)) {
      throw new Refusal(
          RejectRule.UNREADABLE_MANIFEST,
          fields.file(),
          fields.at("inspection_id")
              + "inspection_id \"%s\" must be letters, digits, . _ and -, starting with a letter or digit"
                  .formatted(Excerpt.text(inspectionId)));
    }
    String formVersion = formVersion(fields, framework);
    String name = fields.required("trust");
    Trust trust =
        register
            .find(name)
            .orElseThrow(
                () ->
                    new Refusal(
                        RejectRule.UNKNOWN_TRUST,
                        fields.file(),
                        fields.at("trust")
                            + framework
                                .terms()
                                .text(
                                    "{institution} \"%s\" is not in the register of %s: correct the"
                                        + " name, or add it as an alias to trusts.csv",
                                    Excerpt.text(name), framework.id())
                            + LostZeros.told(name, code -> register.find(code).isPresent())));
    InspectionDetails manifest =
        new InspectionDetails(
            inspectionId,
            trust.code(),
            tranche(fields, trust),
            fields.date("start_date"),
            fields.date("end_date"),
            fields.date("published_date"),
            fields.count("caseload"),
            fields.count("cases_sampled"),
            formVersion,
            fields.isSynthetic());
    checkDays(fields, manifest);
    checkForm(fields, manifest, framework);
    Optional<String> contradiction = contradiction(framework, manifest);
    if (contradiction.isPresent()) {
      throw new Refusal(
          RejectRule.UNREADABLE_MANIFEST, fields.file(), fields.at("trust") + contradiction.get());
    }
    return manifest;
  }

  private static void checkDays(ManifestFields fields, InspectionDetails manifest) throws Refusal {
    boolean isBackwards =
        manifest.startDate() != null
            && manifest.endDate() != null
            && manifest.endDate().isBefore(manifest.startDate());
    if (isBackwards) {
      throw new Refusal(
          RejectRule.UNREADABLE_MANIFEST,
          fields.file(),
          fields.at("end_date")
              + "end_date %s is before start_date %s: correct them"
                  .formatted(manifest.endDate(), manifest.startDate()));
    }
  }

  /** Its bytes, of which there are few. */
  static byte[] bytes(SentFile file) throws IOException, Refusal {
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refusal(
            RejectRule.UNREADABLE_MANIFEST,
            file.name(),
            "it is longer than %d bytes: write the fields of one inspection".formatted(MOST_BYTES));
      }
      return bytes;
    }
  }

  /** The version of the form; where there are several, an inspection has to say which. */
  private static String formVersion(ManifestFields fields, Framework framework) throws Refusal {
    String id = fields.required("framework");
    String given = fields.word("framework_version");
    String version = given == null ? framework.version() : given;
    List<String> versions =
        framework.forms().isEmpty()
            ? List.of(framework.version())
            : framework.forms().stream().map(Form::version).toList();
    if (given == null && versions.size() > 1) {
      throw new Refusal(
          RejectRule.WRONG_FRAMEWORK,
          fields.file(),
          "framework_version is missing, and %s has several: write which the inspection was made by, one of %s"
              .formatted(framework.id(), String.join(", ", versions)));
    }
    if (!id.equals(framework.id()) || !versions.contains(version)) {
      throw new Refusal(
          RejectRule.WRONG_FRAMEWORK,
          fields.file(),
          fields.at("framework")
              + "it was made for framework %s version %s, this run uses %s version %s: send it to a run of its own framework"
                  .formatted(
                      Excerpt.text(id),
                      Excerpt.text(version),
                      framework.id(),
                      String.join(", ", versions)));
    }
    return framework.forms().isEmpty() ? Form.ONLY : version;
  }

  /** What the register has against an inspection: nobody is inspected who is no more. */
  public static Optional<String> contradiction(Framework framework, InspectionDetails details) {
    LocalDate day = details.startDate() != null ? details.startDate() : details.endDate();
    return framework.successions().stream()
        .filter(one -> one.code().equals(details.trustId()) && one.isOver(day))
        .findFirst()
        .map(
            one ->
                "%s was succeeded by %s on %s (trusts.csv line %d), and %s was made on %s: name the successor in its manifest, or correct succeeded_on"
                    .formatted(
                        one.code(),
                        String.join(", ", one.by()),
                        one.on(),
                        one.line(),
                        details.inspectionId(),
                        day));
  }

  /** An inspection does not begin before the form that it was made by. */
  private static void checkForm(
      ManifestFields fields, InspectionDetails manifest, Framework framework) throws Refusal {
    for (Form form : framework.forms()) {
      if (form.version().equals(manifest.formVersion())
          && manifest.startDate() != null
          && manifest.startDate().isBefore(form.from())) {
        throw new Refusal(
            RejectRule.UNREADABLE_MANIFEST,
            fields.file(),
            fields.at("start_date")
                + "start_date %s is before %s, from which on inspections are made by version %s: correct start_date or framework_version"
                    .formatted(manifest.startDate(), form.from(), form.version()));
      }
    }
  }

  /** The register's word on a trust's tranche holds; a manifest may only add what it lacks. */
  private static String tranche(ManifestFields fields, Trust trust) throws Refusal {
    String known = trust.dimensions().get(Framework.TRANCHE);
    String sent = fields.word("tranche");
    String given = sent == null ? "" : Spelling.plain(sent);
    if (given.isEmpty()) {
      return known;
    }
    if (given.length() > LONGEST_TRANCHE || sent.strip().lines().count() != 1) {
      throw new Refusal(
          RejectRule.UNREADABLE_MANIFEST,
          fields.file(),
          fields.at("tranche")
              + "field \"tranche\" is longer than %d characters or not on one line: write the group's name"
                  .formatted(LONGEST_TRANCHE));
    }
    if (known != null && !Spelling.folded(known).equals(Spelling.folded(given))) {
      throw new Refusal(
          RejectRule.UNREADABLE_MANIFEST,
          fields.file(),
          fields.at("tranche")
              + "tranche \"%s\" contradicts the register, which has %s for %s"
                  .formatted(Excerpt.text(given), known, trust.code()));
    }
    return known != null ? known : given;
  }
}
