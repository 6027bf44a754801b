package org.trustbench.ingest.store;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
 * <p>A lake whose key has been changed has several: each makes pseudonyms of what the one before it
 * made, so that a key is changed without knowing any id. The same id sent later passes through all
 * of them, and comes to the same.
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

  /**
   * No inspection has this id either: what a further key makes is told from what the first does.
   */
  private static final String RENEWED = "\u0001renewed";

  private final ArrayList<byte[]> keys = new ArrayList<>();

  /**
   * Makes pseudonyms.
   *
   * @param keys the first key of the lake and those that followed it, each of at least {@link
   *     #FEWEST_BYTES} bytes
   */
  public Pseudonyms(List<byte[]> keys) {
    for (byte[] key : keys) {
      if (key.length < FEWEST_BYTES) {
        throw new IllegalArgumentException("A key has at least " + FEWEST_BYTES + " bytes");
      }
      this.keys.add(key.clone());
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("There is at least one key");
    }
  }

  /** Tells one key, and all keys before it, from another, and nothing of any. */
  public String fingerprint() {
    return further(1).apply(keyed(mac(0), "fingerprint", "")).substring(0, 16);
  }

  /** The same lake's pseudonyms at the time of a fingerprint; none if it never had that. */
  public Optional<Pseudonyms> at(String fingerprint) {
    return IntStream.rangeClosed(1, keys.size())
        .mapToObj(some -> new Pseudonyms(keys.subList(0, some)))
        .filter(earlier -> earlier.fingerprint().equals(fingerprint))
        .findFirst();
  }

  /**
   * Makes a pseudonym of these out of one that an earlier key made, for one thread.
   *
   * @param fingerprint of that time
   */
  public UnaryOperator<String> renewing(String fingerprint) {
    return further(
        at(fingerprint)
            .orElseThrow(() -> new IllegalArgumentException("No such key: " + fingerprint))
            .keys
            .size());
  }

  private UnaryOperator<String> further(int known) {
    List<Mac> macs = IntStream.range(known, keys.size()).mapToObj(this::mac).toList();
    return pseudonym -> {
      String renewed = pseudonym;
      for (Mac mac : macs) {
        renewed = keyed(mac, RENEWED, renewed);
      }
      return renewed;
    };
  }

  /** Gives pseudonyms of the case ids of one inspection, to one thread. */
  UnaryOperator<String> ofInspection(String inspectionId) {
    return of(inspectionId);
  }

  private UnaryOperator<String> of(String domain) {
    Mac mac = mac(0);
    UnaryOperator<String> further = further(1);
    return id -> further.apply(keyed(mac, domain, id));
  }

  /**
   * Puts pseudonyms into the place of the ids of an inspection's cases and inspectors. An inspector
   * has the same in every inspection, and another than a case of the same id.
   */
  public void replaceIds(JudgementMatrix matrix, String inspectionId) {
    UnaryOperator<String> ofCase = ofInspection(inspectionId);
    matrix.rename(id -> ofCase.apply(Spelling.folded(id)));
    matrix.renameInspectors(of(INSPECTORS));
  }

  private static String keyed(Mac mac, String domain, String id) {
    mac.update(domain.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    byte[] whole = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
  }

  private Mac mac(int place) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(keys.get(place), ALGORITHM));
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
