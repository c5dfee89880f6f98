"""Decisions: what may be done with a status. They are made in C; here they become answers that can be asked for more."""

from . import _core
from ._records import names_of, record
from ._response import lines_of, read

_item = tuple.__getitem__


class Answer(tuple):
    """What a decision function says: an immutable value with named fields, true or false as a whole.

    Its last field, which says why in words, is written when it is read.
    """

    # Made in C. The last item of the tuple is what the function was asked, out of which the last field is made.
    __slots__ = ()
    _fields = ()
    _true = ""

    def __bool__(self):
        return _item(self, 0) == self._true

    def __getitem__(self, i):
        return tuple(self)[i]

    def __iter__(self):
        for name in self._fields:
            yield getattr(self, name)

    def __repr__(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{type(self).__name__}({fields})"

    def __reduce__(self):
        return _made, (type(self), tuple(tuple.__iter__(self)))


def _made(cls, values):
    return tuple.__new__(cls, values)


def _answer(name, descriptors, last, words, true, doc):
    """A subclass of Answer with these fields and one more, which words makes out of what was asked."""
    names = names_of(descriptors)
    body = {field: property(lambda self, i=i: _item(self, i)) for i, field in enumerate(names)}
    body[last] = property(lambda self: words(*_item(self, len(names))))
    return type(name, (Answer,), {
        "__slots__": (), "__module__": "httpstatus", "__doc__": doc, "_fields": (*names, last), "_true": true, **body,
    })  # fmt: skip


Retry = _answer(
    "Retry", _core.retry_fields(), "reason", _core.retry_reason, "yes",
    "What retry() says. True if verdict is 'yes'; the others are 'if_safe_to_repeat', 'after_change', 'no' and 'unknown'. need "
    "is what has to be different, delay the seconds to wait or None, basis how strongly it binds, citation where it stands, "
    "and reason a line for a log.",
)
Redirect = _answer(
    "Redirect", _core.redirect_fields(), "reason", _core.redirect_reason, "follow",
    "What redirect() says. True if action is 'follow'; the others are 'stop' and 'ask'. method is that of the next request, and "
    "reason a line for a log.",
)
Cacheability = _answer(
    "Cacheability", _core.cacheability_fields(), "reasons",
    lambda *asked: tuple(_core.cacheability_reasons(*asked).split("\n")), "yes",
    "What cacheability() says. True if storable is 'yes'; the others are 'no', 'unknown' and 'refresh'. lifetime is 'explicit', "
    "'heuristic' or 'none', seconds its length or None, and reasons lines that say why and what plays no part.",
)
RetryPolicy = record(
    "RetryPolicy", names_of(_core.retry_policy_fields()),
    "How a client decides by itself whether to retry: the codes, the methods, what it makes of Retry-After, and where that was read.",
)  # fmt: skip


def _frozen(lines):
    """The lines of a field, so that nobody can change them before the reason is written."""
    return lines if isinstance(lines, (str, bytes)) else tuple(lines)


def retry(code, method=None, *, retry_after=None, retries_made=0, date=None, now=None, max_retries=None, repeatable=None,
          early_data=None, user_action=None, proxy=False, vendor=None, policy=None, fields=None):  # fmt: skip
    """May the request that got this response be sent again (RFC 9110 Section 9.2.2)? A Retry, true if it may as it was.

    code is any integer, or a response object: then Retry-After and Date are taken from its headers. method is that of the
    request. retry_after is the value of that field or a list of its lines, date what the response's own Date says and now
    when it was received, as POSIX seconds; fields are all fields of the response, in place of the three.

    retries_made counts automatic retries so far, and max_retries ends them. repeatable: the request is known to be idempotent
    in spite of its method, or not to have been applied. early_data: it was sent in TLS early data, or carried Early-Data.
    user_action: it was a user's direct action. proxy: the caller is an intermediary. vendor: who sent the response.

    policy is the name of one of retry_policies(), to answer as that client would, or a set of codes to retry and no others.
    ValueError for a vendor or policy that there is not.
    """
    if code.__class__ is not int and not hasattr(code, "__index__"):
        code, lines = read(code)
        fields = lines if fields is None else fields
    if retry_after is not None and retry_after.__class__ is not str:
        retry_after = _frozen(retry_after)
    statuses = None
    if policy is not None and not isinstance(policy, (str, bytes)):
        policy, statuses = None, frozenset(policy)
    return _core.retry(
        Retry, code, method, retry_after, date, now, fields if fields is None else lines_of(fields), retries_made, max_retries,
        repeatable, proxy, early_data, user_action, vendor, policy, statuses,
    )  # fmt: skip


def retry_policies():
    """How clients decide by themselves whether to retry, as a tuple of RetryPolicy; 'rfc', the default, first."""
    return tuple(map(RetryPolicy, _core.retry_policies()))


def redirect(code, method=None, *, location=True, policy="browser", retry_after=None, date=None, now=None, fields=None,
             replayable=None):  # fmt: skip
    """What to do about a redirect (RFC 9110 Section 15.4). A Redirect, true if it is to be followed.

    code is any integer, or a response object: then Location, Retry-After and Date are taken from its headers. location is
    whether there is one, or its value. policy 'browser' lets 301 and 302 turn POST into GET, 'preserve' does not.
    replayable False: the content of the request cannot be sent a second time. The rest is as for retry(). Loops are for
    the caller to count.
    """
    if code.__class__ is not int and not hasattr(code, "__index__"):
        code, lines = read(code)
        fields = lines if fields is None else fields
    if retry_after is not None and retry_after.__class__ is not str:
        retry_after = _frozen(retry_after)
    value = location if isinstance(location, (str, bytes)) else None
    return _core.redirect(
        Redirect, code, method, policy, value is None and not location, value, retry_after, date, now,
        fields if fields is None else lines_of(fields), replayable is not None and not replayable,
    )  # fmt: skip


def cacheability(code, method=None, fields=None, *, shared=False, request_authorized=None, understands=None,
                 content_location_is_target=False, received_at=None):  # fmt: skip
    """May a cache store the response, and for how long is it fresh (RFC 9111 Section 3)? A Cacheability, true if it may.

    code is any integer, or a response object, whose headers are then the fields. fields are a mapping, or an iterable of
    (name, value). shared: the cache serves several users. request_authorized: the request had Authorization. understands:
    the codes whose caching the cache implements, as a set; all registered ones but 206 and 226 if left out.
    content_location_is_target: Content-Location has the value of the target URI. received_at, as POSIX seconds, is for
    responses without a Date. This is what the RFCs say, and no promise that any cache will.
    """
    if code.__class__ is not int and not hasattr(code, "__index__"):
        code, lines = read(code)
        fields = lines if fields is None else fields
    return _core.cacheability(
        Cacheability, code, method, () if fields is None else lines_of(fields), shared, content_location_is_target,
        request_authorized, understands if understands is None else frozenset(understands), received_at,
    )  # fmt: skip
