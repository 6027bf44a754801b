package org.trustbench.ingest.store;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trustbench.framework.Spelling;
import org.trustbench.matrix.JudgementMatrix;

/**
 * What stands for ids of cases and inspectors in the lake: their HMAC-SHA-256 under a key that the
 * lake does not hold. The same id of the same inspection has the same pseudonym each time it is
 * sent; the same id of another inspection has another, so that nobody is followed from one
 * inspection to the next. An inspector's id has one pseudonym in all inspections, so that
 * inspectors may be compared.
 *
 * <p>It travels to tasks inside their closure, and says nothing of its key wherever it is printed.
 */
public final class Pseudonyms implements Serializable {
  /** A shorter key could be found by trying. */
  public static final int FEWEST_BYTES = 32;

  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";

  /** 128 bits: two cases of one inspection will not meet in the lifetime of any lake. */
  private static final int BYTES = 16;

  /** No inspection has this id, since ids of inspections are printable. */
  private static final String INSPECTORS = "\u0001inspectors";

  private final byte[] key;

  /**
   * Makes pseudonyms.
   *
   * @param key at least {@link #FEWEST_BYTES} bytes
   */
  public Pseudonyms(byte[] key) {
    if (key.length < FEWEST_BYTES) {
      throw new IllegalArgumentException("A key has at least " + FEWEST_BYTES + " bytes");
    }
    this.key = key.clone();
  }

  /** Tells one key from another, and nothing of either. */
  public String fingerprint() {
    return keyed(mac(), "fingerprint", "").substring(0, 16);
  }

  /** Gives pseudonyms of the case ids of one inspection, to one thread. */
  UnaryOperator<String> ofInspection(String inspectionId) {
    Mac mac = mac();
    return id -> keyed(mac, inspectionId, id);
  }

  /**
   * Puts pseudonyms into the place of the ids of an inspection's cases and inspectors. An inspector
   * has the same in every inspection, and another than a case of the same id.
   */
  public void replaceIds(JudgementMatrix matrix, String inspectionId) {
    UnaryOperator<String> ofCase = ofInspection(inspectionId);
    matrix.rename(id -> ofCase.apply(Spelling.folded(id)));
    Mac mac = mac();
    matrix.renameInspectors(id -> keyed(mac, INSPECTORS, id));
  }

  private static String keyed(Mac mac, String domain, String id) {
    mac.update(domain.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    byte[] whole = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "pseudonyms under key " + fingerprint();
  }
}
