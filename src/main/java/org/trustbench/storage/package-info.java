/**
 * Files on storage that is reached by an address, such as {@code s3://bucket/folder} or {@code
 * hdfs://name/folder}, as paths of Java: whoever reads or writes files need not know where they
 * are. {@link org.trustbench.storage.Place} makes a path of what somebody wrote; Iceberg's own
 * readers and writers of such storage ({@code S3FileIO}, {@code HadoopFileIO}) do the work, under
 * the settings that {@link org.trustbench.storage.StorageSettings} holds.
 *
 * <p>Such storage has files and no folders: a folder is there as long as a file is in it.
 */
package org.trustbench.storage;
