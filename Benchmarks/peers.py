#!/usr/bin/env python3
"""peers.py NAME FILE…: makes Markdown of files by another program's library, in one process; without a file it only loads it.

`peers.py` alone names the peers that are installed for this Python, a line each. Where one is not, nothing is said of it.
"""
import importlib.util
import sys


def office_oxide():
    import office_oxide as library
    return library.to_markdown


def anydoc():
    import anydoc as library
    return library.to_markdown


def kreuzberg():
    import kreuzberg as library
    return lambda path: library.extract_file_sync(path).content


def xberg():
    import xberg as library
    return lambda path: library.extract_file_sync(path).content


def mammoth():
    import mammoth as library

    def convert(path):
        with open(path, "rb") as file:
            return library.convert_to_markdown(file).value
    return convert


def markitdown():
    from markitdown import MarkItDown
    reader = MarkItDown(enable_plugins=False)
    return lambda path: reader.convert(path).text_content


PEERS = {peer.__name__: peer for peer in (office_oxide, anydoc, kreuzberg, xberg, mammoth, markitdown)}


def main():
    if len(sys.argv) == 1:
        for name in PEERS:
            if importlib.util.find_spec(name):
                print(name)
        return
    convert = PEERS[sys.argv[1]]()
    failed = 0
    for path in sys.argv[2:]:
        try:
            convert(path)
        except Exception as problem:
            failed += 1
            print(f"{path}: {problem}", file=sys.stderr)
    # A peer that refuses a file is not faster for it.
    raise SystemExit(1 if failed * 10 > len(sys.argv) - 2 > 0 else 0)


if __name__ == "__main__":
    main()
