import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS and YARN of one machine in one process, until its standard input ends. All of it lies in the
 * folder that the argument names; {@code conf} in it is what {@code HADOOP_CONF_DIR} is to name.
 */
public final class MiniHadoop {
  private MiniHadoop() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    System.setProperty("test.build.dir", folder.toString());
    YarnConfiguration conf = new YarnConfiguration();
    conf.set("hdfs.minidfs.basedir", folder.resolve("hdfs").toString());
    conf.set("hadoop.tmp.dir", folder.resolve("tmp").toString());
    // Nothing is set aside by it: it is how many containers may run.
    conf.setInt("yarn.nodemanager.resource.memory-mb", 8192);
    conf.setInt("yarn.nodemanager.resource.cpu-vcores", 4);
    conf.setInt("yarn.scheduler.minimum-allocation-mb", 128);
    conf.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
    conf.setBoolean("yarn.nodemanager.pmem-check-enabled", false);
    conf.set(
        "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "99.9");
    conf.set(
        "yarn.resourcemanager.scheduler.class",
        "org.apache.hadoop.yarn.server.resourcemanager.scheduler.fifo.FifoScheduler");
    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    hdfs.waitActive();
    conf.set("fs.defaultFS", hdfs.getURI().toString());
    MiniYARNCluster yarn = new MiniYARNCluster(folder.resolve("yarn").toString(), 1, 1, 1);
    yarn.init(conf);
    yarn.start();
    write(yarn.getConfig(), Files.createDirectories(folder.resolve("conf")));
    System.out.println("ready");
    System.in.transferTo(OutputStream.nullOutputStream());
    yarn.stop();
    hdfs.shutdown(true);
    System.exit(0);
  }

  /** What a client has to know, and no more. */
  private static void write(Configuration all, Path folder) throws Exception {
    Configuration site = new Configuration(false);
    for (String name :
        new String[] {
          "fs.defaultFS", "yarn.resourcemanager.address", "yarn.resourcemanager.scheduler.address"
        }) {
      site.set(name, all.get(name));
    }
    for (String name : new String[] {"core-site.xml", "yarn-site.xml"}) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
        site.writeXml(out);
      }
    }
  }
}
