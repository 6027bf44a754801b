package org.trustbench.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.iceberg.aws.S3FileIOAwsClientFactories;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.apache.iceberg.aws.s3.S3FileIOAwsClientFactory;
import org.apache.iceberg.util.SerializableSupplier;
import software.amazon.awssdk.services.s3.S3Client;

/** Iceberg's files on S3, by a client that knows the versions of what it reads. */
final class S3Files extends S3FileIO implements NewFiles {
  private static final long serialVersionUID = 1L;

  private final transient Objects objects;

  S3Files(Map<String, String> settings) {
    this(settings, new Objects(settings));
  }

  private S3Files(Map<String, String> settings, Objects objects) {
    super(objects);
    this.objects = objects;
    initialize(settings);
  }

  /** The client, made when something is first asked of it, which may fail for want of a region. */
  private static final class Objects implements SerializableSupplier<S3Client> {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> settings;
    private transient S3Objects client;

    Objects(Map<String, String> settings) {
      this.settings = settings;
    }

    @Override
    public synchronized S3Objects get() {
      if (client == null) {
        S3FileIOAwsClientFactory factory = S3FileIOAwsClientFactories.initialize(settings);
        client = new S3Objects(factory.s3());
      }
      return client;
    }
  }

  @Override
  public OutputStream create(String location) {
    OutputStream out = newOutputFile(location).createOrOverwrite();
    String[] named = location.replaceFirst("^[^:]+://", "").split("/", 2);
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        out.write(one);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        objects.get().create(named[0], named[1]);
        try {
          out.close();
        } finally {
          objects.get().created(named[0], named[1]);
        }
      }
    };
  }
}
