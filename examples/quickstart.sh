#!/bin/sh
# The first run, on a bare machine with git and a shell: builds the library for C, Python and Lua, asks all three the
# same questions, and sorts the statuses of an access log. Usage: sh examples/quickstart.sh [LOG]
set -eu

log=${1:-}
truth=
if [ -n "$log" ]; then
  [ -r "$log" ] || { echo "$0: cannot read $log" >&2; exit 2; }
  log=$(cd "$(dirname "$log")" && pwd)/$(basename "$log")
fi
cd "$(dirname "$0")/.."

. tests/need.sh
need gcc libc6-dev make cmake pkg-config lua5.4 liblua5.4-dev python3 python3-dev python3-venv

build=${HTTPSTATUS_QUICKSTART_DIR:-build/quickstart}
mkdir -p "$build"

# Runs a command and shows what it said only if it fails.
quietly() {
  "$@" >"$build/output.txt" 2>&1 || { cat "$build/output.txt" >&2; echo "$0: failed: $*" >&2; exit 1; }
}

echo "Building the C library, its examples and the Lua module in $build ..."
quietly cmake -S . -B "$build/cmake" -DCMAKE_BUILD_TYPE=Release
quietly cmake --build "$build/cmake"
echo "Installing the Python package into $build/venv ..."
quietly python3 -m venv "$build/venv"
quietly "$build/venv/bin/pip" install --disable-pip-version-check .

in_c() { program=$1; shift; "$build/cmake/examples/c/$program" "$@"; }
in_python() { program=$1; shift; "$build/venv/bin/python" "examples/python/$program.py" "$@"; }
in_lua() { program=$1; shift; LUA_CPATH="$build/cmake/bindings/lua/?.so" lua5.4 "examples/lua/$program.lua" "$@"; }

echo
echo "The same questions to C, Python and Lua:"
for code in 200 103 404 418 421 499 523 299 999; do
  echo
  in_c show "$code" | sed 's/^/  C       /'
  in_python show "$code" | sed 's/^/  Python  /'
  in_lua show "$code" | sed 's/^/  Lua     /'
done

# A log that is made with what real logs hold, and its truth: how often each status occurs in it.
if [ -z "$log" ]; then
  log=$build/made.log
  python3 tests/bench/make_log.py "$log" --megabytes 1
  truth=$log.json
fi

echo
echo "The statuses in $log:"
in_c triage "$log" | tee "$build/c.txt"
in_python triage "$log" >"$build/python.txt"
in_lua triage "$log" >"$build/lua.txt"
for other in python lua; do
  cmp "$build/c.txt" "$build/$other.txt" || { echo "$0: C and $other disagree" >&2; exit 1; }
done
echo "C, Python and Lua agree on it."

if [ -n "$truth" ]; then
  "$build/venv/bin/python" -c '
import httpstatus, json, sys
truth = json.load(open(sys.argv[2]))
found = httpstatus.tally(sys.argv[1]).to_dict()
wrong = [name for name in truth if found[name] != truth[name]]
print("The log was made, so the truth is known:", f"wrong are {wrong}." if wrong else "every number above is right.")
sys.exit(bool(wrong))' "$log" "$truth"
fi
