# Sourced by submit where YARN starts the driver in the cluster: what the driver reads of this machine is sent along.
# Each file gets a name in the folder that the driver starts in, and the job is told that name.
sending=$(mktemp -d "${TMPDIR:-/tmp}/trustbench-send.XXXXXX")
trap 'rm -rf "$sending"' EXIT
names=()

# Takes a file along: send FILE WHAT. The name it has there is in $sent.
send() {
  [ -f "$1" ] && [ -r "$1" ] || refuse "$2 $1 is no file that can be read on this machine, from which it is sent along" 2
  local base
  base=$(basename "$1")
  sent=sent-${#names[@]}-${base//[^A-Za-z0-9._-]/_}
  ln -s "$(readlink -f "$1")" "$sending/$sent"
  names+=("$sent")
  files+=${files:+,}"$sending/$sent#$sent"
}

# A framework's folder goes as an archive, which is a folder again where it arrives.
send_folder() {
  sent=sent-${#names[@]}-framework
  tar -czf "$sending/$sent.tgz" -C "$1" .
  names+=("$sent")
  archives+=${archives:+,}"$sending/$sent.tgz#$sent"
}

# Settings of Spark that name files with secrets of catalogs and storage.
is_of_secret() {
  case $1 in
    spark.sql.catalog.*.file | spark.trustbench.storage.*.file | spark.hadoop.*.file) return 0 ;;
    *) return 1 ;;
  esac
}
from_properties=()
if [ -n "$properties" ]; then
  while IFS=' ' read -r name value; do
    if is_of_secret "$name"; then
      send "$value" "$name"
      from_properties+=(--conf "$name=$sent")
    fi
  done < <(sed -n 's/^[[:space:]]*\(spark\.[^[:space:]=:]*\)[[:space:]=:]\{1,\}\(.*[^[:space:]]\)[[:space:]]*$/\1 \2/p' "$properties")
fi
for i in "${!spark_options[@]}"; do
  name=${spark_options[i]%%=*}
  if is_of_secret "$name"; then
    send "${spark_options[i]#*=}" "$name"
    spark_options[i]=$name=$sent
  fi
done
spark_options=(${from_properties[@]+"${from_properties[@]}"} ${spark_options[@]+"${spark_options[@]}"})

given=(${job[@]+"${job[@]}"})
job=()
standard=yes
for ((i = 0; i < ${#given[@]}; i++)); do
  flag=${given[i]%%=*}
  case $flag in
    --settings | --key-file | --framework | --lake | --output | --submissions | --extract)
      if [ "$flag" != "${given[i]}" ]; then
        value=${given[i]#*=}
      else
        i=$((i + 1))
        value=${given[i]:-}
      fi
      sent=$value
      case $flag in
        --settings)
          standard=no
          send "$value" "$flag"
          ;;
        --key-file) send "$value" "$flag" ;;
        --framework) if [ -d "$value" ]; then send_folder "$value"; fi ;;
        # The driver would say so too, once there is one.
        *)
          case $value in
            /* | *://*) ;;
            *) refuse "$flag $value is relative, and with --deploy-mode cluster the driver runs elsewhere: give an absolute path on storage that all machines see" 2 ;;
          esac
          ;;
      esac
      job+=("$flag" "$sent")
      ;;
    *) job+=("${given[i]}") ;;
  esac
done

# Options that name what is of this machine stay here.
of_driver=()
for option in "${java_options[@]}"; do
  case $option in
    -Dtrustbench.* | -Djava.io.tmpdir=* | -Dlog4j2.*) ;;
    *) of_driver+=("$option") ;;
  esac
done
if [ $standard = yes ]; then
  send "$home/jobs/programme.json" "the settings file"
  of_driver+=("-Dtrustbench.settings=$sent")
fi
java_options=("${of_driver[@]}")
sent_names=$(IFS=, && echo "${names[*]}")
spark_options+=(--conf "spark.trustbench.sent=$sent_names")

# Submits, and ends as the job did. Of a driver that failed YARN says what it wrote last, and with which code it ended.
submit_and_tell() {
  local code=0 ended application line
  { "$@" 2>&1 >&3 | tee "$sending/said" | sed -u "$without_diagnostics" >&2; } 3>&1 || code=$?
  [ $code -ne 0 ] || exit 0
  ended=$(sed -n 's/.*User application exited with status \([0-9][0-9]*\).*/\1/p' "$sending/said" | tail -1)
  application=$(sed -n 's/.*\(application_[0-9]*_[0-9]*\).*/\1/p' "$sending/said" | tail -1)
  line=$(grep '^trustbench: ' "$sending/said" | tail -1 || true)
  if [ -n "$line" ]; then
    echo "$line" >&2
  elif [ -z "$ended" ]; then
    sed -n '/Application diagnostics message: /,/Failing the application\.$/p' "$sending/said" >&2
  fi
  code=${ended:-$code}
  refuse "the job ended in the cluster with code $code; what it said is in the log of its driver: yarn logs -applicationId ${application:-ID}" "$code"
}
# They are many lines, and are shown where they are all that is known.
without_diagnostics='/Application diagnostics message: .*[^.]$/,/Failing the application\.$/d
  /Application diagnostics message: /d
  /^Exception in thread "main" .*SparkException: Application /d
  /^\tat /d'
