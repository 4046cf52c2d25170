#!/usr/bin/env bash
# How many machine instructions fixed workloads take, against the recorded counts.
. "$(dirname "$0")/lib.sh"

check "the native programs build" build release crossfoot crossfoot_keystrokes
node bench/instructions.mjs || FAILURES=$((FAILURES + 1))
finish
