#!/bin/sh
# Installs what is missing, builds the program, and asks it the main question about a shipped case.
# The build's own words go to build/demo/build.log, and are shown when it fails.
set -eu
cd "$(dirname "$0")"

folder=build/demo
program=$folder/bin/pourparler
case_file=cases/ukraine-2025/case.yaml
log=$folder/build.log
brief=$folder/ukraine-2025.html

build() {
    cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF \
        -DCMAKE_RUNTIME_OUTPUT_DIRECTORY="$PWD/$folder/bin" &&
        cmake --build "$folder" --target pourparler_command
}

ask() {
    printf '\n$ pourparler'
    printf ' %s' "$@"
    printf '\n\n'
    "$program" "$@"
}

mkdir -p "$folder"
echo 'Installing what is missing ...'
if ! tools/deps.sh build >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
echo 'Building pourparler ...'
if ! build >>"$log" 2>&1; then
    cat "$log" >&2
    echo "demo.sh: the build failed; its log is $log" >&2
    exit 1
fi

ask zone "$case_file"
ask zone "$case_file" --table russia,us

if "$program" report "$case_file" -o "$brief" --force --quiet 2>>"$log"; then
    cat <<END

The whole analysis, each position one click from the words behind it, to open in any browser:
  $PWD/$brief
END
else
    printf '\nThe page was left out of this build (%s says why); in its place:\n' "$log"
    "$program" report "$case_file" -o "$folder/ukraine-2025.md" --force --quiet
    printf '  %s\n' "$PWD/$folder/ukraine-2025.md"
fi

cat <<END

The program is $program. To go on:
  $program show $case_file
  $program zone $case_file --drop russia-recognition
  $program judge $case_file territory=frozen,nato-membership=open,ukraine-seat=yes
  $program zone cases/camp-david-1978/case.yaml
  $program --help
What the case rests on stands in cases/ukraine-2025/README.md; the other cases are listed in
cases/README.md. ./test.sh runs the tests.
END
