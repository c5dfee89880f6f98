"""The commands that decide: retry, redirect, cache and set."""

import httpstatus
from httpstatus import _command as base

EXITS = """exit status:
  0    yes: {yes}
  1    no, or not as it stands
  2    the command line is wrong"""


def add(command):
    made = command("retry", "tell whether a request may be sent again", ["503", "503 POST", "429 GET --retry-after 120",
                   "503 POST --policy curl", "522 GET --vendor cloudflare", "--policies"], run_retry,
                   exits=EXITS.format(yes="the same request may be sent again"))  # fmt: skip
    subject(made)
    made.add_argument("--retry-after", metavar="VALUE", help="the value of Retry-After")
    made.add_argument("--retries-made", type=int, default=0, metavar="N", help="automatic retries so far")
    made.add_argument("--max-retries", type=int, metavar="N", help="retries after which it ends")
    made.add_argument("--repeatable", action="store_true", help="the request is known to do no harm twice")
    made.add_argument("--proxy", action="store_true", help="the one who asks is an intermediary")
    made.add_argument("--vendor", metavar="VENDOR", help="who sent the response")
    made.add_argument("--policy", metavar="POLICY", help="answer as this client would, or retry the codes of this set")
    made.add_argument("--policies", action="store_true", help="list how clients decide")

    made = command("redirect", "tell what to do about a redirect", ["301 POST", "308 POST", "303 PUT --location /result"], run_redirect,
                   exits=EXITS.format(yes="it is to be followed"))  # fmt: skip
    subject(made)
    made.add_argument("--retry-after", metavar="VALUE", help="the value of Retry-After")
    made.add_argument("--location", metavar="URI", help="the value of Location")
    made.add_argument("--no-location", action="store_true", help="the response has no Location")
    made.add_argument("--policy", choices=("browser", "preserve"), default="browser", help="whether 301 and 302 may turn POST into GET")

    made = command("cache", "tell whether a response may be stored", ["404", '200 GET --header "Cache-Control: max-age=60"',
                   '200 --header "Cache-Control: private" --shared'], run_cache,
                   exits=EXITS.format(yes="a cache may store it"))  # fmt: skip
    subject(made)
    made.add_argument("--shared", action="store_true", help="the cache serves several users")

    made = command("set", "read a set of statuses, and test codes against it", ["2xx,301-308,!305", "@retryable", "@error 404 200", "5xx --list"],
                   run_set, exits=EXITS.format(yes="every code that was given is in the set"))  # fmt: skip
    made.add_argument("set", help="codes, ranges, classes and names, as in 404,500-599,!4xx,@retryable,@vendor:nginx")
    made.add_argument("code", nargs="*", help="codes to look for in it")
    made.add_argument("--list", action="store_true", help="print every code of the set on a line")
    base.formats(made, "json")


def subject(parser):
    """What every decision is about."""
    parser.add_argument("code", nargs="?", help="a code, name or phrase")
    parser.add_argument("method", nargs="?", help="the method of the request")
    parser.add_argument("--header", action="append", metavar="LINE", help="a field of the response, as in 'Retry-After: 120'; may be repeated")
    base.formats(parser, "json")


def fields_of(options):
    lines = []
    for line in options.header or ():
        name, colon, value = line.partition(":")
        if not colon:
            raise base.Usage(f"a field is a name, a colon and a value, not {line!r}")
        lines.append((name.strip(), value.strip()))
    if getattr(options, "retry_after", None) is not None:
        lines.append(("Retry-After", options.retry_after))
    return lines


def asked(options):
    if options.code is None:
        raise base.Usage("which status?")
    return base.code_of(options.code), options.method


def tell(answer, options, last):
    """Prints an answer: its line, or all its fields."""
    if options.format == "json":
        base.print_json({"answer": bool(answer), **dict(zip(answer._fields, answer))})
    else:
        print(last)
    return base.KNOWN if answer else base.UNKNOWN


def policy_of(text):
    if text is None or text in {policy.name for policy in httpstatus.retry_policies()}:
        return text
    try:
        return httpstatus.StatusSet(text)
    except ValueError as error:
        names = ", ".join(policy.name for policy in httpstatus.retry_policies())
        raise base.Usage(f"no policy is called {text} (there are {names}), and it is no set: {error}") from None


def run_retry(options):
    if options.policies:
        return list_policies(options)
    code, method = asked(options)
    try:
        answer = httpstatus.retry(
            code, method, fields=fields_of(options), retries_made=options.retries_made, max_retries=options.max_retries,
            repeatable=options.repeatable or None, proxy=options.proxy, vendor=options.vendor, policy=policy_of(options.policy),
        )  # fmt: skip
    except (ValueError, OverflowError) as error:
        raise base.Usage(error) from None
    return tell(answer, options, answer.reason)


def list_policies(options):
    policies = httpstatus.retry_policies()
    if options.format == "json":
        base.print_json({"policies": [dict(zip(policy._fields, policy)) for policy in policies]})
        return base.KNOWN
    for policy in policies:
        print(f"{policy.name}\n  repeats:   {policy.statuses or 'nothing without Retry-After'}")
        if policy.with_retry_after:
            print(f"  with Retry-After only: {policy.with_retry_after}")
        print(f"  methods:   {policy.methods or 'any'}\n  read in:   {policy.source} ({policy.checked})")
    return base.KNOWN


def run_redirect(options):
    code, method = asked(options)
    fields = fields_of(options)
    location = False if options.no_location else options.location or True
    answer = httpstatus.redirect(code, method, location=location, policy=options.policy, fields=fields if options.header else None,
                                 retry_after=options.retry_after)  # fmt: skip
    return tell(answer, options, answer.reason)


def run_cache(options):
    code, method = asked(options)
    answer = httpstatus.cacheability(code, method or "GET", fields_of(options), shared=options.shared)
    return tell(answer, options, "\n".join((f"{code}: {answer.storable}", *answer.reasons)))


def run_set(options):
    try:
        wanted = httpstatus.StatusSet(options.set)
    except ValueError as error:
        raise base.Usage(error) from None
    codes = [base.code_of(text) for text in options.code]
    if options.format == "json":
        base.print_json({"set": str(wanted), "codes": sorted(wanted), "contains": {str(code): code in wanted for code in codes}})
    elif options.list:
        print(*sorted(wanted), sep="\n", end="\n" if wanted else "")
    elif codes:
        for code in codes:
            print(code, "yes" if code in wanted else "no", sep="\t")
    else:
        print(wanted)
    return base.KNOWN if all(code in wanted for code in codes) else base.UNKNOWN
