package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.jobs.Main;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;

/**
 * The manifests for Kubernetes: every field is one that its kind has, what they name is there, and
 * the program takes what they give it. On a cluster they are not tried.
 */
class KubernetesManifestsTest {
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "v1/ConfigMap", ConfigMap.class,
          "v1/Secret", Secret.class,
          "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
          "batch/v1/CronJob", CronJob.class,
          "batch/v1/Job", Job.class);

  /** The model keeps fields that it does not know; here they are refused. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .build();

  @TempDir Path folder;

  private static List<HasMetadata> manifests() throws IOException {
    return read(
        Files.readString(Launched.root().resolve("jobs/platforms/kubernetes/trustbench.yaml")));
  }

  private static List<HasMetadata> read(String yaml) throws IOException {
    YAMLMapper mapper = new YAMLMapper();
    List<HasMetadata> read = new ArrayList<>();
    try (var documents = mapper.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      for (JsonNode one : documents.readAll()) {
        String kind = one.get("apiVersion").asText() + "/" + one.get("kind").asText();
        read.add(STRICT.treeToValue(one, KINDS.get(kind)));
      }
    }
    return read;
  }

  private static <T extends HasMetadata> T named(Class<T> kind, String name) throws IOException {
    return manifests().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(one -> one.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + name));
  }

  private static List<JobSpec> jobs() throws IOException {
    List<JobSpec> jobs = new ArrayList<>();
    for (HasMetadata one : manifests()) {
      if (one instanceof CronJob cron) {
        jobs.add(cron.getSpec().getJobTemplate().getSpec());
      } else if (one instanceof Job job) {
        jobs.add(job.getSpec());
      }
    }
    assertThat(jobs).hasSize(3);
    return jobs;
  }

  private static List<PodSpec> pods() throws IOException {
    return jobs().stream().map(job -> job.getTemplate().getSpec()).toList();
  }

  @Test
  void every_field_is_one_that_its_kind_has_and_another_is_refused() throws IOException {
    assertThat(manifests()).hasSize(7);
    assertThatThrownBy(
            () ->
                read(
                    """
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {name: a}
                    spec: {template: {spec: {restartpolicy: Never}}}
                    """))
        .hasMessageContaining("restartpolicy");
  }

  @Test
  void what_pods_name_is_there() throws IOException {
    for (PodSpec pod : pods()) {
      for (Volume volume : pod.getVolumes()) {
        if (volume.getPersistentVolumeClaim() != null) {
          named(PersistentVolumeClaim.class, volume.getPersistentVolumeClaim().getClaimName());
        } else if (volume.getConfigMap() != null) {
          named(ConfigMap.class, volume.getConfigMap().getName());
        } else if (volume.getSecret() != null) {
          named(Secret.class, volume.getSecret().getSecretName());
          assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
        } else {
          assertThat(volume.getEmptyDir()).isNotNull();
        }
      }
      assertThat(pod.getContainers().get(0).getVolumeMounts())
          .extracting(VolumeMount::getName)
          .containsExactlyInAnyOrderElementsOf(
              pod.getVolumes().stream().map(Volume::getName).toList());
    }
  }

  @Test
  void a_pod_is_nobody_s_that_matters_and_writes_into_its_volumes_alone() throws IOException {
    for (PodSpec pod : pods()) {
      Container container = pod.getContainers().get(0);
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
      assertThat(pod.getRestartPolicy()).isEqualTo("Never");
      assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
      assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
      assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
      assertThat(container.getVolumeMounts())
          .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
          .extracting(VolumeMount::getMountPath)
          .containsExactlyInAnyOrder("/data", "/tmp");
    }
  }

  @Test
  void what_is_refused_is_not_tried_again() throws IOException {
    for (JobSpec job : jobs()) {
      assertThat(job.getPodFailurePolicy().getRules().get(0).getOnExitCodes().getValues())
          .containsExactly(2, 3);
    }
  }

  @Test
  void the_program_takes_the_arguments_and_the_settings() throws IOException {
    String settings = named(ConfigMap.class, "trustbench-settings").getData().get("programme.json");
    Path data = Files.createDirectories(folder.resolve("data"));
    Path file =
        Files.writeString(
            folder.resolve("programme.json"),
            settings
                .replace("/data", data.toString())
                .replace(
                    "/landing", Files.createDirectories(folder.resolve("landing")).toString()));
    for (PodSpec pod : pods()) {
      List<String> args = pod.getContainers().get(0).getArgs();
      assertThat(Main.commandLine().parseArgs(args.toArray(String[]::new)).errors()).isEmpty();
    }
    assertThat(MainRun.of("check", "--settings", file.toString()).err())
        .singleElement()
        .asString()
        .contains("there is no lake in " + data.resolve("lake"));
  }

  @Test
  void the_key_that_is_to_be_replaced_is_refused() throws IOException {
    Path key =
        Files.writeString(
            folder.resolve("key"),
            named(Secret.class, "trustbench-key").getStringData().get("key"));

    MainRun refused =
        MainRun.of(
            "ingest",
            "--lake",
            folder.resolve("lake").toString(),
            "--output",
            folder.resolve("output").toString(),
            "--key-file",
            key.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().toString()).contains("is shorter than 32 characters");
  }
}
