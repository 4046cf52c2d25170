#!/usr/bin/env bash
# The workspace, the buyer's page and the checkout summary: their parts, their pages in Chromium,
# and the PDF of a document.
. "$(dirname "$0")/lib.sh"

scripts/build-web || FAILURES=$((FAILURES + 1))
node --import tsx --test --test-reporter=spec tests/web/workspace-parts.test.mjs || FAILURES=$((FAILURES + 1))
node_tests $(ls tests/web/workspace*.test.mjs | grep -v workspace-parts)
# Some of the boxes, others in each run: `scripts/type-everywhere` takes all of them.
node_tests tests/web/every-box*.test.mjs
finish
