package org.trustbench.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.function.Function;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * A client of S3 that fails where an object ends before all of it has come. Java's own connections
 * take one that is cut in the middle for the end of the object, so that a file would be read as a
 * shorter one.
 */
final class WholeAnswers extends DelegatingS3Client {
  private WholeAnswers(S3Client client) {
    super(client);
  }

  static WholeAnswers of(S3Client client) {
    return client instanceof WholeAnswers whole ? whole : new WholeAnswers(client);
  }

  @Override
  @SuppressWarnings("unchecked")
  protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
    R response = operation.apply(request);
    if (response instanceof ResponseInputStream<?> in
        && in.response() instanceof GetObjectResponse answer
        && answer.contentLength() != null) {
      Counted counted = new Counted(in, answer.contentLength());
      return (R) new ResponseInputStream<>(answer, AbortableInputStream.create(counted, in));
    }
    return response;
  }

  /** Bytes of which it is known how many there are. */
  private static final class Counted extends FilterInputStream {
    private final long all;
    private long found;

    Counted(InputStream in, long all) {
      super(in);
      this.all = all;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      found(one < 0 ? -1 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return (int) found(super.read(into, offset, length));
    }

    @Override
    public long skip(long bytes) throws IOException {
      return found(super.skip(bytes));
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private long found(long count) throws IOException {
      if (count < 0 && found < all) {
        // Of this kind are failures after which Iceberg asks for the rest.
        throw new SocketException(
            "the connection was cut after byte %d of %d".formatted(found, all));
      }
      found += Math.max(0, count);
      return count;
    }
  }
}
