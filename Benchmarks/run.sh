#!/usr/bin/env bash
# Measures the release build: time and memory for a sample, and for tables of growing size, against libxml2 alone
# (bare.c, compiled on the way) on the same bytes. Ratios count; seconds are this machine's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
swift build -c release --product vanban --quiet
program="$(swift build -c release --show-bin-path)/vanban"
python3 Benchmarks/measure.py "$program" Samples/provincial-papi-plan.txt
python3 Benchmarks/layouts.py "$program" Samples/provincial-papi-plan.txt
