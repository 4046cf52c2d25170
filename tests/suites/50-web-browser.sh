#!/usr/bin/env bash
# The page in a real Chromium: a person with only a keyboard, axe in every state, forms, long tables.
. "$(dirname "$0")/lib.sh"

check "the page builds" scripts/build-web
node_tests --test-concurrency=2 tests/web/browser/*.test.mjs
finish
