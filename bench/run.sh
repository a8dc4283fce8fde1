#!/usr/bin/env bash
# Prints the figures of the README's speed table, with baselines measured in the same run. Nothing else should run on the machine.
#   bench/run.sh [RELEASES]      needs wrk for the last part (the distribution's package)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
releases=${1:-${CODINGAHEAD_RELEASES:-../shared/releases}}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet build -c Release -v quiet bench >/dev/null
bench=bench/bin/Release/net10.0/CodingAhead.Bench
echo "== build"
"$bench" build "$releases"
./codingahead book build --from "$releases" --out "$work/bench.book" --accept ama,ada,nubc >/dev/null
echo "== search"
"$bench" search "$work/bench.book"

echo "== claims"
"$bench" claims "$work/bench.book"
"$bench" claims "$work/bench.book" "$work/claims.jsonl"

notes=${CODINGAHEAD_NOTES:-../shared/corpora/notes/mtsamples.jsonl}
if [[ -e $notes ]]; then
    echo "== detect"
    "$bench" detect "$work/bench.book" "$notes"
fi
phi=${CODINGAHEAD_PHI:-../shared/corpora/phi/mts-phi-dev.jsonl}
if [[ -e $phi ]]; then
    echo "== redact"
    "$bench" redact "$phi"
fi

echo "== command line, whole process (median of 21)"
for command in "show 64635 --on 2025-10-15" "find lumbar facet ablation --on 2025-10-15"; do
    for _ in $(seq 21); do
        start=$(date +%s%N)
        # shellcheck disable=SC2086
        ./.cache/native/codingahead $command --book "$work/bench.book" >/dev/null
        echo $((($(date +%s%N) - start) / 100000))
    done | sort -n | awk -v c="$command" '{t[NR]=$1} END{printf "codingahead %s: %.1f ms\n", c, t[11]/10}'
done

command -v wrk >/dev/null || { echo "wrk is not installed: the site was not measured."; exit 0; }
echo "== site, wrk on the same machine, every request another path"
dotnet publish -c Release -v quiet src/Site -o "$work/site" >/dev/null
dotnet "$work/site/CodingAhead.Site.dll" --urls http://127.0.0.1:5097 --book "$work/bench.book" >"$work/site.log" 2>&1 &
for _ in $(seq 100); do curl -sf -o /dev/null http://127.0.0.1:5097/health && break; sleep 0.1; done
for set in cpt hcpcs icd10cm; do
    ./codingahead find "$([[ $set == icd10cm ]] && echo E08-M99 || { [[ $set == cpt ]] && echo 10000-69999 || echo A0000-V9999; })" --set $set --top 400 --json --on 2025-10-15 --book "$work/bench.book" \
        | grep -o '"code": "[^"]*"' | cut -d'"' -f4 | sed "s|.*|/codes/$set/&?on=2025-10-15|"
done >"$work/pages"
for word in diabetes fracture "acute pain" asthma "left knee" injection "blood test" wheelchair "office visit" sepsis "heart failure" hypertension; do
    for other in chronic unspecified right acute initial "without complication" bilateral recurrent primary; do
        echo "/api/search?q=${word// /+}+${other// /+}&on=2025-10-15"
    done
done >"$work/searches"
# Beginnings of titles, as somebody types them: all different, for the door that answers each for the first time.
for from in A B C D E F G H I J K L M N O Q R S T V Z; do
    curl -sg "http://127.0.0.1:5097/api/codes/icd10cm?from=$from&limit=1000&on=2025-10-15&active=true&billable=true" | grep -o '"title":"[^"]*"' | cut -d'"' -f4
done | awk '{ for (w = 1; w <= NF && w <= 6; w++) { t = $w; for (i = w + 1; i <= NF && i < w + 3; i++) t = t "+" $i; for (n = 3; n <= length(t); n += 3) print substr(t, 1, n) } }' \
    | grep -E '^[A-Za-z+]+$' | awk '!seen[$0]++' | awk '{ print (NR * 7919) % 1000003, $0 }' | sort -n | cut -d' ' -f2 >"$work/typed"
sed 's|^|/fhir/ValueSet/$expand?url=http://hl7.org/fhir/sid/icd-10-cm?fhir_vs\&count=10\&date=2025-10-15\&filter=|' "$work/typed" >"$work/expand"
sed 's|^|/api/icd10cm/v3/search?on=2025-10-15\&terms=|' "$work/typed" >"$work/nlm"
for what in expand nlm; do
    head -3000 "$work/$what" >"$work/$what-kept"
    echo "$what, each for the first time ($(wc -l <"$work/$what") different paths):"
    PATHS=$work/$what-kept wrk -t1 -c32 -d3s -s bench/web.lua http://127.0.0.1:5097 >/dev/null
    PATHS=$work/$what wrk -t1 -c32 -d5s --latency -s bench/web.lua http://127.0.0.1:5097 | grep -E '50%|99%|Requests/sec|Non-2xx' | sed 's/^ */  /'
    PATHS=$work/$what-kept wrk -t1 -c32 -d3s -s bench/web.lua http://127.0.0.1:5097 >/dev/null
    echo "$what, kept (3000 different paths):"
    PATHS=$work/$what-kept wrk -t1 -c32 -d5s --latency -s bench/web.lua http://127.0.0.1:5097 | grep -E '50%|99%|Requests/sec|Non-2xx' | sed 's/^ */  /'
done
for what in pages searches; do
    PATHS=$work/$what wrk -t1 -c32 -d3s -s bench/web.lua http://127.0.0.1:5097 >/dev/null
    echo "$what ($(wc -l <"$work/$what") different paths):"
    PATHS=$work/$what wrk -t1 -c32 -d10s --latency -s bench/web.lua http://127.0.0.1:5097 | grep -E '50%|99%|Requests/sec|Non-2xx' | sed 's/^ */  /'
done
for door in check price; do
    echo "claims, POST /api/claims/$door ($(wc -l <"$work/claims.jsonl") different claims of five lines):"
    CLAIMS=$work/claims.jsonl DOOR=/api/claims/$door wrk -t1 -c32 -d5s -s bench/claims.lua http://127.0.0.1:5097 >/dev/null
    CLAIMS=$work/claims.jsonl DOOR=/api/claims/$door wrk -t1 -c32 -d10s --latency -s bench/claims.lua http://127.0.0.1:5097 | grep -E '50%|99%|Requests/sec|Non-2xx' | sed 's/^ */  /'
done
echo "claims, 20,000 in one request, a line each:"
for _ in 1 2 3 4 5 6 7 8 9 10; do cat "$work/claims.jsonl"; done >"$work/many.jsonl"
curl -s -o /dev/null -w '  %{time_total} s\n' -H 'Content-Type: application/x-ndjson' --data-binary "@$work/many.jsonl" http://127.0.0.1:5097/api/claims/check
