# Sourced by scripts that must run on a bare machine: need PACKAGE... installs Debian packages that are missing. Root
# may install; anybody else is told the exact command, and the script ends with 2.

need() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return
  if ! command -v apt-get >/dev/null; then
    echo "$0: needs a system with apt-get, or these Debian packages by their names elsewhere:$missing" >&2
    exit 2
  fi
  if [ "$(id -u)" != 0 ]; then
    echo "$0: some packages are missing; install them with" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 2
  fi
  echo "$0: installing$missing"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } \
    >"${TMPDIR:-/tmp}/httpstatus-apt.log" 2>&1 || {
    cat "${TMPDIR:-/tmp}/httpstatus-apt.log" >&2
    echo "$0: apt-get could not install$missing" >&2
    exit 2
  }
}
