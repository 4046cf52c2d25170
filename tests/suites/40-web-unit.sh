#!/usr/bin/env bash
# The parts of the page that need no browser: numbers and dates as people type them, pasted rows,
# columns, shortcuts, the window of a long table, message catalogues.
. "$(dirname "$0")/lib.sh"

# Pasted lists are held against what the module makes of them.
check "the module builds" build wasm

vitest run --root "$ROOT" --config tests/web/vitest.config.ts --dir tests/web/unit || FAILURES=$((FAILURES + 1))
finish
