#!/usr/bin/env python3
"""Reads lines of Vietnamese print for `vanban --ocr-command`: the model of asterocr, run by onnxruntime.

    asterocr_lines.py FILE       the lines of FILE (PGM pictures one behind the other), read
    asterocr_lines.py --version

Writes a line for each picture: its text, a tab, and how sure each of the text's words is (0 to 1), as
Documentation/ocr.md describes. `pip install -r requirements.txt` brings what it needs; of the package asterocr only the
model and the list of its letters are used.
"""

import importlib.metadata
import importlib.util
import pathlib
import sys

import numpy
import onnxruntime
from PIL import Image

HEIGHT = 32
# The model knows places of 256 steps, of four pixels each.
WIDEST = 1000


def package():
    """Where asterocr is; it is not imported, since it brings much that is not needed."""
    found = importlib.util.find_spec("asterocr")
    if found is None or found.origin is None:
        sys.exit("asterocr is not installed: pip install asterocr")
    return pathlib.Path(found.origin).parent


def letters(folder):
    spec = importlib.util.spec_from_file_location("asterocr_vocab", folder / "vocab.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.default_vocab.chars


def pictures(data):
    """The pictures of a file, as arrays of grey."""
    offset = 0
    while offset < len(data):
        end, numbers = offset + 2, []
        if data[offset:end] != b"P5":
            sys.exit("no PGM picture at byte %d" % offset)
        while len(numbers) < 3:
            while data[end:end + 1].isspace():
                end += 1
            start = end
            while data[end:end + 1].isdigit():
                end += 1
            numbers.append(int(data[start:end]))
        width, height, _ = numbers
        offset = end + 1 + width * height
        yield numpy.frombuffer(data, numpy.uint8, width * height, end + 1).reshape(height, width)


def cropped(picture):
    """What is not paper; None for an empty picture."""
    ink = picture < 160
    rows, columns = numpy.flatnonzero(ink.any(1)), numpy.flatnonzero(ink.any(0))
    return picture[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1] if rows.size else None


def pieces(picture):
    """A line in pieces that the model takes, cut in the widest gap near their middle."""
    height, width = picture.shape
    if width * HEIGHT <= WIDEST * height:
        return [picture]
    empty = (picture >= 160).all(0)
    best, start = (0, width // 2), None
    for column in range(width // 4, width * 3 // 4):
        if not empty[column]:
            start = None
            continue
        start = column if start is None else start
        best = max(best, (column - start, (column + start) // 2))
    return pieces(picture[:, :best[1]]) + pieces(picture[:, best[1]:])


def prepared(picture):
    """A picture as the model wants it: 32 pixels high."""
    height, width = picture.shape
    width = max(16, width * HEIGHT // height // 4 * 4)
    image = Image.fromarray(picture).resize((width, HEIGHT), Image.BILINEAR)
    return numpy.repeat(numpy.asarray(image, numpy.float32)[None, None] / 255, 3, 1)


def read(output, letters):
    """The words of a line, and how sure each is: as its least sure letter."""
    steps = numpy.exp(output.reshape(-1, output.shape[-1]))
    words, sure, last = [], [], 0
    word, least = "", 1.0
    for step in steps:
        best = int(step.argmax())
        if best == last:
            if best and word:
                least = max(least, float(step[best])) if len(word) == 1 else least
            continue
        last = best
        if not best:
            continue
        letter = letters[best]
        if letter == " ":
            if word:
                words.append(word)
                sure.append(least)
            word, least = "", 1.0
        else:
            word += letter
            least = min(least, float(step[best]))
    if word:
        words.append(word)
        sure.append(least)
    return words, sure


def main():
    if sys.argv[1:] == ["--version"]:
        print("asterocr", importlib.metadata.version("asterocr"), "onnxruntime", onnxruntime.__version__)
        return
    folder = package()
    known = letters(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / "assets" / "asternet.onnx"), options, providers=["CPUExecutionProvider"])
    name, output = session.get_inputs()[0].name, session.get_outputs()[0].name
    for picture in pictures(pathlib.Path(sys.argv[1]).read_bytes()):
        words, sure = [], []
        ink = cropped(picture)
        for piece in pieces(ink) if ink is not None else []:
            found = read(session.run([output], {name: prepared(piece)})[0], known)
            words += found[0]
            sure += found[1]
        print(" ".join(words) + "\t" + " ".join("%.3f" % each for each in sure))


if __name__ == "__main__":
    main()
