#!/usr/bin/env bash
# clang-tidy over the core.
. "$(dirname "$0")/lib.sh"

check "clang-tidy finds nothing in the core" scripts/lint
finish
