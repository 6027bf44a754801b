package org.trustbench.synth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent random streams, each named by a seed and by what it is for. What one thing draws
 * never depends on how much another drew before it.
 */
final class RandomStreams {
  private final long seed;

  RandomStreams(long seed) {
    this.seed = seed;
  }

  UniformRandomProvider of(String... name) {
    String key = seed + "\u0000" + String.join("\u0000", name);
    try {
      ByteBuffer hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
      return RandomSource.XO_SHI_RO_256_PP.create(
          new long[] {hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong()});
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** One standard normal draw of that name. */
  double gaussian(String... name) {
    return ZigguratSampler.NormalizedGaussian.of(of(name)).sample();
  }
}
