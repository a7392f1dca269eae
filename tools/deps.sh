#!/bin/sh
# The one list of the Debian and Ubuntu packages that pourparler needs, and their installation.
#
#   tools/deps.sh [--list] GROUP...      groups: run build test fuzz docs
#
# Installs what is missing and nothing else; asks nothing; uses sudo only when not root. With
# --list it prints the packages of the groups and installs nothing. docs/dependencies.md gives the
# reason for each package.
set -eu

# The libraries, by their development packages: these have the same names on every release.
run='libyaml-dev libjansson-dev libutf8proc-dev libsodium-dev libgmp-dev libxml2-dev coinor-libclp-dev libmicrohttpd-dev libxlsxwriter-dev'
build="$run gcc libc6-dev cmake ninja-build pkgconf"
# The page: bundled by Node.js, with packages that npm fetches; without them all else is built.
build_optional='nodejs npm'
test="$build g++ libcmocka-dev python3 python3-yaml python3-jsonschema"
# Used where the release has them; what needs them is skipped, and says so, where it has not.
test_optional="$build_optional libcadical-dev mandoc chromium pandoc"
fuzz="$build clang llvm"
fuzz_optional='libclang-rt-14-dev libclang-rt-18-dev libclang-rt-19-dev'
docs='mandoc'

lock_wait_s=300

say() { printf '%s\n' "deps.sh: $*" >&2; }

usage() { sed -n '4p' "$0" | sed 's/^# *//' >&2; exit 2; }

is_installed() {
    case $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) in installed) return 0 ;; esac
    return 1
}

# Node.js from elsewhere brings npm with it.
is_at_hand() {
    case $1 in
    nodejs) command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ;;
    npm) command -v npm >/dev/null 2>&1 ;;
    *) return 1 ;;
    esac
}

is_known() { [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]; }

missing_of() {
    for package in "$@"; do
        if ! is_installed "$package" && ! is_at_hand "$package"; then printf '%s ' "$package"; fi
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else
        say "these packages are missing: $missing"
        say 'installing them needs root, or sudo, and neither is at hand. As root:'
        say "  apt-get install --no-install-recommends $missing"
        exit 1
    fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o "DPkg::Lock::Timeout=$lock_wait_s" "$@" </dev/null
}

list_only=no
wanted='' optional=''
for argument in "$@"; do
    case $argument in
    --list) list_only=yes ;;
    run) wanted="$wanted $run" ;;
    build) wanted="$wanted $build" optional="$optional $build_optional" ;;
    test) wanted="$wanted $test" optional="$optional $test_optional" ;;
    fuzz) wanted="$wanted $fuzz" optional="$optional $fuzz_optional" ;;
    docs) wanted="$wanted $docs" ;;
    *) usage ;;
    esac
done
[ $# -gt 0 ] || usage
# shellcheck disable=SC2086 # a list of words, from here on
wanted=$(printf '%s\n' $wanted | sort -u | tr '\n' ' ')
if [ "$list_only" = yes ]; then
    # shellcheck disable=SC2086
    printf '%s\n' $wanted $optional | sort -u
    exit 0
fi

if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    say 'not a Debian or Ubuntu system; nothing is installed. Needed, by their Debian names:'
    say "  $wanted"
    exit 0
fi

# shellcheck disable=SC2086
missing=$(missing_of $wanted)
# shellcheck disable=SC2086
missing_optional=$(missing_of $optional)
[ -n "$missing$missing_optional" ] || exit 0

# Optional packages alone are no reason to stop: without root or sudo they stay away.
if [ -z "$missing" ] && [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then exit 0; fi

if [ -n "$missing" ]; then
    say "installing: $missing"
    apt_get update >&2 || say 'apt-get update failed; trying with the package lists at hand'
    # shellcheck disable=SC2086
    apt_get install --no-install-recommends $missing >&2
fi
for package in $missing_optional; do
    if is_known "$package"; then
        apt_get install --no-install-recommends "$package" >&2 || say "going on without $package"
    fi
done
