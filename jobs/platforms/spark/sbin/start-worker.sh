#!/usr/bin/env bash
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/daemon" start worker org.apache.spark.deploy.worker.Worker "$@"
