#!/usr/bin/env bash
# Converts a folder with GNU parallel: as many programs as there are cores, each with its share of the files.
#
#   convert.sh PROGRAM FOLDER OUTPUT      OUTPUT/records.ndjson, one record a line in the order of the names;
#                                         OUTPUT/failures.ndjson, what could not be converted and why
#
# Exit status 1 if any file failed. To use more machines, give parallel their names: PARALLEL='--sshlogin a,b' convert.sh …
# where the folder is at the same path on each.
set -euo pipefail
program=$1 folder=$2 output=$3
mkdir -p "$output"

# --pipe hands each program blocks of 50 lines; --keep-order puts the answers together as the names were.
find "$folder" -type f -not -name '.*' | LC_ALL=C sort |
    parallel --pipe -N 50 --keep-order --halt now,fail=1 "$program" convert --stdin-protocol |
    tee >(grep '^{"error":' > "$output/failures.ndjson.part" || true) |
    { grep -v '^{"error":' || true; } > "$output/records.ndjson.part"
# The copy for failures may be written a moment later than the records.
wait
mv "$output/records.ndjson.part" "$output/records.ndjson"
mv "$output/failures.ndjson.part" "$output/failures.ndjson"
[ ! -s "$output/failures.ndjson" ]
