package org.trustbench.storage;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.aws.S3FileIOAwsClientFactories;
import org.apache.iceberg.aws.s3.S3FileIOAwsClientFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes Iceberg's usual clients of S3, with answers that are whole or fail. */
public final class WholeAnswersFactory implements S3FileIOAwsClientFactory {
  static final String SETTING = "s3.client-factory-impl";

  private static final long serialVersionUID = 1L;
  private static final String USUAL = "org.apache.iceberg.aws.s3.DefaultS3FileIOAwsClientFactory";

  private Map<String, String> settings = Map.of();

  @Override
  public void initialize(Map<String, String> properties) {
    settings = new HashMap<>(properties);
    settings.put(SETTING, USUAL);
  }

  @Override
  public S3Client s3() {
    return WholeAnswers.of(usual().s3());
  }

  @Override
  public S3AsyncClient s3Async() {
    return usual().s3Async();
  }

  private S3FileIOAwsClientFactory usual() {
    return S3FileIOAwsClientFactories.initialize(settings);
  }
}
