#!/bin/sh
# The first run, on a bare machine with git and a shell: builds the library for C, Python and Lua, asks all three the
# same questions, and sorts the statuses of an access log. Usage: sh examples/quickstart.sh [LOG]
set -eu

log=${1:-}
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

# A sample log: a few hundred lines with the usual statuses, and some of what real logs hold besides.
sample_log() {
  awk 'BEGIN {
    n = split("200 200 200 200 200 200 304 304 301 302 404 404 403 206 500 502 503 504 499 429 522 -", status, " ")
    for (i = 0; i < 500; i++) {
      printf "192.0.2.%d - - [24/Nov/2026:10:%02d:%02d +0000] \"GET /page/%d HTTP/1.1\" %s %d \"-\" \"sample/1.0\"\n",
        i % 250 + 1, i / 60, i % 60, i, status[i * 7 % n + 1], i * 13 % 9000
    }
    print "192.0.2.9 - - [24/Nov/2026:10:09:00 +0000] \"GET /say?q=\\\"404 500\\\" HTTP/1.1\" 200 12 \"-\" \"sample/1.0\""
    print "192.0.2.9 - - [24/Nov/2026:10:09:01 +0000] \"\\x16\\x03\\x01\" 400 157 \"-\" \"-\""
    print "a line that was cut sho"
  }'
}

if [ -z "$log" ]; then
  log=$build/sample.log
  sample_log >"$log"
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
