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
  private static final byte[] OTHER = key("0123456789abcdef0123456789abcdeF");
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(List.of(KEY));

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
    assertThat(of(new Pseudonyms(List.of(KEY.clone())), "H-1", "C1"))
        .isEqualTo(of(PSEUDONYMS, "H-1", "C1"));
    var ofInspection = PSEUDONYMS.ofInspection("H-1");
    assertThat(ofInspection.apply("C2")).isNotEqualTo(ofInspection.apply("C1"));
    assertThat(ofInspection.apply("C1")).isEqualTo(of(PSEUDONYMS, "H-1", "C1"));
  }

  @Test
  void another_key_or_another_inspection_gives_another_pseudonym() {
    Pseudonyms others = new Pseudonyms(List.of(OTHER));

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
    assertThatThrownBy(() -> new Pseudonyms(List.of(KEY, key("0123456789abcdef0123456789abcde"))))
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

  @Test
  void a_further_key_makes_a_pseudonym_of_the_one_before_and_no_id_is_asked_for() {
    Pseudonyms both = new Pseudonyms(List.of(KEY, OTHER));
    String before = of(PSEUDONYMS, "H-1", "C1");

    // printf '\001renewed\0f63f55d400c4355844938c8d383f1a40' | openssl dgst -sha256 -hmac
    // 0123456789abcdef0123456789abcdeF
    assertThat(of(both, "H-1", "C1")).isEqualTo("338ec7fe7475509154a76a9eef6f9ec0");
    assertThat(both.renewing(PSEUDONYMS.fingerprint()).apply(before))
        .isEqualTo(of(both, "H-1", "C1"));
  }

  @Test
  void inspectors_pass_through_all_keys_too() {
    Pseudonyms both = new Pseudonyms(List.of(KEY, OTHER));
    JudgementMatrix one = matrix("7", "7");
    JudgementMatrix other = matrix("7", "7");
    PSEUDONYMS.replaceIds(one, "H-1");
    both.replaceIds(other, "H-1");

    assertThat(other.inspectors())
        .containsExactly(both.renewing(PSEUDONYMS.fingerprint()).apply(one.inspectors().get(0)));
  }

  @Test
  void the_keys_before_are_found_by_their_fingerprint_and_others_are_not() {
    Pseudonyms three = new Pseudonyms(List.of(KEY, OTHER, key("c".repeat(32))));

    assertThat(three.at(PSEUDONYMS.fingerprint()))
        .get()
        .satisfies(
            first -> assertThat(of(first, "H-1", "C1")).isEqualTo(of(PSEUDONYMS, "H-1", "C1")));
    assertThat(three.at(new Pseudonyms(List.of(KEY, OTHER)).fingerprint())).isPresent();
    assertThat(three.at(new Pseudonyms(List.of(OTHER)).fingerprint())).isEmpty();
    assertThat(three.at(new Pseudonyms(List.of(OTHER, KEY)).fingerprint())).isEmpty();
  }
}
