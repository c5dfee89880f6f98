/*
 * A client on libcurl that asks httpstatus_retry() whether to send a request again, and httpstatus_redirect() where to
 * go and with what. Usage: retry_curl URL [METHOD [CONTENT]]. Prints the last status; each step goes to standard error.
 */
#include <curl/curl.h>
#include <httpstatus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RETRIES = 3, REDIRECTS = 10, LONGEST = 60, FIELDS = 1000 };

static size_t drop(char *data, size_t size, size_t n, void *to)
{
  (void)data;
  (void)to;
  return size * n;
}

/*
 * The fields of the response. The manual promises their text until the next call only, but libcurl keeps it until the
 * next request.
 */
static size_t read_fields(CURL *curl, httpstatus_field_line *fields)
{
  size_t n = 0;
  struct curl_header *header = NULL;
  while (n < FIELDS && (header = curl_easy_nextheader(curl, CURLH_HEADER, -1, header)) != NULL) {
    fields[n++] = (httpstatus_field_line){header->name, strlen(header->name), header->value, strlen(header->value)};
  }
  return n;
}

static CURLcode send_request(CURL *curl, const char *method, const char *content)
{
  if (content == NULL && (strcmp(method, "POST") == 0 || strcmp(method, "PUT") == 0)) {
    content = ""; /* So that Content-Length says that there is none (RFC 9110 Section 8.6). */
  }
  curl_easy_setopt(curl, CURLOPT_NOBODY, (long)(strcmp(method, "HEAD") == 0));
  if (content != NULL) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, content);
  } else if (strcmp(method, "HEAD") != 0) {
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  }
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
  return curl_easy_perform(curl);
}

static void wait_for(int64_t seconds, long milliseconds)
{
  struct timespec time = {(time_t)seconds + milliseconds / 1000, milliseconds % 1000 * 1000000};
  nanosleep(&time, NULL);
}

/* Sends a request, again and elsewhere as long as that is advised. Returns the last status, 0 after a failure. */
static int fetch(CURL *curl, const char *method, const char *content)
{
  static httpstatus_field_line fields[FIELDS];
  int retries = 0, redirects = 0, max_retries = RETRIES;
  for (;;) {
    CURLcode failure = send_request(curl, method, content);
    if (failure != CURLE_OK) {
      fprintf(stderr, "%s\n", curl_easy_strerror(failure));
      return 0;
    }
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    size_t n = read_fields(curl, fields), length = strlen(method);
    int64_t now = time(NULL);
    char reason[300];

    httpstatus_retry_options asked = {.size = sizeof asked, .fields = fields, .n_fields = n, .now = &now,
                                      .retries_made = retries, .max_retries = &max_retries};
    httpstatus_retry_result answer;
    int verdict = httpstatus_retry((int)code, method, length, &asked, &answer);
    if (verdict == HTTPSTATUS_VERDICT_YES && answer.delay <= LONGEST) {
      httpstatus_retry_reason((int)code, method, length, &asked, reason, sizeof reason);
      fprintf(stderr, "%s\n", reason);
      curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, (long)(answer.need == HTTPSTATUS_NEED_NEW_CONNECTION));
      bool told = answer.delay != HTTPSTATUS_SECONDS_UNKNOWN;
      wait_for(told ? answer.delay : 0, told ? 0 : 500L << retries);
      retries++;
      continue;
    }

    httpstatus_redirect_options way = {.size = sizeof way, .fields = fields, .n_fields = n, .now = &now};
    httpstatus_redirect_result step;
    char *target = NULL;
    curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &target);
    if (httpstatus_redirect((int)code, method, length, &way, &step) != HTTPSTATUS_ACTION_FOLLOW || target == NULL ||
        step.delay > LONGEST || redirects == REDIRECTS) {
      return (int)code;
    }
    httpstatus_redirect_reason((int)code, method, length, &way, reason, sizeof reason);
    fprintf(stderr, "%s\n", reason);
    curl_easy_setopt(curl, CURLOPT_URL, target);
    wait_for(step.delay > 0 ? step.delay : 0, 0);
    /* Either our own text or a constant of the library: both end with a NUL, so the length is not needed. */
    method = step.method;
    content = step.keep_content == HTTPSTATUS_TOLD_NO ? NULL : content;
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 0L);
    redirects++;
    retries = 0;
  }
}

int main(int argc, char **argv)
{
  if (argc < 2 || argc > 4) {
    fprintf(stderr, "usage: %s URL [METHOD [CONTENT]]\n", argv[0]);
    return 2;
  }
  CURL *curl = curl_easy_init();
  struct curl_slist *lines = curl_slist_append(NULL, "Content-Type:"); /* Else libcurl would call content a form. */
  if (curl == NULL || lines == NULL) {
    return 2;
  }
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_URL, argv[1]);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)LONGEST);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  int code = fetch(curl, argc > 2 ? argv[2] : "GET", argc > 3 ? argv[3] : NULL);
  curl_easy_cleanup(curl);
  curl_slist_free_all(lines);
  if (code == 0) {
    return 1;
  }
  char label[160];
  httpstatus_label(code, label, sizeof label);
  printf("%s\n", label);
  return 0;
}
