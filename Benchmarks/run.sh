#!/usr/bin/env bash
# Measures the release build, see bench.py; ratios count, seconds are this machine's. What is given goes on to it:
# `Benchmarks/run.sh --rows 40000 --peers .build/peers/bin/python`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
swift build -c release --product vanban --quiet
exec python3 -B Benchmarks/bench.py "$(swift build -c release --show-bin-path)/vanban" "$@"
