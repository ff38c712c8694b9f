#!/usr/bin/env python3
"""Makes the data of the rule `unlikelyWord`: how often syllables and pairs of them occur, and the weights of what speaks for a
misread word. Standard library only.

    misread_words.py counts WORDS        writes syllables.csv from WORDS/syllables.tsv and WORDS/pairs.tsv, names and samples
    misread_words.py fit SHARED          fits misread-weights.csv and prints what it finds on documents held back

Clean text is every second document of SHARED/eval, seeds and real; in the others' text the weights are fitted. Words are swapped
at random for others with the same letters and other marks, now and then for others that differ in a letter; told is the share of these of which the program would say so where
it says so of one clean syllable in 2,000. (Real errors of the clean text count as false here.)
"""

import collections
import csv
import glob
import html
import math
import os
import random
import re
import sys
import unicodedata
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
RESOURCES = os.path.join(HERE, "..", "Sources", "VanBanSpelling", "Resources")
COUNTS = os.path.join(HERE, "..", "Sources", "CSyllables", "include", "syllables.csv")
LEAST_PAIR = 40      # pairs that occur more seldom are left out: 36,000 of 119,000 are kept
STEPS = 3            # a pair's count is kept as its natural logarithm in thirds
LEAST_CANDIDATE = 20
EDITED_SHARE = 0.15
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
CONFUSED = [("rn", "m"), ("c", "e"), ("l", "i"), ("o", "c"), ("h", "b"), ("n", "u")]
PLACES = [a.split() for a in ("oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe", "uỳ ùy",
                              "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy")]
TOKEN = re.compile(r"[A-Za-zÀ-ỹĐđ]+|\d+(?:[.,]\d+)*|[^\sA-Za-zÀ-ỹĐđ\d]")
BREAK, NUMBER = "<s>", "<n>"
STRUCTURE = "Sources/VanBanStructure/Resources/"
NAMES_IN = [(STRUCTURE + "agencies.csv", "name"), (STRUCTURE + "column-heads.csv", "phrase"), (STRUCTURE + "indexes.csv", "name_vi"),
            (STRUCTURE + "document-types.csv", "name"), (STRUCTURE + "set-phrases.csv", "phrase")]
NAME_COUNT, SAMPLE_COUNT = 200, 40


def toned(word):
    """With the tone mark where the old rule puts it, so that `hoà` is `hòa`."""
    for new, old in PLACES:
        if word.endswith(new) and not word.startswith("qu"):
            return word[:-2] + old
    return word


def base(word):
    plain = unicodedata.normalize("NFD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("đ", "d")


def read_counts(folder):
    syllables, pairs = collections.Counter(), collections.Counter()
    for line in open(os.path.join(folder, "syllables.tsv"), encoding="utf-8"):
        word, count = line.rstrip("\n").split("\t")
        if count.isdigit():
            syllables[toned(word)] += int(count)
    totals = collections.Counter()
    for line in open(os.path.join(folder, "pairs.tsv"), encoding="utf-8"):
        first, second, count = line.rstrip("\n").split("\t")
        if not count.isdigit():
            continue
        pairs[toned(first), toned(second)] += int(count)
        for word in (first, second):
            if word in (BREAK, NUMBER):
                totals[word] += int(count)
    for word in (BREAK, NUMBER):
        syllables[word] = totals[word] // 2
    return syllables, pairs


def add_names(syllables, pairs):
    """What legal text of the state seldom says and plans often do: names of the gazetteers, set phrases, our samples."""
    home = os.path.join(HERE, "..")
    phrases = []
    for path, column in NAMES_IN:
        with open(os.path.join(home, path), encoding="utf-8", newline="") as file:
            phrases += [(row[column], NAME_COUNT) for row in csv.DictReader(file)]
    for path in sorted(glob.glob(os.path.join(home, "Samples", "*.txt"))):
        phrases += [(line, SAMPLE_COUNT) for line in open(path, encoding="utf-8")]
    for text, count in phrases:
        keys = [key(t) for t in TOKEN.findall(unicodedata.normalize("NFC", text))]
        for word in keys:
            if word[0] != "<":
                syllables[word] += count
        for first, second in zip(keys, keys[1:]):
            if first[0] != "<" and second[0] != "<":
                pairs[first, second] += count


def write_counts(folder):
    syllables, pairs = read_counts(folder)
    add_names(syllables, pairs)
    order = sorted((w for w in syllables if re.fullmatch(r"[a-zà-ỹđ]+", w) or w[0] == "<"), key=lambda w: (-syllables[w], w))
    rank = {w: i for i, w in enumerate(order)}
    followers = collections.defaultdict(list)
    for (first, second), count in pairs.items():
        if count >= LEAST_PAIR and first in rank and second in rank:
            followers[first].append(second)
    with open(COUNTS, "w", encoding="utf-8") as file:
        file.write("syllable,count,followers\n")
        for word in order:
            held = sorted(followers[word], key=rank.get)
            text = " ".join(f"{w}={DIGITS[min(35, round(math.log(pairs[word, w]) * STEPS) - 3)]}" for w in held)
            file.write(f"{word},{syllables[word]},{text}\n")
    print(f"{len(order)} syllables, {sum(map(len, followers.values()))} pairs")


class Model:
    def __init__(self):
        self.counts, self.pairs = {}, {}
        for line in open(COUNTS, encoding="utf-8").read().split("\n")[1:]:
            if not line:
                continue
            word, count, followers = line.split(",")
            self.counts[word] = int(count)
            for entry in followers.split():
                second, size = entry.split("=")
                self.pairs[word, second] = math.exp((DIGITS.index(size) + 3) / STEPS)
        self.sum = sum(n for w, n in self.counts.items() if w[0] != "<")
        self.of_base = collections.defaultdict(list)
        for word, count in self.counts.items():
            if count >= LEAST_CANDIDATE and word[0] != "<":
                self.of_base[base(word)].append(word)
        self.known, self.near = {}, {}
        self.of_length = collections.defaultdict(list)
        for letters in self.of_base:
            self.of_length[len(letters)].append(letters)

    def edited(self, word):
        """Syllables with one letter more, fewer, or another."""
        if word not in self.near:
            letters, known = base(word), self.candidates(word)
            found = []
            for size in (len(letters) - 1, len(letters), len(letters) + 1):
                found += [c for other in self.of_length[size] if is_near(letters, other) for c in self.of_base[other]
                          if c not in known and c != word]
            self.near[word] = found
        return self.near[word]

    def stands(self, left, word, right):
        """Whether a word is known beside one of its neighbours; beside signs and figures that says nothing."""
        return (left[0] == "<" and right[0] == "<" or left[0] != "<" and (left, word) in self.pairs
                or right[0] != "<" and (word, right) in self.pairs)

    def readings(self, left, word, right):
        yield from self.candidates(word).items()
        if not self.stands(left, word, right):
            yield from ((other, 2) for other in self.edited(word))

    def candidates(self, word):
        if word not in self.known:
            letters = base(word)
            found = {c: 0 for c in self.of_base.get(letters, ())}
            for pair in CONFUSED:
                for old, new in (pair, pair[::-1]):
                    at = letters.find(old)
                    while at >= 0:
                        for c in self.of_base.get(letters[:at] + new + letters[at + len(old):], ()):
                            found.setdefault(c, 1)
                        at = letters.find(old, at + 1)
            found.pop(word, None)
            self.known[word] = found
        return self.known[word]

    def log(self, first, second, given, word):
        return math.log(0.9 * self.pairs.get((first, second), 0) / (self.counts.get(given, 0) + 20)
                        + 0.1 * (self.counts.get(word, 0) + 0.2) / self.sum)

    def features(self, left, word, right, other, confused, own, own_pairs):
        before = self.log(left, other, left, other) - self.log(left, word, left, word)
        behind = self.log(other, right, right, other) - self.log(word, right, right, word)
        is_word = [left[0] != "<", right[0] != "<"]
        return [before * is_word[0], behind * is_word[1], before * (not is_word[0]) + behind * (not is_word[1]),
                math.log((self.counts.get(other, 0) + 0.2) / (self.counts.get(word, 0) + 0.2)),
                math.log1p(own), math.log1p(own_pairs), confused == 1, confused == 2, 2 - sum(is_word)]


NAMES = ["before", "behind", "edge", "frequency", "repeated", "repeatedPairs", "confused", "edited", "edges"]


def is_near(one, other):
    """Whether one letter more, fewer or another makes one word of the other."""
    if len(one) > len(other):
        one, other = other, one
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    return one[at + 1:] == other[at + 1:] if len(one) == len(other) else one[at:] == other[at + 1:]


def key(token):
    return NUMBER if token[0].isdigit() else toned(token.lower()) if token[0].isalpha() else BREAK


class Text:
    def __init__(self, text):
        self.words, self.pairs, self.sites = collections.Counter(), collections.Counter(), []
        for line in unicodedata.normalize("NFC", text).split("\n"):
            tokens = TOKEN.findall(line)
            keys = [BREAK] + [key(t) for t in tokens] + [BREAK]
            self.words.update(keys)
            self.pairs.update(zip(keys, keys[1:]))
            if line.isascii():
                continue
            for at, token in enumerate(tokens):
                if keys[at + 1][0] == "<" or len(token) < 2 or token.isupper() and len(token) <= 5 and token.isascii():
                    continue
                if is_name(tokens, at):
                    continue
                self.sites.append((keys[at], keys[at + 1], keys[at + 2], " ".join(tokens[max(0, at - 2):at + 3])))

    def repeated(self, left, word, right, own):
        count = 0
        if left[0] != "<":
            count += self.pairs[left, word] - own
        if right[0] != "<":
            count += self.pairs[word, right] - own
        return max(0, count)


def is_name(tokens, at):
    """`Trần Văn Đam`: a capital beside another one."""
    def capital(i):
        return 0 <= i < len(tokens) and tokens[i][0].isupper() and not tokens[i].isupper()
    return capital(at) and (capital(at - 1) or capital(at + 1))


def best(model, weights, left, word, right, own, own_pairs):
    found = None
    for other, confused in model.readings(left, word, right):
        seen = model.features(left, word, right, other, confused, own, own_pairs)
        value = weights[-1] + sum(w * x for w, x in zip(weights, seen))
        if found is None or value > found[0]:
            found = (value, other, seen)
    return found


def material(model, weights, texts, rng):
    rows = []
    for text in texts:
        for left, word, right, shown in text.sites:
            found = best(model, weights, left, word, right, text.words[word] - 1, text.repeated(left, word, right, 1))
            if found:
                rows.append((found[2], 0, found[0], f"{shown}: {word} → {found[1]}"))
            others = sorted(c for c, confused in model.candidates(word).items() if not confused)
            # Now and then a letter is lost, doubled or another.
            if rng.random() < EDITED_SHARE:
                others = sorted(model.edited(word))
            if others:
                wrong = rng.choice(others)
                found = best(model, weights, left, wrong, right, text.words[wrong], text.repeated(left, wrong, right, 0))
                if found:
                    rows.append((found[2], 1, found[0], f"{shown}: {wrong} → {found[1]}"))
    return rows


def fitted(rows):
    """Logistic regression by Newton's method, with a light pull towards 0."""
    size = len(NAMES) + 1
    weights = [0.0] * size
    for _ in range(12):
        gradient = [-0.1 * w for w in weights]
        curvature = [[0.1 if i == j else 0.0 for j in range(size)] for i in range(size)]
        for seen, is_wrong, _, _ in rows:
            x = seen + [1.0]
            odds = sum(w * v for w, v in zip(weights, x))
            p = 1 / (1 + math.exp(-max(-30, min(30, odds))))
            for i in range(size):
                if x[i] == 0:
                    continue
                gradient[i] += (is_wrong - p) * x[i]
                slope = p * (1 - p) * x[i]
                for j in range(i + 1):
                    curvature[i][j] += slope * x[j]
        for i in range(size):
            for j in range(i):
                curvature[j][i] = curvature[i][j]
        step = solved(curvature, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-4:
            break
    return weights


def solved(matrix, right):
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(len(rows)):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][-1] / rows[i][i] for i in range(len(rows))]


def text_of(path):
    if path.endswith(".docx"):
        text = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
        text = re.sub(r"<[^>]+>", "", re.sub(r"<w:tab/>", "\t", re.sub(r"</w:p>|<w:br/>", "\n", text)))
        return html.unescape(text)
    text = open(path, encoding="utf-8", errors="replace").read()
    if path.endswith(".html"):
        text = re.sub(r"(?s)<(script|style).*?</\1>", "", text)
        text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</?(p|td|tr|div|br|li|h\d|th)[^>]*>", "\n", text)))
    return text


# Sites' own words, word lists, lines that pages cut, legacy fonts, recognised text, the same document again.
LEFT_OUT = re.compile(r"^(34|35|36|40|50|D01|D10|D11|D16b|D17b|D21|S-)|qd784|phuluc2|qd256|README")


def documents(shared):
    paths = [p for folder in ("eval/documents", "seeds", "real") for p in sorted(glob.glob(os.path.join(shared, folder, "*")))]
    paths = [p for p in paths if p.endswith((".txt", ".md", ".html", ".docx")) and not LEFT_OUT.search(os.path.basename(p))]
    return [Text(text_of(path)) for path in paths]


def fit(shared):
    model, rng = Model(), random.Random(1)
    texts = documents(shared)
    weights = [1, 1, 0.5, -1, 0, 0, -1, -2, 0, -4]
    for _ in range(2):
        weights = fitted(material(model, weights, texts[::2], rng))
    held = material(model, weights, texts[1::2], rng)
    clean = sorted((row[2] for row in held if not row[1]), reverse=True)
    wrong = [row[2] for row in held if row[1]]
    threshold = clean[len(clean) // 2000]
    for every in (500, 1000, 2000, 4000):
        least = clean[len(clean) // every]
        print(f"one in {every} clean syllables: threshold {least:.2f}, told "
              f"{sum(v > least for v in wrong) / len(wrong):.3f} of {len(wrong)} swapped")
    for row in sorted((r for r in held if not r[1] and r[2] > threshold), key=lambda r: -r[2]):
        print(f"  {row[2]:.1f} {row[3]}")
    with open(os.path.join(RESOURCES, "misread-weights.csv"), "w", encoding="utf-8") as file:
        file.write("feature,weight\n")
        for name, weight in zip(NAMES + ["constant"], weights):
            file.write(f"{name},{weight:.3f}\n")
        file.write(f"threshold,{threshold:.3f}\n")


if __name__ == "__main__":
    {"counts": write_counts, "fit": fit}[sys.argv[1]](sys.argv[2])
