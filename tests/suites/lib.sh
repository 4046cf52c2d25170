# For the suites beside this file. Sourced, not run.

. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/lib.sh"
cd "$ROOT" || exit 2
FAILURES=0

# check NAME COMMAND…: one test; what the command prints is shown when it fails.
check() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok - $name"
  else
    FAILURES=$((FAILURES + 1))
    echo "FAILED - $name"
    printf '%s\n' "$output"
  fi
}

# node_tests FILE…: Node's own test runner. The limit is no assertion about speed: a test that hangs
# is named after ten minutes instead of using up the machine's.
node_tests() {
  node --test --test-timeout=600000 --test-reporter=spec "$@" || FAILURES=$((FAILURES + 1))
}

# finish: ends the suite; 1 when anything failed.
finish() {
  [ "$FAILURES" -eq 0 ]
  exit
}
