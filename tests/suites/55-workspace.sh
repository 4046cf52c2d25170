#!/usr/bin/env bash
# The workspace, the buyer's page and the checkout summary: their parts, their pages in Chromium,
# and the PDF of a document.
. "$(dirname "$0")/lib.sh"

scripts/build-web || FAILURES=$((FAILURES + 1))
node --import tsx --test --test-reporter=spec tests/web/workspace-parts.test.mjs || FAILURES=$((FAILURES + 1))
node_tests tests/web/workspace.test.mjs tests/web/workspace-money.test.mjs tests/web/workspace-pages.test.mjs \
  tests/web/workspace-subscriptions.test.mjs tests/web/workspace-facts.test.mjs \
  tests/web/workspace-typed.test.mjs tests/web/workspace-data.test.mjs
# The walks of the editor and of the workspace take longer: `scripts/type-everywhere` takes all.
node_tests --test-name-pattern='buyer|checkout' tests/web/every-box.test.mjs
finish
