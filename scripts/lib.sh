# Shared by the scripts beside this file. Sourced, not run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS="$ROOT/.tools"

# A Node fetched by scripts/setup stands before the system's.
if [ -x "$TOOLS/bin/node" ]; then PATH="$TOOLS/bin:$PATH"; fi
PATH="$ROOT/node_modules/.bin:$PATH"
# Where Debian's npm and Emscripten look for their JavaScript when Node is not Debian's own.
if [ -d /usr/share/nodejs ]; then NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}"; fi
export PATH NODE_PATH

say() { printf '%s\n' "$*" >&2; }
die() {
  say "$*"
  exit 2
}

have() { command -v "$1" >/dev/null 2>&1; }

# True for Node 20.19 and later, which Vite needs.
node_is_new_enough() {
  have node || return 1
  local major minor
  IFS=. read -r major minor _ < <(node --version | tr -d v)
  [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}

# with_lock NAME COMMAND…: one at a time, whoever else runs these scripts.
with_lock() {
  mkdir -p "$ROOT/build"
  local name=$1
  shift
  (
    flock 9
    "$@" 9>&-
  ) 9>"$ROOT/build/.$name.lock"
}

# quietly LOG COMMAND…: shows what a command printed only when it failed.
quietly() {
  local log=$1
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    say "failed: $*"
    cat "$log" >&2
    return 1
  fi
}

# What a build folder depends on besides the sources: this place and the compiler on the PATH.
build_identity() {
  case $1 in
    wasm*) printf '%s %s\n' "$ROOT" "$(readlink -f "$(command -v emcc)")" ;;
    *) printf '%s\n' "$ROOT" ;;
  esac
}

# configured PRESET: whether the build folder of a preset is there and still fits.
configured() {
  [ -f "$ROOT/build/$1/build.ninja" ] &&
    [ "$(cat "$ROOT/build/$1/.identity" 2>/dev/null)" = "$(build_identity "$1")" ]
}

build_unlocked() {
  local preset=$1
  shift
  if ! configured "$preset"; then
    rm -rf "$ROOT/build/$preset/CMakeCache.txt" "$ROOT/build/$preset/CMakeFiles"
    mkdir -p "$ROOT/build/$preset"
    (cd "$ROOT" && quietly "$ROOT/build/$preset.configure.log" cmake --preset "$preset") || return 1
    build_identity "$preset" >"$ROOT/build/$preset/.identity"
  fi
  quietly "$ROOT/build/$preset.build.log" ninja -C "$ROOT/build/$preset" -j2 "$@"
}

# build PRESET [TARGET…]: configures and builds what is outdated, silently unless it fails.
build() {
  with_lock "build-$1" build_unlocked "$@"
}
