#!/usr/bin/env bash
# The GoogleTest suite, native.
. "$(dirname "$0")/lib.sh"

check "the native build succeeds" build dev
build/dev/tests/crossfoot_tests --gtest_brief=1 || FAILURES=$((FAILURES + 1))
finish
