#!/bin/bash
# Makes a tarball of the built program that runs without anything installed, and its checksum: dist.sh FOLDER VERSION ARCHITECTURE.
#
# Swift is within the program; the C libraries that it is linked with lie beside it, all but those of the system (glibc).
set -euo pipefail
out=$1 version=$2 architecture=$3
name=vanban-$version-linux-$architecture
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
make stage DESTDIR="$tree/" PREFIX="$name"
install -d "$tree/$name/lib/vanban" "$tree/$name/share/doc/vanban/Documentation" "$out"
install -m 644 README.md README.vi.md "$tree/$name/share/doc/vanban"
install -m 644 Documentation/*.md Documentation/*.png "$tree/$name/share/doc/vanban/Documentation"
# The program looks for libraries in ../lib/vanban (see Package.swift); those find each other by its way.
ldd "$tree/$name/bin/vanban" | awk '$3 ~ /^\// { print $1, $3 }' | while read -r library path; do
    case $library in
        libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | ld-linux*) ;;
        *) install -m 755 "$path" "$tree/$name/lib/vanban/$library" ;;
    esac
done
# The same bytes of the same files, whenever it is made.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C "$tree" -cf - "$name" | gzip -9n > "$out/$name.tar.gz"
(cd "$out" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
echo "$out/$name.tar.gz ($(du -h "$out/$name.tar.gz" | cut -f 1))"
