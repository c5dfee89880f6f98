"""A Retry for urllib3 that decides by httpstatus.retry() instead of by a list of codes. As a program it gets one URL:
python retry_urllib3.py URL [METHOD]"""

import sys

import urllib3
from urllib3.exceptions import MaxRetryError, ResponseError

import httpstatus


class Retry(urllib3.Retry):
    """raise_on_status=False returns the last response, as in urllib3 itself."""

    LONGEST = 60  # seconds: who is told to come back later than that does not wait here

    def is_retry(self, method, status_code, has_retry_after=False):
        # The value of the field is not told here; increment() reads it. What counts is that there is one.
        return bool(httpstatus.retry(status_code, method, retry_after="0" if has_retry_after else None))

    def get_retry_after(self, response):
        return httpstatus.retry(response, "GET").delay  # None where the field is garbage: urllib3 would raise

    def increment(self, method=None, url=None, response=None, error=None, _pool=None, _stacktrace=None):
        if response is not None and not response.get_redirect_location():
            answer = httpstatus.retry(response, method)
            # urllib3 has put the connection back before it asks, so what needs another one is not for it.
            stays = answer.need == "new_connection" and response.headers.get("Connection", "").lower() != "close"
            if not answer or stays or (answer.delay or 0) > self.LONGEST:
                raise MaxRetryError(_pool, url, ResponseError(answer.reason))
        return super().increment(method, url, response, error, _pool, _stacktrace)


def main():
    url, method = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "GET"
    retries = Retry(total=3, backoff_factor=0.5, raise_on_status=False)
    response = urllib3.PoolManager(retries=retries).request(method, url)
    print(httpstatus.Status(response.status).label)
    for made in response.retries.history:
        print(f"  after {httpstatus.Status(made.status).label}" if made.status else f"  after {made.error}")


if __name__ == "__main__":
    main()
