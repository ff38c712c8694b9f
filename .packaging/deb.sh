#!/bin/bash
# Makes a Debian package of the built program: deb.sh FOLDER VERSION ARCHITECTURE.
#
# The libraries that it is linked with are what it depends on; programs that it calls where they are there are recommended.
set -euo pipefail
out=$1 version=$2 architecture=$3
package=$(mktemp -d)
trap 'rm -rf "$package"' EXIT
make stage DESTDIR="$package/tree" PREFIX=/usr
install -d "$package/tree/usr/share/doc/vanban/Documentation" "$package/tree/DEBIAN" "$package/debian" "$out"
install -m 644 README.md README.vi.md "$package/tree/usr/share/doc/vanban"
install -m 644 Documentation/*.md Documentation/*.png "$package/tree/usr/share/doc/vanban/Documentation"
chmod -R u=rwX,go=rX "$package/tree"

# Which packages the libraries are of: asked of dpkg, as dpkg-dev may not be there.
libraries=$(ldd "$package/tree/usr/bin/vanban" | awk '$3 ~ /^\// { print $3 }')
depends=$(for library in $libraries; do
    name=$(basename "$library")
    dpkg-query -S "*/$name" 2>/dev/null | awk -F: 'NR == 1 { print $1 }'
done | sort -u)
# Libraries that those are linked with come by themselves.
direct=$(readelf -d "$package/tree/usr/bin/vanban" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p')
wanted=
for name in $direct; do
    owner=$(dpkg-query -S "*/$name" 2>/dev/null | awk -F: 'NR == 1 { print $1 }')
    grep -qx "$owner" <<< "$depends" || continue
    minimum=$(dpkg-query -W -f '${Version}' "$owner" | sed 's/-.*//')
    [[ " $wanted" == *" $owner "* ]] || wanted+="$owner (>= $minimum), "
done
cat > "$package/tree/DEBIAN/control" <<CONTROL
Package: vanban
Version: $version
Architecture: $architecture
Maintainer: vanban <vanban@localhost>
Installed-Size: $(du -sk "$package/tree/usr" | cut -f 1)
Depends: ${wanted%, }
Recommends: poppler-utils, tesseract-ocr-vie
Suggests: libreoffice-writer-nogui
Section: text
Priority: optional
Description: Vietnamese administrative documents as data
 Turns Quyết định and the Kế hoạch and Phụ lục issued with them into records: structure, task rows with agencies and
 deadlines, index scores, documents cited. What is doubtful is told with its place.
CONTROL
file="$out/vanban_${version}_$architecture.deb"
dpkg-deb --root-owner-group --build "$package/tree" "$file" > /dev/null
echo "$file ($(du -h "$file" | cut -f 1))"
