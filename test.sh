#!/bin/sh
# Installs what is missing, builds, and runs every test: first as it is, then the unit tests, the
# golden tests and the replayed fuzz corpus under the address and undefined-behaviour sanitizers,
# and the tests with threads under the thread sanitizer.
#
#   ./test.sh [--quick]      --quick: without the sanitizers
#
# With CI set, warnings are errors. The last line is `N passed, M failed`; the exit is 1 when one
# failed. A build that fails counts as one failure.
set -eu
cd "$(dirname "$0")"

quick=no
for argument in "$@"; do
    case $argument in
    --quick) quick=yes ;;
    *) sed -n '6p' "$0" | sed 's/^# *//' >&2; exit 2 ;;
    esac
done

jobs=$(nproc 2>/dev/null || echo 2)
werror=OFF
if [ -n "${CI:-}" ]; then werror=ON; fi
passed=0 failed=0 skipped=0

# add_results FOLDER: what the last run of ctest there found. A test whose program is missing counts
# as failed, as ctest has it, though its report calls it skipped.
add_results() {
    report=$1/results.xml failures=$1/Testing/Temporary/LastTestsFailed.log
    total=0 bad=0 out=0
    if [ -f "$report" ]; then
        total=$(grep -c '<testcase ' "$report" || true)
        out=$(grep -c '<skipped message="SKIP_' "$report" || true)
    fi
    if [ -f "$failures" ]; then bad=$(grep -c . "$failures" || true); fi
    passed=$((passed + total - bad - out))
    failed=$((failed + bad))
    skipped=$((skipped + out))
}

# build FOLDER TARGET OPTION...: quiet, unless it fails; PP_WERROR is the same in each.
build() {
    folder=$1 target=$2
    shift 2
    printf '\n== building %s\n' "$folder"
    mkdir -p "$folder"
    if cmake -S . -B "$folder" -G Ninja -DBUILD_TESTING=ON -DPP_WERROR=$werror "$@" \
        >"$folder/build.log" 2>&1 &&
        cmake --build "$folder" --target "$target" --parallel "$jobs" >>"$folder/build.log" 2>&1
    then
        # Warnings are worth seeing even where they are no errors.
        grep -F 'warning:' "$folder/build.log" || true
        return 0
    fi
    cat "$folder/build.log"
    echo "test.sh: the build failed; its log is $folder/build.log"
    failed=$((failed + 1))
    return 1
}

# run_tests FOLDER CTEST-OPTION...
run_tests() {
    folder=$1
    shift
    printf '\n== tests in %s\n' "$folder"
    rm -f "$folder/results.xml" "$folder/Testing/Temporary/LastTestsFailed.log"
    status=0
    $launcher ctest --test-dir "$folder" -j "$jobs" --output-on-failure --timeout 900 \
        --output-junit "$PWD/$folder/results.xml" "$@" || status=$?
    before=$failed
    add_results "$folder"
    # ctest may fail in ways that no test bears, such as finding none.
    if [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then failed=$((failed + 1)); fi
}

# The thread sanitizer of older compilers does not bear the address layout of newer kernels. Sets
# `launcher` to what makes it run here; fails where nothing does.
find_tsan_launcher() {
    printf 'int main(void) { return 0; }\n' >build/tsan/probe.c
    cc -fsanitize=thread -o build/tsan/probe build/tsan/probe.c 2>/dev/null || return 1
    for launcher in '' "setarch $(uname -m) -R"; do
        if $launcher build/tsan/probe >/dev/null 2>&1; then return 0; fi
    done
    launcher=
    return 1
}

launcher=
if ! tools/deps.sh build test; then
    echo 'test.sh: what is needed could not be installed'
    echo '0 passed, 1 failed'
    exit 1
fi

if build build/test all -DCMAKE_BUILD_TYPE=Debug; then
    run_tests build/test --no-tests=error
fi

if [ "$quick" = no ]; then
    # What the sanitizers do not look for unless told.
    ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
    UBSAN_OPTIONS=print_stacktrace=1
    TSAN_OPTIONS=halt_on_error=1
    export ASAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS
    # Sanitizers make GCC warn of what is not there: the first build is the one that must be clean.
    if build build/asan all -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS=-O1 -DPP_WERROR=OFF \
        -DPP_SANITIZE=address,undefined; then
        run_tests build/asan -L '^(unit|golden|fuzz)$' --no-tests=error
    fi
    mkdir -p build/tsan
    if ! find_tsan_launcher; then
        printf '\n== the thread sanitizer does not run on this machine; its tests are skipped\n'
    elif build build/tsan tests_with_threads -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS=-O1 -DPP_WERROR=OFF \
        -DPP_SANITIZE=thread; then
        run_tests build/tsan -L '^threads$'
    fi
fi

printf '\n'
if [ "$skipped" -gt 0 ]; then echo "$skipped skipped, listed by ctest above"; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
