#!/usr/bin/env bash
# The WebAssembly module: its types, its loader, its recovery, its fallback.
. "$(dirname "$0")/lib.sh"

check "the module builds" build wasm
node_tests tests/wasm/*.test.mjs
check "the module needs no eval" node --disallow-code-generation-from-strings tests/wasm/no-eval.mjs
finish
