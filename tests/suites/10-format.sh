#!/usr/bin/env bash
# Formatting and the rules of the house that a program can check.
. "$(dirname "$0")/lib.sh"

check "every source is formatted" scripts/format --check
check "every folder of the core uses only what stands above it" node scripts/check-layers.mjs
finish
