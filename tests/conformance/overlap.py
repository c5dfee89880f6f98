"""Runs of nine words that texts by others have, as hashes, so that ours can be compared with texts that are not ours to
copy. Run: python tests/conformance/overlap.py TEXT... writes tests/data/overlap.txt anew."""

import base64
import hashlib
import re
import sys
import zlib
from itertools import accumulate
from pathlib import Path

FILE = Path(__file__).parents[1] / "data/overlap.txt"
WORDS, BYTES, DELTA = 9, 5, 4


def runs(text):
    """Hash -> run of words. Citations in brackets count for nothing."""
    words = re.findall(r"[a-z0-9']+", re.sub(r"\[[^\]]*\]", " ", text).lower())
    found = {}
    for i in range(len(words) - WORDS + 1):
        run = " ".join(words[i : i + WORDS])
        found[int.from_bytes(hashlib.blake2b(run.encode(), digest_size=BYTES).digest(), "big")] = run
    return found


def write(texts):
    hashes = sorted(set().union(*map(runs, texts)))
    deltas = (b - a for a, b in zip([0, *hashes], hashes))
    packed = base64.b85encode(zlib.compress(b"".join(delta.to_bytes(DELTA, "big") for delta in deltas), 9)).decode()
    FILE.write_text("".join(f"{packed[i:i + 120]}\n" for i in range(0, len(packed), 120)))


def read():
    packed = zlib.decompress(base64.b85decode(FILE.read_text().replace("\n", "")))
    return set(accumulate(int.from_bytes(packed[i : i + DELTA], "big") for i in range(0, len(packed), DELTA)))


if __name__ == "__main__":
    write(Path(name).read_text(errors="replace") for name in sys.argv[1:])
