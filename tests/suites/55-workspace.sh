#!/usr/bin/env bash
# The workspace, the buyer's page and the checkout summary: their parts, their pages in Chromium,
# and the PDF of a document.
. "$(dirname "$0")/lib.sh"

scripts/build-web || FAILURES=$((FAILURES + 1))
node --import tsx --test --test-reporter=spec tests/web/workspace-parts.test.mjs || FAILURES=$((FAILURES + 1))
# The walks (every-box) try some of the boxes, others in each run: `scripts/type-everywhere` has all.
node_tests --test-concurrency=2 \
  $(ls tests/web/workspace*.test.mjs tests/web/every-box*.test.mjs | grep -v workspace-parts)
finish
