"""An adapter for requests that decides by httpstatus.retry() whether to send a request again. As a program it gets one
URL: python retry_requests.py URL [METHOD]"""

import sys
import time

import requests
from requests.adapters import HTTPAdapter

import httpstatus


class RetryAdapter(HTTPAdapter):
    """session.mount("https://", RetryAdapter()); longest is the longest delay, in seconds, that it waits for."""

    def __init__(self, retries=3, longest=60, **options):
        super().__init__(**options)
        self.retries, self.longest = retries, longest

    def send(self, request, **options):
        made = 0
        while True:
            response = super().send(request, **options)
            answer = httpstatus.retry(response, request.method, retries_made=made, max_retries=self.retries)
            delay = 2**made / 2 if answer.delay is None else answer.delay
            # What a file or a generator gave cannot be sent again.
            if not answer or delay > self.longest or not isinstance(request.body, (str, bytes, type(None))):
                return response
            if answer.need != "new_connection":
                response.content  # noqa: B018 (what is left unread would close the connection)
            response.close()
            time.sleep(delay)
            made += 1


def main():
    with requests.Session() as session:
        for scheme in ("http://", "https://"):
            session.mount(scheme, RetryAdapter())
        response = session.request(sys.argv[2] if len(sys.argv) > 2 else "GET", sys.argv[1])
    print(httpstatus.Status(response.status_code).label)


if __name__ == "__main__":
    main()
