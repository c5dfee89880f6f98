"""A transport for httpx that decides by httpstatus.retry() whether to send a request again. As a program it gets one
URL: python retry_httpx.py URL [METHOD]"""

import sys
import time

import httpx

import httpstatus


class RetryTransport(httpx.BaseTransport):
    """httpx.Client(transport=RetryTransport()); longest is the longest delay, in seconds, that it waits for."""

    def __init__(self, transport=None, retries=3, longest=60):
        self.transport = httpx.HTTPTransport() if transport is None else transport
        self.retries, self.longest = retries, longest

    def handle_request(self, request):
        made = 0
        while True:
            response = self.transport.handle_request(request)
            answer = httpstatus.retry(response, request.method, retries_made=made, max_retries=self.retries)
            delay = 2**made / 2 if answer.delay is None else answer.delay
            # What a file or a generator gave cannot be sent again.
            if not answer or delay > self.longest or not isinstance(request.stream, httpx.ByteStream):
                return response
            if answer.need != "new_connection":
                response.read()  # What is left unread would close the connection.
            response.close()
            time.sleep(delay)
            made += 1

    def close(self):
        self.transport.close()


def main():
    with httpx.Client(transport=RetryTransport()) as client:
        response = client.request(sys.argv[2] if len(sys.argv) > 2 else "GET", sys.argv[1])
    print(httpstatus.Status(response.status_code).label)


if __name__ == "__main__":
    main()
