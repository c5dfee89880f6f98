"""Writes a log and, beside it, its truth: how often each status occurs in it, by construction.

Usage: make_log.py FILE [--format combined|json] [--megabytes N] [--seed N]

The truth is in FILE.json: lines, bytes, counts, no_status, recovered, unparsed, blank. What real logs hold is in it: IPv6,
users and paths with spaces, escaped quotes before numbers, requests of "-", "" and TLS, rare codes, lines without a status,
blank lines, lines that were cut, and lines in quotes; in JSON statuses in nested objects and in strings. Nothing but the
standard library is needed.
"""

import argparse
import json
import random
from collections import Counter

USUAL = [200] * 140 + [304] * 30 + [404] * 12 + [301] * 6 + [206] * 3 + [302] * 3 + [500] * 2 + [403] * 2
RARE = [100, 101, 201, 202, 204, 303, 307, 308, 400, 401, 405, 408, 409, 410, 413, 416, 418, 421, 429, 431, 444, 451, 499,
        501, 502, 503, 504, 520, 521, 522, 525, 530, 999]  # fmt: skip
METHODS = ["GET"] * 17 + ["POST"] * 2 + ["HEAD", "PUT", "DELETE", "OPTIONS"]
VERSIONS = ["HTTP/1.1"] * 5 + ["HTTP/2.0"] * 4 + ["HTTP/1.0", "HTTP/3.0"]
WORDS = ["index", "images", "api", "v1", "users", "static", "css", "app", "products", "search", "blog", "2026", "download", "img"]
AGENTS = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "curl/8.11.0", "-",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1)",
]
TLS = r"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"


class Log:
    def __init__(self, file, seed):
        self.file = file
        self.random = random.Random(seed)
        self.truth = {"lines": 0, "bytes": 0, "no_status": 0, "recovered": 0, "unparsed": 0, "blank": 0}
        self.counts = Counter()

    def write(self, lines):
        data = "".join(lines).encode()
        self.file.write(data)
        self.truth["bytes"] += len(data)
        self.truth["lines"] += len(lines)

    def result(self):
        return {**self.truth, "counts": {str(code): n for code, n in sorted(self.counts.items())}}

    def status(self):
        pick = self.random.random()
        return self.random.choice(RARE if pick < 0.05 else USUAL)

    def path(self):
        r = self.random
        words = "/".join(r.choices(WORDS, k=r.randrange(1, 5)))
        return f"/{words}/{r.getrandbits(32):x}.html?id={r.getrandbits(20)}"

    def head(self):
        r = self.random
        if r.random() < 0.17:
            host = f"2001:db8:{r.getrandbits(16):x}:{r.getrandbits(16):x}::{r.getrandbits(16):x}"
        else:
            host = f"{r.randrange(1, 224)}.{r.getrandbits(8)}.{r.getrandbits(8)}.{r.getrandbits(8)}"
        user = "some user" if r.random() < 0.003 else "-"
        return host, user, f"[24/Nov/2026:{r.randrange(24):02}:{r.randrange(60):02}:{r.randrange(60):02} +0000]"

    def combined(self):
        r = self.random
        host, user, time = self.head()
        status = self.status()
        agent = r.choice(AGENTS)
        request = f"{r.choice(METHODS)} {self.path()} {r.choice(VERSIONS)}"
        kind = r.random()
        if kind < 0.007:
            request, status = "-", r.choice([408, 400])
        elif kind < 0.012:
            request, status = TLS, 400
        elif kind < 0.015:
            request = f"GET /a path with spaces/{r.getrandbits(20)} HTTP/1.1"
        elif kind < 0.018:
            request = rf"GET /say?q=\"{r.getrandbits(10)} 500\" 500 1 HTTP/1.1"
        elif kind < 0.020:
            agent = rf"odd \" 404 agent \\\" 500 {r.getrandbits(20)}"
        elif kind < 0.021:
            request, status = "", 400
        elif kind < 0.022:
            request = f"GET /old{r.getrandbits(20)}"
        referrer = f"https://example.org/{r.getrandbits(24):x}" if r.random() < 0.5 else "-"
        size = r.getrandbits(16)
        start = f'{host} - {user} {time} "{request}" '
        if 0.9990 < kind <= 0.9995:
            self.truth["no_status"] += 1
            return f'{start}{r.choice(["-", "000", "009"])} 0 "{referrer}" "{agent}"\n'
        if 0.9995 < kind <= 0.9996:
            self.truth["unparsed"] += 1
            return start[: r.randrange(1, len(host) + 30)] + "\n"
        if 0.9996 < kind <= 0.9997:
            self.truth["unparsed"] += 1
            return f'{start}{status}{r.getrandbits(3)} {size} "{referrer}"\n'
        if 0.9997 < kind <= 0.9998:
            self.truth["blank"] += 1
            return r.choice(["\n", "  \n", "\r\n"])
        status = 200 if status == 999 and kind > 0.9998 else status
        self.counts[status] += 1
        if kind > 0.9998:
            self.truth["recovered"] += 1
            return f'"{host} - - {time} ""GET {self.path()} HTTP/1.1"" {status} {size}"\n'
        return f'{start}{status} {size} "{referrer}" "{agent}"\n'

    def json(self):
        r = self.random
        host, user, time = self.head()
        status = self.status()
        kind = r.random()
        start = f'{{"time":"{time[1:-1]}","host":"{host}","method":"{r.choice(METHODS)}","path":"{self.path()}"'
        rest = f',"bytes":{r.getrandbits(16)},"agent":"{r.choice(AGENTS)}"}}\n'
        if kind < 0.02:
            start += f',"upstream":{{"status":{r.choice(RARE)},"ms":{r.getrandbits(8)}}}'
        elif kind < 0.03:
            start += rf',"say":"\"status\":{r.choice(RARE)},"'
        elif kind < 0.035:
            rest = rf',"agent":"\"status\":500","list":["status",{{"status":404}}]}}' + "\n"
        if 0.999 < kind <= 0.9995:
            self.truth["no_status"] += 1
            return f'{start}{r.choice([",", chr(44) + chr(34) + "status" + chr(34) + ":null,"])}"x":1}}\n'
        if 0.9995 < kind <= 0.9996:
            self.truth["unparsed"] += 1
            return start[:-2] + "\n"
        if 0.9996 < kind <= 0.9997:
            self.truth["blank"] += 1
            return "\n"
        self.counts[status] += 1
        if kind > 0.9997:
            self.truth["recovered"] += 1
            return f'<134>nginx: {start},"status":{status}{rest}'
        return f'{start},"status":{status if kind > 0.1 else chr(34) + str(status) + chr(34)}{rest}'


def make(path, kind="combined", size=256 << 20, seed=404):
    """Writes the log and its truth, which is returned."""
    with open(path, "wb") as file:
        log = Log(file, seed)
        line = getattr(log, kind)
        while log.truth["bytes"] < size:
            log.write([line() for _ in range(1000 if size > 1 << 20 else 20)])
        result = log.result()
    with open(f"{path}.json", "w") as file:
        json.dump(result, file)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--format", choices=["combined", "json"], default="combined")
    parser.add_argument("--megabytes", type=float, default=256)
    parser.add_argument("--seed", type=int, default=404)
    arguments = parser.parse_args()
    make(arguments.file, arguments.format, int(arguments.megabytes * (1 << 20)), arguments.seed)


if __name__ == "__main__":
    main()
