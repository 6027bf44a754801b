# Sourced by submit: options that Spark, or the JVM that is to run it, could not read are refused in a line, which
# they would say with the lines of their code.
is_master() {
  local number='[1-9][0-9]{0,4}' address='[^,/:]+:[0-9]+'
  [[ $1 =~ ^(local|local\[($number|\*)(,$number)?\]|spark://$address(,$address)*|yarn|k8s://.+)$ ]]
}
[ -z "$master" ] || is_master "$master" ||
  refuse "--master $master is none of Spark's: write local[N], spark://HOST:PORT, yarn or k8s://URL" 2
case $deploy_mode in
  "" | client) ;;
  cluster)
    case ${master:-local} in
      local*) refuse "--deploy-mode cluster needs a cluster: name it by --master" 2 ;;
    esac
    ;;
  *) refuse "--deploy-mode $deploy_mode is neither client nor cluster" 2 ;;
esac

before=
for word in ${spark_options[@]+"${spark_options[@]}"}; do
  case "$before $word" in
    "--conf spark."?*=*) ;;
    "--conf "*=*) refuse "--conf $word is no setting of Spark: their names begin with \"spark.\"" 2 ;;
    "--conf "*) refuse "--conf $word names a setting without a value: write --conf NAME=VALUE" 2 ;;
  esac
  before=$word
done

# What was given of a setting, by its flag, by --conf or in a file; the last counts, as for Spark.
given_of() {
  local flag=$1 setting=$2 flag_said="" said="" before="" word
  for word in ${spark_options[@]+"${spark_options[@]}"}; do
    case "$before $word" in
      "--conf $setting="*) [ -n "$flag_said" ] || said=${word#*=} ;;
      "$flag "*)
        said=$word
        flag_said=yes
        ;;
    esac
    before=$word
  done
  if [ -n "$said" ]; then echo "$said"; else said_in_files "$setting"; fi
}
check_form() {
  local form=$1 wanted=$2 flag=$3 setting=$4 value
  value=$(given_of "$flag" "$setting")
  [ -z "$value" ] || [[ $value =~ ^$form$ ]] ||
    refuse "$flag ($setting) \"$value\" is no $wanted" 2
}
# The first goes to the JVM as it is, which knows no other units.
check_form '[1-9][0-9]*[kKmMgGtT]' "size: write one such as 2g or 2048m" --driver-memory spark.driver.memory
check_form '[1-9][0-9]*([kKmMgGtTpP][bB]?)?' "size: write one such as 2g or 2048m" --executor-memory spark.executor.memory
for pair in driver-cores:driver.cores executor-cores:executor.cores total-executor-cores:cores.max \
  num-executors:executor.instances; do
  check_form '[1-9][0-9]*' "whole number above 0" "--${pair%:*}" "spark.${pair#*:}"
done
one='[^:,/ ]+:[^:,/ ]+'
check_form "$one:[^:,/ ]+(,$one:[^:,/ ]+)*" "list of GROUP:ARTIFACT:VERSION" --packages spark.jars.packages
check_form "$one(,$one)*" "list of GROUP:ARTIFACT" --exclude-packages spark.jars.excludes
if [ "$deploy_mode" != cluster ]; then
  check_memory --driver-memory "$(given_of --driver-memory spark.driver.memory)"
fi

# Of several files with commas between them, those of this machine; Spark passes over one that is not there.
check_files() {
  local flag=$1 file list
  IFS=, read -ra list <<<"$2"
  for file in ${list[@]+"${list[@]}"}; do
    case $file in
      *:* | *[*?[{]*) ;;
      *) [ -r "${file%%#*}" ] || refuse "$flag ${file%%#*} cannot be read here" 2 ;;
    esac
  done
}
check_files --jars "$(given_of --jars spark.jars)"
check_files --files "$files"
check_files --archives "$archives"
check_files --keytab "$(given_of --keytab spark.kerberos.keytab)"

case " $driver_options" in
  *-Xmx*) refuse "TRUSTBENCH_JAVA_OPTS and --driver-java-options cannot say -Xmx to jobs/submit: the driver's memory is --driver-memory" 2 ;;
esac
case $(sed -E "s/\\\\.//g; s/\"[^\"]*\"|'[^']*'//g" <<<"$driver_options") in
  *[\"\']*) refuse "a quotation mark of TRUSTBENCH_JAVA_OPTS or --driver-java-options is not closed: $driver_options" 2 ;;
esac
