#!/usr/bin/env bash
# Every rule that a source, test or document cites is in docs/spec, and every rule is cited by a test.
. "$(dirname "$0")/lib.sh"

check "every citation is a rule, and every rule is tested or has its reason" node scripts/check-rules.mjs
finish
