#!/usr/bin/env bash
# The independent pricer: the design's figures, the core against it on random documents, and what
# always holds.
. "$(dirname "$0")/lib.sh"

check "the native command line builds" build release crossfoot
check "the module builds" build wasm
node_tests tests/reference/*.test.mjs
for mode in "" --boundary; do
  check "native, WebAssembly and the reference agree on 1500 random documents $mode" \
    node tests/reference/compare.mjs "scripts/crossfoot price --ndjson" \
    "scripts/crossfoot-wasm price --ndjson" --seed 20261122 --count 1500 $mode
done
finish
