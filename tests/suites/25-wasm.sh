#!/usr/bin/env bash
# The same GoogleTest suite as WebAssembly under Node.
. "$(dirname "$0")/lib.sh"

check "the WebAssembly build of the tests succeeds" build wasm-test
node --no-experimental-fetch build/wasm/tests/crossfoot_tests.js --gtest_brief=1 ||
  FAILURES=$((FAILURES + 1))
finish
