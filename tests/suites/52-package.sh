#!/usr/bin/env bash
# The package: its API as documented, its example pages, and an empty project that installs it.
. "$(dirname "$0")/lib.sh"

check "the package builds" scripts/build-package
node_tests --test-concurrency=2 tests/web/package/*.test.mjs
finish
