#!/bin/bash
# Makes a wheel of the Python package that carries the built program and its libraries: wheel.sh FOLDER VERSION PYTHON.
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd) version=$2 python=$3
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cp -r bindings/python/. "$tree"
rm -rf "$tree"/tests "$tree"/src/vanban/__pycache__
echo "\"\"\"The version of the package: that of the program that it carries.\"\"\"

VERSION = \"$version\"" > "$tree/src/vanban/version.py"
install -d "$tree/src/vanban/bin" "$tree/src/vanban/lib/vanban"
install -m 755 .build/release/vanban "$tree/src/vanban/bin/vanban"
ldd .build/release/vanban | awk '$3 ~ /^\// { print $1, $3 }' | while read -r library path; do
    case $library in
        libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | ld-linux*) ;;
        *) install -m 755 "$path" "$tree/src/vanban/lib/vanban/$library" ;;
    esac
done
"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$out" "$tree"
ls -1 "$out"/vanban-"$version"-*.whl
