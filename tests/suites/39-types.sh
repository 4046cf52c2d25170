#!/usr/bin/env bash
# TypeScript, strict, over everything that ships to a browser.
. "$(dirname "$0")/lib.sh"

check "the types of the contract are those of the schemas" node scripts/contract.mjs --check
check "the types hold" tsc --noEmit -p tsconfig.json
finish
