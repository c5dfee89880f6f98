#!/bin/sh
# Runs every test: once plain and once under the address and undefined behaviour sanitizers, C and Lua under valgrind
# too, and prints on its last line how many ran. Usage: sh tests/run.sh
#
# HTTPSTATUS_WORK=DIR keeps the builds in DIR, so that the next run is quicker.
set -eu
cd "$(dirname "$0")/.."

. tests/need.sh
need gcc g++ libc6-dev make cmake pkg-config git libcmocka-dev libcurl4-openssl-dev valgrind \
  lua5.4 liblua5.4-dev lua5.1 liblua5.1-0-dev lua5.3 liblua5.3-dev luajit libluajit-5.1-dev luarocks lua-socket \
  python3 python3-dev python3-venv swig bash zsh fish man-db

if [ -n "${HTTPSTATUS_WORK:-}" ]; then
  work=$HTTPSTATUS_WORK
  mkdir -p "$work"
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
export PYTHONDONTWRITEBYTECODE=1
passed=0 failed=0 skipped=0

say() { printf '\n== %s\n' "$*"; }

# Runs a command, shows what it prints, and adds the numbers of its closing line to the count.
count() {
  status=0
  "$@" >"$work/output.txt" 2>&1 || status=$?
  cat "$work/output.txt"
  eval "$(awk '
    /^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+/ { p += $9 - $4; f += $4 }  # ctest
    /^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 }                                # Lua
    / in [0-9.]+s( .*)?$/ {                                                              # pytest
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed/) p += $(i - 1)
        if ($i ~ /^(failed|errors?)/) f += $(i - 1)
        if ($i ~ /^skipped/) s += $(i - 1)
      }
    }
    END { printf "p=%d f=%d s=%d", p, f, s }' "$work/output.txt")"
  [ "$status" = 0 ] || [ "$f" -gt 0 ] || f=1
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# Runs a command that is one check by itself.
check() {
  echo "$*"
  if "$@" >"$work/output.txt" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    cat "$work/output.txt"
  fi
}

configure() {
  directory=$1
  shift
  cmake -S . -B "$directory" -DHTTPSTATUS_TESTS=ON -DHTTPSTATUS_WERROR=ON "$@" >"$work/cmake.txt" &&
    cmake --build "$directory" -j2 >"$work/cmake.txt" 2>&1 || { cat "$work/cmake.txt"; exit 1; }
}

say "C and Lua 5.4"
configure "$work/plain"
count ctest --test-dir "$work/plain" --output-on-failure

say "Python, parity, conformance"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ".[test,clients]"
export HTTPSTATUS_BUILD="$work/plain"
count "$work/venv/bin/python" -m pytest -q

say "C and Lua 5.4 under the sanitizers"
configure "$work/sanitized" -DHTTPSTATUS_SANITIZE=ON
count ctest --test-dir "$work/sanitized" --output-on-failure

say "Python under the sanitizers"
CFLAGS="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" \
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --upgrade --target "$work/sanitized/python" .
# Python itself never frees some of what it makes at start, so leaks are the business of a test of our own.
count env LD_PRELOAD="$(gcc -print-file-name=libasan.so)" ASAN_OPTIONS=detect_leaks=0 PYTHONMALLOC=malloc \
  PYTHONPATH="$work/sanitized/python" HTTPSTATUS_BUILD="$work/sanitized" \
  "$work/venv/bin/python" -m pytest -q tests/python tests/parity -k "not stub"

say "C with threads under the thread sanitizer"
configure "$work/threads" -DHTTPSTATUS_SANITIZE_THREADS=ON -DHTTPSTATUS_LUA=OFF -DHTTPSTATUS_EXAMPLES=OFF
count ctest --test-dir "$work/threads" --output-on-failure -R threads

say "C and Lua 5.4 under valgrind, and Lua with the collector always at work"
valgrind() { command valgrind -q --error-exitcode=1 --leak-check=full --errors-for-leak-kinds=definite "$@"; }
for test in "$work"/plain/tests/test_*; do
  check valgrind "$test"
done
export LUA_CPATH="$work/plain/bindings/lua/?.so"
check valgrind lua5.4 tests/lua/test_httpstatus.lua
count lua5.4 tests/lua/test_httpstatus.lua gc
unset LUA_CPATH

for lua in 5.1 5.3 jit; do
  say "Lua $lua"
  configure "$work/lua$lua" -DHTTPSTATUS_LUA_VERSION=$lua -DHTTPSTATUS_EXAMPLES=OFF
  count ctest --test-dir "$work/lua$lua" --output-on-failure -R lua
done

say "The first run"
check env HTTPSTATUS_QUICKSTART_DIR="$work/quickstart" sh examples/quickstart.sh
tail -n 25 "$work/output.txt"

if [ -n "$(git status --porcelain 2>/dev/null)" ] && [ -n "${CI:-}" ]; then
  echo "The work tree is not clean:"
  git status --short
  failed=$((failed + 1))
fi

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
