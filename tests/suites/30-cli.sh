#!/usr/bin/env bash
# The command line, native and WebAssembly.
. "$(dirname "$0")/lib.sh"

check "the native command line builds" build release crossfoot
check "the module builds" build wasm
node_tests tests/cli/*.test.mjs
finish
