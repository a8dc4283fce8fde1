#!/usr/bin/env bash
# Runs every test project. The last line is the sum: N passed, M failed (and K skipped, when any were).
# Browser tests need Chromium: installed from the distribution when missing and permitted. With CI=true a skip is a failure.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}" 2>/dev/null || echo "${BASH_SOURCE[0]}")")" && pwd)
cd "$root"

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "The .NET 10 SDK is needed; see https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 3
fi
if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing chromium for the browser tests …" >&2
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium) >/dev/null 2>&1 \
        || echo "chromium could not be installed: browser tests will be skipped." >&2
fi

log=$(mktemp)
folder=$(mktemp -d)
trap 'rm -rf "$log" "$folder"' EXIT
status=0
# Several projects ask the book of the whole mirror: it is built once for all of them.
mirror=${CODINGAHEAD_RELEASES:-$root/../shared/releases}
if [[ -d $mirror && -z ${CODINGAHEAD_TEST_BOOK:-} ]]; then
    dotnet build -v quiet 2>&1 | tee "$log" || status=$?
    book=$folder/mirror.book
    ((status == 0)) && dotnet src/Cli/bin/Debug/net10.0/codingahead.dll book build --from "$mirror" --out "$book" --accept none >"$folder/book.log" 2>&1 && export CODINGAHEAD_TEST_BOOK=$book
fi
# Exit code 8 of a test program says that it has no tests (yet).
((status != 0)) || dotnet test --ignore-exit-code 8 "$@" 2>&1 | tee "$log" || status=$?

count() { awk -v name="$1:" '$1 == name { n += $2 } END { print n + 0 }' "$log"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if ((status != 0 && failed == 0)); then
    echo "The tests could not all be built or run."
    failed=1
fi
sum="$passed passed, $failed failed"
if ((skipped > 0)); then sum+=", $skipped skipped"; fi
if [[ ${CI:-} == true ]] && ((skipped > 0)); then
    echo "In continuous integration a skipped test is a failure."
    status=1
fi
echo "$sum"
((status == 0 && failed == 0))
