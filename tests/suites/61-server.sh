#!/usr/bin/env bash
# The reference backend: access, HTTP, pricing, kill -9, replicas; and the verdicts on real servers.
. "$(dirname "$0")/lib.sh"

check "the module builds" build wasm
node_tests tests/server/*.test.mjs
node server/conformance/matrix.mjs --short || FAILURES=$((FAILURES + 1))
finish
