#!/bin/sh
# test.sh BUILD_FOLDER LIBDIR COMPILER: installs the build into a folder of its own, moves that
# folder (an installed tree names no absolute place), and builds and runs consumer.c against it by
# pkg-config and by find_package. Without this, what users link could be broken while every other
# test, which uses the build's own folders, passes.
set -eu
build=$1 libdir=$2 compiler=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >"$work/log" || { cat "$work/log"; exit 1; }
mv "$work/first" "$work/installed"
prefix=$work/installed

for file in LICENSE README.md CHANGELOG.md VERSIONING.md; do
    find "$prefix/share/doc" -name "$file" | grep -q . || { echo "$file is not installed"; exit 1; }
done

# Each header alone, from where it is installed, with nothing else in sight.
(cd "$prefix/include" && find pourparler -name '*.h') | while read -r header; do
    printf '#include <%s>\ntypedef int pp_not_empty;\n' "$header" >"$work/alone.c"
    "$compiler" -std=c17 -Wall -Wextra -Wpedantic -Werror -I"$prefix/include" -fsyntax-only \
        "$work/alone.c"
done

PKG_CONFIG_PATH=$prefix/$libdir/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # flags are words
"$compiler" -std=c17 -o "$work/by-pkg-config" "$here/consumer.c" \
    $(pkg-config --cflags --libs pourparler)
by_pkg_config=$(LD_LIBRARY_PATH=$prefix/$libdir "$work/by-pkg-config")

cmake -S "$here" -B "$work/by-cmake" -G Ninja -DCMAKE_C_COMPILER="$compiler" \
    -DCMAKE_PREFIX_PATH="$prefix" >"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/by-cmake" >"$work/log" || { cat "$work/log"; exit 1; }
by_cmake=$("$work/by-cmake/consumer")

version=$(pkg-config --modversion pourparler)
echo "by pkg-config: $by_pkg_config; by find_package: $by_cmake"
case $by_pkg_config in "$version "?*) ;; *) echo "expected version $version"; exit 1 ;; esac
[ "$by_pkg_config" = "$by_cmake" ]

# The command finds the library in the moved tree, without being told where it is; each of its
# commands has a manual page that a formatter takes without a word, and shells their completions.
if [ -x "$prefix/bin/pourparler" ]; then
    env -u LD_LIBRARY_PATH "$prefix/bin/pourparler" --version
    for name in pourparler pourparler-check pourparler-show pourparler-zone pourparler-judge \
        pourparler-methods; do
        page=$prefix/share/man/man1/$name.1
        [ -s "$page" ] || { echo "$page is not installed"; exit 1; }
        if command -v mandoc >/dev/null; then
            mandoc -Tlint -Werror "$page"
        fi
        if command -v groff >/dev/null; then
            said=$(groff -man -Tutf8 -ww "$page" 2>&1 >/dev/null)
            [ -z "$said" ] || { echo "$page: $said"; exit 1; }
        fi
    done
    for file in bash-completion/completions/pourparler zsh/site-functions/_pourparler \
        fish/vendor_completions.d/pourparler.fish; do
        [ -s "$prefix/share/$file" ] || { echo "$file is not installed"; exit 1; }
    done
    if command -v bash >/dev/null; then
        bash -n "$prefix/share/bash-completion/completions/pourparler"
    fi
fi
