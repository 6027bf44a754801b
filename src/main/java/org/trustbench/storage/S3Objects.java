package org.trustbench.storage;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/**
 * A client of S3 that reads one version of every object, however often and in whatever parts: the
 * one that it met first, in a list or by itself. What is replaced meanwhile fails with status 412.
 * By the same conditions of the protocol ({@code If-Match}, {@code If-None-Match}, <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">Amazon's
 * guide</a>) it writes objects that are not to be there yet.
 */
final class S3Objects extends DelegatingS3Client {
  private final Map<String, String> versions = new ConcurrentHashMap<>();
  private final Set<String> created = ConcurrentHashMap.newKeySet();

  S3Objects(S3Client client) {
    super(WholeAnswers.of(client));
  }

  /** From now on the object is written only if it is not there; otherwise with status 412. */
  void create(String bucket, String key) {
    created.add(name(bucket, key));
  }

  /** The object may be written whether or not it is there. */
  void created(String bucket, String key) {
    created.remove(name(bucket, key));
  }

  /** Its pages are asked for through this client. */
  @Override
  public ListObjectsV2Iterable listObjectsV2Paginator(ListObjectsV2Request request) {
    return new ListObjectsV2Iterable(this, request);
  }

  @Override
  protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
    T conditional = conditional(request);
    R response = operation.apply(conditional);
    remember(request, response);
    return response;
  }

  @SuppressWarnings("unchecked")
  private <T extends S3Request> T conditional(T request) {
    if (request instanceof GetObjectRequest get) {
      String version = versions.get(name(get.bucket(), get.key()));
      return version == null ? request : (T) get.toBuilder().ifMatch(version).build();
    }
    if (request instanceof PutObjectRequest put && isCreated(put.bucket(), put.key())) {
      return (T) put.toBuilder().ifNoneMatch("*").build();
    }
    if (request instanceof CompleteMultipartUploadRequest put
        && isCreated(put.bucket(), put.key())) {
      return (T) put.toBuilder().ifNoneMatch("*").build();
    }
    return request;
  }

  private void remember(S3Request request, Object response) {
    if (request instanceof GetObjectRequest get
        && response instanceof ResponseInputStream<?> in
        && in.response() instanceof GetObjectResponse answer) {
      met(get.bucket(), get.key(), answer.eTag());
    } else if (request instanceof HeadObjectRequest head
        && response instanceof HeadObjectResponse answer) {
      met(head.bucket(), head.key(), answer.eTag());
    } else if (request instanceof ListObjectsV2Request list
        && response instanceof ListObjectsV2Response answer) {
      answer.contents().forEach(one -> met(list.bucket(), one.key(), one.eTag()));
    } else if (request instanceof PutObjectRequest put) {
      versions.remove(name(put.bucket(), put.key()));
    } else if (request instanceof CompleteMultipartUploadRequest put) {
      versions.remove(name(put.bucket(), put.key()));
    } else if (request instanceof DeleteObjectRequest delete) {
      versions.remove(name(delete.bucket(), delete.key()));
    }
  }

  private void met(String bucket, String key, String version) {
    if (version != null) {
      versions.putIfAbsent(name(bucket, key), version);
    }
  }

  private boolean isCreated(String bucket, String key) {
    return created.contains(name(bucket, key));
  }

  private static String name(String bucket, String key) {
    return bucket + "/" + key;
  }
}
