#!/bin/bash
# Writes the library's documentation: docc.sh BUILD FOLDER. What DocC warns of is an error.
set -euo pipefail
build=$1 out=$2
tools=$(dirname "$(readlink -f "$(command -v swift)")")
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
maps=()
for library in CLibXML2 CLibZip CLibXLSXWriter CNettle; do
    maps+=(-Xcc "-fmodule-map-file=$PWD/Sources/$library/module.modulemap")
done
maps+=(-Xcc "-fmodule-map-file=$build/CSyllables.build/module.modulemap")
# VanBan gives on what VanBanModel has, and that the languages.
for module in VanBan VanBanModel VanBanMessages; do
    "$tools/swift-symbolgraph-extract" -module-name "$module" -I "$build/Modules" -output-dir "$graphs" \
        -target "$(uname -m)-unknown-linux-gnu" -minimum-access-level public "${maps[@]}" $(pkg-config --cflags libxml-2.0)
done
rm -rf "$out"
mkdir -p "$(dirname "$out")"
"$tools/docc" convert Sources/VanBan/VanBan.docc --additional-symbol-graph-dir "$graphs" --output-dir "$out" \
    --fallback-display-name VanBan --fallback-bundle-identifier vanban --warnings-as-errors
echo "$out: $(find "$out/data/documentation" -name '*.json' | wc -l) pages; to look at them: docc preview, or any web server"
