#!/usr/bin/env bash
# Converts folders, files and ZIP archives with GNU parallel: as many programs as there are cores, each with its share.
#
#   convert.sh PROGRAM OUTPUT PATH…     OUTPUT/records.ndjson, one record a line in the order of the paths;
#                                       OUTPUT/failures.ndjson, what could not be converted and why
#
# Exit status 1 if any document failed, 2 if the work itself could not be done. For more machines, tell parallel their names:
# PARALLEL='--sshlogin a,b' convert.sh …, where the program and the paths are the same on each.
set -euo pipefail
program=$1 output=$2
shift 2
mkdir -p "$output"
answers=$output/answers.part
trap 'rm -f "$output"/*.part' EXIT

# A path of which nothing can be had is said, and the others go on.
listed=0
"$program" batch "$@" --list > "$output/requests.part" || listed=$?
[ "$listed" -le 1 ] || exit 2
# -q keeps a program whose path has spaces one word. --pipe hands each program blocks of 50 lines; --keep-order puts the answers together as the requests were.
parallel -q --pipe -N 50 --keep-order --halt now,fail=1 "$program" convert --stdin-protocol \
    < "$output/requests.part" > "$answers" || exit 2
[ "$(wc -l < "$answers")" -eq "$(wc -l < "$output/requests.part")" ] || { echo "Answers are missing." >&2; exit 2; }

# grep's status 1 says that there are none.
grep -v '^{"error":' "$answers" > "$output/records.part" || [ $? -eq 1 ]
grep '^{"error":' "$answers" > "$output/failures.part" || [ $? -eq 1 ]
mv "$output/records.part" "$output/records.ndjson"
mv "$output/failures.part" "$output/failures.ndjson"
[ "$listed" -eq 0 ] && [ ! -s "$output/failures.ndjson" ]
