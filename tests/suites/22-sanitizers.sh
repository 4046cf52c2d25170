#!/usr/bin/env bash
# The GoogleTest suite under the address and undefined-behaviour sanitizers, and a short run of the
# fuzz targets from their fixed seeds (scripts/fuzz runs longer).
. "$(dirname "$0")/lib.sh"

check "the build with sanitizers succeeds" build asan
build/asan/tests/crossfoot_tests --gtest_brief=1 || FAILURES=$((FAILURES + 1))
check "random bytes as a state break nothing" scripts/fuzz state --runs 8000
check "random commands break nothing" scripts/fuzz session --runs 5000
check "random arguments of the functions break nothing" scripts/fuzz call --runs 20000
finish
