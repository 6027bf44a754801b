package org.trustbench.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefetchingInputStreamTest {
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 3_000_000})
  void bytes_are_those_of_the_stream(int length) throws IOException {
    byte[] expected = bytes(length);
    try (InputStream ahead = new PrefetchingInputStream(new ByteArrayInputStream(expected))) {
      assertThat(ahead.readAllBytes()).isEqualTo(expected);
      assertThat(ahead.read()).isEqualTo(-1);
      assertThat(ahead.read(new byte[9])).isEqualTo(-1);
    }
    try (InputStream ahead = new PrefetchingInputStream(new ByteArrayInputStream(expected))) {
      for (int i = 0; i < Math.min(length, 1_000); i++) {
        assertThat((byte) ahead.read()).isEqualTo(expected[i]);
      }
    }
  }

  /** The first failure is lasting, and comes after the bytes before it. */
  @Test
  void a_fault_of_the_stream_is_met_where_it_is() throws IOException {
    byte[] before = bytes(600_000);
    InputStream faulty =
        new SequenceInputStream(
            new ByteArrayInputStream(before),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new EOFException("cut");
              }
            });
    try (InputStream ahead = new PrefetchingInputStream(faulty)) {
      // The piece in which the fault lies is lost with it, as it is in any buffer.
      assertThat(ahead.readNBytes(2 * 262_144)).isEqualTo(java.util.Arrays.copyOf(before, 524_288));
      for (int again = 0; again < 2; again++) {
        assertThatThrownBy(ahead::read).isInstanceOf(EOFException.class).hasMessage("cut");
      }
    }
  }

  @Test
  void closing_early_lets_the_other_thread_go() throws IOException {
    AtomicBoolean isClosed = new AtomicBoolean();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 7;
          }

          @Override
          public void close() {
            isClosed.set(true);
          }
        };
    PrefetchingInputStream ahead = new PrefetchingInputStream(endless);
    assertThat(ahead.read()).isEqualTo(7);
    ahead.close();
    assertThat(isClosed).isTrue();
  }
}
