# Sourced by the benchmarks: the product on ports and a folder of its own, and what it measures of itself.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source tools/setup.sh
need_packages dotnet node npm espeak-ng sipp
build_web
build_product

HTTP=${HTTP:-8480} SIP=${SIP:-5480}
bench_folder=$(mktemp -d)

# start_product [FLAG…]: the last word is the caller's.
start_product() {
  local began; began=$(date +%s%N)
  dotnet artifacts/product/santral.dll --demo --http-port "$HTTP" --sip-port "$SIP" --rtp-ports 20000-23999 --data "$bench_folder/data" "$@" \
    >"$bench_folder/product.log" 2>&1 &
  product=$!
  until curl -fs "http://127.0.0.1:$HTTP/health/ready" >/dev/null 2>&1; do
    kill -0 "$product" 2>/dev/null || { cat "$bench_folder/product.log"; exit 1; }
    sleep 0.05
  done
  ready_ms=$((($(date +%s%N) - began) / 1000000))
}

stop_product() {
  [ -n "${product:-}" ] && kill "$product" 2>/dev/null && wait "$product" 2>/dev/null
  product=
  return 0
}

trap 'stop_product; rm -rf "$bench_folder"' EXIT

metric() { curl -fs "http://127.0.0.1:$HTTP/metrics" | awk -v name="$1" '$1 ~ "^"name"({|$)" { sum += $2 } END { printf "%.0f", sum }'; }

# cpu: seconds of CPU the product has used.
cpu() { awk '{ printf "%.2f", ($14 + $15) / 100 }' "/proc/$product/stat"; }

# memory: resident megabytes.
memory() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$product/status"; }

# last FILE COLUMN: the last value of a column of sipp's statistics.
last() { awk -F';' -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) column = i } { value = $column } END { print value }' "$1"; }
