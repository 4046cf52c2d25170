#!/usr/bin/env bash
# How many machine instructions fixed workloads take, against the recorded counts.
. "$(dirname "$0")/lib.sh"

check "the native command line builds" build release crossfoot
node bench/instructions.mjs || FAILURES=$((FAILURES + 1))
finish
