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

# Objects compiled elsewhere on this machine are found again, whatever folder they were compiled in.
export CCACHE_BASEDIR="$ROOT" CCACHE_NOHASHDIR=1

# folder_of PRESET: the WebAssembly tests share the objects of the module.
folder_of() {
  case $1 in
    wasm-test) printf '%s\n' "$ROOT/build/wasm" ;;
    *) printf '%s\n' "$ROOT/build/$1" ;;
  esac
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
  local folder
  folder=$(folder_of "$1")
  [ -f "$folder/build.ninja" ] &&
    [ "$(cat "$folder/.identity-$1" 2>/dev/null)" = "$(build_identity "$1")" ]
}

build_unlocked() {
  local preset=$1 folder log="$ROOT/build/$1"
  shift
  folder=$(folder_of "$preset")
  if ! configured "$preset"; then
    if [ -n "$(find "$folder" -maxdepth 1 -name '.identity-*' -print -quit 2>/dev/null)" ] &&
      [ "$(cat "$folder"/.identity-* | sort -u)" != "$(build_identity "$preset")" ]; then
      rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles" "$folder"/.identity-*
    fi
    mkdir -p "$folder"
    (cd "$ROOT" && quietly "$log.configure.log" cmake --preset "$preset") || return 1
    build_identity "$preset" >"$folder/.identity-$preset"
  fi
  case $preset in
    wasm) [ $# -gt 0 ] || set -- crossfoot_wasm crossfoot_wasm_pricing crossfoot_wasm2js ;;
    wasm-test) set -- crossfoot_tests ;;
  esac
  quietly "$log.build.log" ninja -C "$folder" -j2 "$@"
}

# build PRESET [TARGET…]: configures and builds what is outdated, silently unless it fails.
build() {
  with_lock "build-$(basename "$(folder_of "$1")")" build_unlocked "$@"
}
