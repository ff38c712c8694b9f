#!/usr/bin/env bash
# Measures the release build: time and memory for a sample, and for tables of growing size, against libxml2 alone
# (xmllint, where it is installed) on the same text. Ratios count; seconds are this machine's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
swift build -c release --product vanban --quiet
exec python3 Benchmarks/measure.py "$(swift build -c release --show-bin-path)/vanban" Samples/provincial-papi-plan.txt
