#!/usr/bin/env bash
# The sync: adapters against one contract, the client rules, and short chaos runs.
. "$(dirname "$0")/lib.sh"

check "the module builds" build wasm
node --import tsx --test --test-reporter=spec tests/sync/*.test.ts || FAILURES=$((FAILURES + 1))
finish
