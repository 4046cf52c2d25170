#!/usr/bin/env bash
# TypeScript, strict, over everything that ships to a browser.
. "$(dirname "$0")/lib.sh"

check "the types hold" tsc --noEmit -p tsconfig.json
finish
