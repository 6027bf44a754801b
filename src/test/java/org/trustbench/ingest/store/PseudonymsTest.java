package org.trustbench.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

class PseudonymsTest {
  private static final byte[] KEY = key("0123456789abcdef0123456789abcdef");
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(KEY);

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String of(Pseudonyms pseudonyms, String inspection, String id) {
    return pseudonyms.ofInspection(inspection).apply(id);
  }

  @Test
  void a_pseudonym_is_the_first_half_of_the_hmac_of_inspection_and_id() {
    // printf 'H-1\0C1' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    assertThat(of(PSEUDONYMS, "H-1", "C1")).isEqualTo("f63f55d400c4355844938c8d383f1a40");
  }

  @Test
  void the_same_case_of_an_inspection_has_the_same_pseudonym_again() {
    assertThat(of(new Pseudonyms(KEY.clone()), "H-1", "C1")).isEqualTo(of(PSEUDONYMS, "H-1", "C1"));
    var ofInspection = PSEUDONYMS.ofInspection("H-1");
    assertThat(ofInspection.apply("C2")).isNotEqualTo(ofInspection.apply("C1"));
    assertThat(ofInspection.apply("C1")).isEqualTo(of(PSEUDONYMS, "H-1", "C1"));
  }

  @Test
  void another_key_or_another_inspection_gives_another_pseudonym() {
    Pseudonyms others = new Pseudonyms(key("0123456789abcdef0123456789abcdeF"));

    assertThat(of(others, "H-1", "C1")).isNotEqualTo(of(PSEUDONYMS, "H-1", "C1"));
    assertThat(of(PSEUDONYMS, "H-2", "C1")).isNotEqualTo(of(PSEUDONYMS, "H-1", "C1"));
    assertThat(of(PSEUDONYMS, "H-1C", "1")).isNotEqualTo(of(PSEUDONYMS, "H-1", "C1"));
    assertThat(others.fingerprint()).isNotEqualTo(PSEUDONYMS.fingerprint());
  }

  @Test
  void what_is_printed_of_it_tells_nothing_of_the_key() {
    assertThat(PSEUDONYMS.toString())
        .isEqualTo("pseudonyms under key " + PSEUDONYMS.fingerprint())
        .doesNotContain("0123456789abcdef");
  }

  @Test
  void a_key_that_could_be_found_by_trying_is_none() {
    assertThatThrownBy(() -> new Pseudonyms(key("0123456789abcdef0123456789abcde")))
        .hasMessage("A key has at least 32 bytes");
  }

  private static JudgementMatrix matrix(String caseId, String inspectorId) {
    JudgementMatrix matrix = new JudgementMatrix(1);
    matrix.addCase(new CaseRow(caseId, "case", List.of(), 0, 2));
    matrix.inspector(inspectorId);
    return matrix;
  }

  @Test
  void an_inspector_has_one_pseudonym_everywhere_and_no_case_has_it() {
    JudgementMatrix one = matrix("7", "7");
    JudgementMatrix other = matrix("7", "7");
    PSEUDONYMS.replaceIds(one, "H-1");
    PSEUDONYMS.replaceIds(other, "D-1");

    assertThat(one.inspectors()).isEqualTo(other.inspectors()).doesNotContain("7");
    assertThat(one.cases().get(0).id()).isEqualTo(of(PSEUDONYMS, "H-1", "7"));
    assertThat(one.inspectors()).doesNotContain(one.cases().get(0).id(), other.cases().get(0).id());
  }
}
