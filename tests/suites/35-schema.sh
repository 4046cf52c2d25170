#!/usr/bin/env bash
# The published schemas, the examples and their goldens, and the core against both.
. "$(dirname "$0")/lib.sh"

check "the native command line builds" build release crossfoot
check "the module builds" build wasm
node_tests tests/schema/*.test.mjs
finish
