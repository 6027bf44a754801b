# Sourced by run, submit and test: where things are, and a build when the sources are newer. The same
# scripts are in the download, where everything is built and nothing is written.
unset CDPATH
if [ -z "$(pwd -P 2>/dev/null)" ]; then
  echo "trustbench: the folder that this is started in is no longer there: cd to another" >&2
  exit 2
fi
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
if [ -f "$home/lib/trustbench.jar" ]; then
  is_download=yes
  jar=$home/lib/trustbench.jar
  spark_jars=$home/spark/jars
  drivers=$home/drivers
  logging=$home/jobs/log4j2.properties
else
  is_download=no
  jar=$home/target/trustbench.jar
  spark_jars=$home/target/spark/jars
  drivers=$home/target/drivers
  logging=$home/src/main/resources/log4j2.properties
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Says on one line why nothing can be done.
refuse() {
  echo "trustbench: $1" >&2
  exit "${2:-1}"
}
case $home in *:*) refuse "a class path cannot hold a colon: move $home to a folder without one" ;; esac

# The number of Java's version: 17 of 17.0.2, 8 of 1.8.0. The file beside it says so faster than it does.
java_number() {
  local program release
  program=$(readlink -f "$(command -v "$java" || true)")
  release=${program%/bin/java}/release
  if [ -r "$release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$release"
  else
    "$java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p'
  fi
}
command -v "$java" >/dev/null || refuse "there is no Java at $java: install 17 or 25, or name its folder by JAVA_HOME"
java_number=$(java_number)
[ "${java_number:-17}" -ge 17 ] || refuse "Java $java_number is too old: take 17 or 25, and name its folder by JAVA_HOME"

# In the POSIX locale Java cannot open a file whose name has letters beyond ASCII.
case $(locale charmap 2>/dev/null) in
  ANSI_X3.4-1968 | US-ASCII) export LC_ALL=C.UTF-8 ;;
esac

# The access to the platform that Spark asks for.
opens=(
  java.base/java.lang java.base/java.lang.invoke java.base/java.lang.reflect java.base/java.io
  java.base/java.net java.base/java.nio java.base/java.util java.base/java.util.concurrent
  java.base/java.util.concurrent.atomic java.base/sun.nio.ch java.base/sun.nio.cs
  java.base/sun.util.calendar
)
# Later ones have no such package, and say so.
[ "${java_number:-17}" -ge 24 ] || opens+=(java.base/sun.security.action)
java_options=(
  -Dtrustbench.settings="$home/jobs/programme.json"
  -Dtrustbench.drivers="$drivers"
  ${TMPDIR:+-Djava.io.tmpdir="$TMPDIR"}
  -Djava.awt.headless=true
  -Dfile.encoding=UTF-8
  -XX:+IgnoreUnrecognizedVMOptions
  # Later ones warn of what Spark and SQLite do in earlier ways.
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -XX:+UseSerialGC
  # A small run ends before the second compiler pays: only what is hot at volume is worth it.
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000
)
# Nothing is written into the download: what the standard settings place beside it lies where the job is started.
if [ $is_download = yes ]; then java_options+=(-Dtrustbench.workplace="$PWD"); fi
# Tables fit the terminal, if there is one; a shell keeps its width to itself.
if [ -t 1 ] && [ -z "${COLUMNS:-}" ]; then
  COLUMNS=$(tput cols 2>/dev/null || true)
fi
export COLUMNS=${COLUMNS:-}
# How far a job has come is shown to whoever watches it.
if [ -t 2 ]; then java_options+=(-Dtrustbench.terminal=yes); fi
for open in "${opens[@]}"; do java_options+=("--add-opens=$open=ALL-UNNAMED"); done

# Refuses memory in which no job comes to its end, or that this machine does not have: check_memory NAME SIZE.
check_memory() {
  local name=$1 size=$2 number=${2%[kKmMgGtT]} unit=1 has
  [[ $size =~ ^[1-9][0-9]{0,12}[kKmMgGtT]?$ ]] || return 0
  case $size in
    *[kK]) unit=1024 ;;
    *[mM]) unit=1048576 ;;
    *[gG]) unit=1073741824 ;;
    *[tT]) unit=1099511627776 ;;
  esac
  if [ $((number * unit)) -lt 33554432 ]; then refuse "$name $size is too little for any job: give 512m or more" 2; fi
  has=$(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' /proc/meminfo 2>/dev/null || true)
  if [ -n "$has" ] && [ $((number * unit / 1024)) -gt "$has" ]; then
    refuse "$name $size is more than this machine has, which is $((has / 1048576))g" 2
  fi
}

# Kilobytes sent: what the arguments name, else the samples; many where a settings file may name it.
sent_kilobytes() {
  local sent=$home/data-samples/iaow-2013 before="" argument
  for argument in "$@"; do
    case "$before $argument" in
      *" --settings"*) sent=/ ;;
      "--submissions "* | "--extract "*) sent=$argument ;;
      *" --submissions="* | *" --extract="*) sent=${argument#*=} ;;
    esac
    before=$argument
  done
  if [ "$sent" = / ] || [ ! -e "$sent" ]; then
    echo 1000000
  else
    du -sk "$sent" | cut -f1
  fi
}

# Institutions that the framework of the arguments registers; 0 where they name none.
registered() {
  local framework="" before="" argument
  for argument in "$@"; do
    case "$before $argument" in
      "--framework "*) framework=$argument ;;
      *" --framework="*) framework=${argument#*=} ;;
    esac
    before=$argument
  done
  if [ -f "$framework/trusts.csv" ]; then wc -l <"$framework/trusts.csv"; else echo 0; fi
}

# Work on less than 128 MB is over sooner with the first compiler alone, by a fifth to a quarter; on more
# the second pays, and half of the heap for young objects, which come by the inspection. It also pays where
# thousands of institutions are compared and published: what is made of them stays, and much room for young
# objects would only be memory.
fit_to_what_is_sent() {
  if [ "$(sent_kilobytes "$@")" -gt 131072 ]; then
    java_options+=(-XX:NewRatio=1)
  elif [ "$(registered "$@")" -gt 8000 ]; then
    java_options+=(-XX:MaxNewSize=300m)
  else
    java_options+=(-XX:TieredStopAtLevel=1)
  fi
}

is_stale() {
  [ $is_download = no ] || return 1
  [ ! -f "$jar" ] || [ ! -d "$spark_jars" ] ||
    [ -n "$(find "$home/pom.xml" "$home/src/main" -newer "$jar" -type f -print -quit)" ]
}

build() {
  if is_stale; then
    echo "building trustbench (the first build also fetches Spark)" >&2
    (cd "$home" && mvn -B -q -DskipTests -Dspotless.check.skip=true \
      -Dassembly.skipAssembly=true -Dcyclonedx.skip=true package) >&2
  fi
}

# Jars in a fixed order, as a class-data-sharing archive asks for.
classpath() {
  printf '%s' "$jar"
  find "$spark_jars" -name '*.jar' | LC_ALL=C sort | while read -r one; do printf ':%s' "$one"; done
}

# Where the class archive lies: beside the jar, or of a download in the user's own folder. Nowhere that others may
# write, since Java runs what is in it; empty where there is no such folder.
archive_place() {
  local cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/trustbench
  if [ $is_download = no ]; then
    echo "$home/target/trustbench.jsa"
  elif mkdir -p -m 700 "$cache" 2>/dev/null && [ -O "$cache" ] && [ -w "$cache" ]; then
    echo "$cache/$(cksum <<<"$jar $java_number" | cut -d' ' -f1).jsa"
  fi
}

# Whether there is no archive of the classes as they are.
lacks_archive() { [ ! -f "$archive" ] || [ "$jar" -nt "$archive" ]; }

# Classes laid out ready for use halve the time of a small run; those of Spark are among them. That takes
# longer than a run, so of two first ones at once one does it, in a folder beside, and the other waits a minute
# at most. A folder that a killed one left is in the way for five.
make_archive() {
  local waited=0
  archive=$(archive_place)
  if [ -z "$archive" ] || [ ! -w "$(dirname "$archive")" ]; then return; fi
  while lacks_archive && [ $waited -lt 300 ]; do
    if mkdir -m 700 "$archive.making" 2>/dev/null; then
      trap 'rm -rf "$archive.making"' EXIT
      if lacks_archive; then lay_out_classes "$archive.making"; fi
      rm -rf "$archive.making"
      trap - EXIT
      return
    fi
    find "$archive.making" -maxdepth 0 -mmin +5 -exec rm -rf {} + 2>/dev/null || true
    sleep 0.2
    waited=$((waited + 1))
  done
}

# Makes the archive in a folder and renames it, so that nobody meets half of one. The first compiler alone is the
# quicker for it.
lay_out_classes() {
  local made=$1 java_options=("${java_options[@]}" -XX:TieredStopAtLevel=1)
  echo "preparing the class archive" >&2
  "$java" "${java_options[@]}" -Xlog:disable -XX:DumpLoadedClassList="$made/classes" \
    -Dspark.trustbench.startAbove=0 \
    -cp "$(classpath)" org.trustbench.jobs.Main run \
    --lake "$made/lake" --output "$made/output" >/dev/null 2>&1 || true
  # Without classes of lambdas, at which Java 17 may crash while it writes an archive.
  grep -v '^@lambda' "$made/classes" >"$made/listed" || true
  "$java" "${java_options[@]}" -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$made/listed" \
    -XX:SharedArchiveFile="$made/jsa" -cp "$(classpath)" >/dev/null 2>&1 || true
  [ ! -f "$made/jsa" ] || mv -f "$made/jsa" "$archive"
}
