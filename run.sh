#!/usr/bin/env bash
# Sets everything up, then serves the site: builds the program, obtains the official releases (a directory, else the
# publishers, else the small starter data), compiles the book, starts. Whatever is up to date is not done again.
#
#   ./run.sh [--offline] [--port N] [--accept ama,ada,nubc] [--from DIR] [--prepare]
#
#   --offline   never use the network: the starter book, unless --from names releases
#   --accept    licences you hold or accept (remembered; also CODINGAHEAD_ACCEPT)
#   --port N    default 5080                 --from DIR  releases (also CODINGAHEAD_RELEASES, ./releases, ../shared/releases)
#   --prepare   set up, do not serve
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}" 2>/dev/null || echo "${BASH_SOURCE[0]}")")" && pwd)
cache=$root/.cache
book=${CODINGAHEAD_BOOK:-$cache/codingahead.book}
port=5080 offline=false serve=true accept=${CODINGAHEAD_ACCEPT:-} from=${CODINGAHEAD_RELEASES:-}

usage() { echo "run.sh: $1. Usage: ./run.sh [--offline] [--port N] [--accept ama,ada,nubc] [--from DIR] [--prepare]" >&2; exit 2; }
say() { echo "$*" >&2; }

while (($#)); do
    case $1 in
        --offline) offline=true ;;
        --prepare) serve=false ;;
        --port) port=${2:-}; [[ $port =~ ^[0-9]{1,5}$ ]] && ((10#$port >= 1 && 10#$port <= 65535)) || usage "--port takes a number from 1 to 65535"; shift ;;
        --accept) accept=${2:-}; [[ $accept =~ ^((ama|ada|nubc|none)(,|$))+$ ]] || usage "--accept takes ama, ada, nubc or none"; shift ;;
        --from) from=${2:-}; [[ -d $from ]] || usage "--from takes a directory that exists"; shift ;;
        -h|--help) sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) usage "unknown option '$1'" ;;
    esac
    shift
done
mkdir -p "$cache"

# --- the program -------------------------------------------------------------------------------------------------

site=$cache/site/CodingAhead.Site.dll
cli=$cache/site-cli/codingahead.dll
built=$cache/run.stamp

newer_sources() {
    find "$root/src" "$root/data" "$root"/Directory.*.props "$root/global.json" $([[ -d $root/content ]] && echo "$root/content") \
        -name bin -prune -o -name obj -prune -o -type f -newer "$built" -print -quit
}

if ! command -v dotnet >/dev/null; then
    say "The .NET 10 SDK is needed and 'dotnet' is not on the PATH. See https://dotnet.microsoft.com/download/dotnet/10.0"
    exit 3
fi
if [[ ! -f $built || ! -f $site || ! -f $cli || -n $(newer_sources) ]]; then
    if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
        say "The .NET 10 SDK is needed; this machine has: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' -). See https://dotnet.microsoft.com/download/dotnet/10.0"
        exit 3
    fi
    touch "$built.new"
    publish() {
        say "Building $1 …"
        (cd "$root" && dotnet publish "src/$1/$1.csproj" -c Release --nologo -v quiet -p:PublishAot=false -o "$2") >"$cache/build.log" 2>&1 && return
        grep -E 'error' "$cache/build.log" | sort -u | head -20 >&2 || tail -20 "$cache/build.log" >&2
        say "The build failed; all of it is in $cache/build.log"
        exit 1
    }
    publish Cli "$cache/site-cli"
    publish Site "$cache/site"
    mv "$built.new" "$built"
fi

# --- the releases ------------------------------------------------------------------------------------------------

# An answer once given is remembered; nobody asked means none accepted.
if [[ -z $accept && -f $cache/accepted ]]; then accept=$(<"$cache/accepted"); fi
if [[ -z $accept && -t 0 && -t 2 ]]; then
    say "CPT codes and descriptors are © American Medical Association, dental ones © American Dental Association, revenue codes © NUBC."
    read -r -p "Which licences do you hold or accept (ama,ada,nubc; empty for none)? " accept || true
    accept=${accept:-none}
fi
if [[ -n $accept ]]; then
    [[ $accept =~ ^((ama|ada|nubc|none)(,|$))+$ ]] || usage "'$accept' is not a list of ama, ada, nubc"
    echo "$accept" >"$cache/accepted"
fi
accept=${accept:-none}

has_files() { [[ -d $1 && -n $(find "$1" -type f -print -quit) ]]; }
reachable() {
    # Behind a proxy only the download itself can tell.
    [[ -n ${HTTPS_PROXY:-}${https_proxy:-}${ALL_PROXY:-}${all_proxy:-} ]] && return
    timeout 4 bash -c 'exec 3<>/dev/tcp/www.cms.gov/443' 2>/dev/null
}

if [[ -z $from ]] && ! $offline; then
    for candidate in "$root/releases" "$root/../shared/releases"; do
        if has_files "$candidate"; then from=$(cd "$candidate" && pwd); break; fi
    done
fi
# Publishers that were not there an hour ago are not waited for at every start.
if [[ -z $from ]] && ! $offline && [[ -z $(find "$cache/pull.tried" -mmin -60 2>/dev/null) ]]; then
    touch "$cache/pull.tried"
    if reachable; then
        say "Fetching the official releases from their publishers …"
        dotnet "$cli" book pull --to "$root/releases" --accept "$accept" || say "Not every release could be fetched; going on with what there is."
        if has_files "$root/releases"; then from=$root/releases; fi
    else
        say "The publishers cannot be reached: using the starter data."
    fi
fi

# --- the book ----------------------------------------------------------------------------------------------------

# What the book follows from: names, sizes and times of the releases, the program that reads them, the licences.
fingerprint() {
    {
        echo "$accept $from"
        cat "$cache/site-cli/CodingAhead.Codes.dll" "$cache/site-cli/CodingAhead.Text.dll" | sha256sum
        if [[ -n $from ]]; then (cd "$from" && find -L . -type f -printf '%p %s %T@\n' 2>/dev/null || ls -lnR "$from") | LC_ALL=C sort; fi
    } | sha256sum | cut -d' ' -f1
}

# The starter book has a place of its own, so that going offline and back builds nothing again.
[[ -n $from || -n ${CODINGAHEAD_BOOK:-} ]] || book=$cache/starter.book
stamp=${book%.book}.stamp
wanted=$(fingerprint)
if [[ ! -f $book || ! -f $stamp || $(<"$stamp") != "$wanted" ]]; then
    if [[ -n $from ]]; then say "Compiling the book from $from …"; else say "Compiling the starter book …"; fi
    source_option=(--starter)
    if [[ -n $from ]]; then source_option=(--from "$from"); fi
    status=0
    dotnet "$cli" book build "${source_option[@]}" --out "$book" --accept "$accept" >"$cache/book.log" || status=$?
    # 1: some releases were refused (the build has named them) and left out.
    if ((status > 1)) || [[ ! -f $book ]]; then say "The book could not be built."; exit 3; fi
    tail -n 2 "$cache/book.log" >&2
    echo "$wanted" >"$stamp"
fi

# --- the site ----------------------------------------------------------------------------------------------------

$serve || exit 0
say "http://127.0.0.1:$port"
export CODINGAHEAD_BOOK=$book CODINGAHEAD_CACHE=${CODINGAHEAD_CACHE:-$cache}
cd "$cache/site"
exec dotnet "$site" --urls "http://127.0.0.1:$port"
