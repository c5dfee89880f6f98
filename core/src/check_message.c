/* Checks of status codes, interim responses, upgrades and framing. */
#include <string.h>

#include "check.h"
#include "row.h"

/* Status codes. */

/* Valid are 100 to 599 (RFC 9110 Section 15). */
CHECK(status_out_of_range)
{
  if (l->in.status < 100 || l->in.status > 599) {
    httpstatus__found(l, "{status} is not in the range of status codes, 100 to 599");
  }
}

static const httpstatus_row *registered(const httpstatus__lint *l)
{
  const httpstatus_row *row = httpstatus__primary(l->in.status);
  return row != NULL && row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL ? row : NULL;
}

/*
 * Clients treat what they do not know as x00 (RFC 9110 Section 15); applications keep to what is registered (RFC 9205
 * Section 4.6).
 */
CHECK(status_unregistered)
{
  if (l->in.status >= 100 && l->in.status <= 599 && registered(l) == NULL) {
    httpstatus__found(l, "{status} is not registered, so it counts as the x00 of its class");
  }
}

/* 305 is deprecated, 306 no longer used (RFC 9110 Sections 15.4.6 and 15.4.7), 510 obsoleted. */
CHECK(status_retired)
{
  if (l->in.status == 305 || l->in.status == 306 || l->in.status == 510) {
    httpstatus__found(l, "{status} is no longer to be used");
  }
}

/* 402 and 418 are kept free (RFC 9110 Sections 15.5.3 and 15.5.19); a temporary registration ends. */
CHECK(status_reserved)
{
  const httpstatus_row *row = registered(l);
  bool temporary = row != NULL && row->registration == HTTPSTATUS_REGISTRATION_TEMPORARY;
  if (l->in.status == 402 || l->in.status == 418 || temporary) {
    httpstatus__found(l, temporary ? "{status} is registered only for a time" : "{status} is reserved");
  }
}

/* Interim responses and upgrade. */

/* HTTP/1.0 knows no 1xx, so a server must not send one to a client of it (RFC 9110 Section 15.2). */
CHECK(interim_to_http10)
{
  if (httpstatus__is_family(l, 100) && KNOWS(REQUEST_VERSION) &&
      l->in.request_version == HTTPSTATUS_LINT_VERSION_1_0) {
    httpstatus__found(l, "{status} was sent to an HTTP/1.0 request");
  }
}

/* A 101 must say in Upgrade what it switches to (RFC 9110 Section 15.2.2). */
CHECK(switching_protocols_no_upgrade)
{
  if (l->in.status == 101 && !httpstatus__is_http2(l) && !httpstatus__has_member(&l->response, HTTPSTATUS__UPGRADE)) {
    httpstatus__found(l, "101 does not say in Upgrade which protocol comes next");
  }
}

/* HTTP/1.0 and 1.1 name what is layered over the new protocol (RFC 2817 Section 3.3). */
static bool is_layered(httpstatus__reader protocol)
{
  return httpstatus__is(protocol, "http/1.0") || httpstatus__is(protocol, "http/1.1");
}

static bool request_offers(const httpstatus__lint *l, httpstatus__reader protocol)
{
  httpstatus__members offers = httpstatus__members_of(&l->request, HTTPSTATUS__UPGRADE);
  httpstatus__reader offer;
  while (httpstatus__next_member(&offers, &offer)) {
    if (httpstatus__is_same(offer, protocol)) {
      return true;
    }
  }
  return false;
}

/*
 * A server must not switch to a protocol that the client did not ask for (RFC 9110 Section 7.8). Only the first few are
 * looked up, for a long list against another would take the product of their lengths.
 */
CHECK(switching_protocols_unrequested)
{
  enum { LOOKED_UP = 8 };
  if (l->in.status != 101 || !HAS(UPGRADE) || !KNOWS(REQUEST_FIELDS)) {
    return;
  }
  httpstatus__members members = MEMBERS(UPGRADE);
  httpstatus__reader protocol;
  size_t told = HTTPSTATUS_LINT_NO_LINE;
  for (int i = 0; i < LOOKED_UP && httpstatus__next_member(&members, &protocol); i++) {
    if (members.line != told && !is_layered(protocol) && !request_offers(l, protocol)) {
      httpstatus__found_in(l, members.line, protocol, "the request did not offer the protocol {text}");
      told = members.line;
    }
  }
}

/* The answer to the client's key shows that the server knows the protocol (RFC 6455 Section 4.2.2). */
CHECK(websocket_no_accept)
{
  if (l->in.status == 101 && !HAS(SEC_WEBSOCKET_ACCEPT) &&
      httpstatus__lists(&l->response, HTTPSTATUS__UPGRADE, "websocket")) {
    httpstatus__found(l, "101 switches to WebSocket without Sec-WebSocket-Accept");
  }
}

/* HTTP/2 and 3 have no 101 (RFC 9113 Section 8.6, RFC 9114 Section 4.5). */
CHECK(switching_protocols_h2)
{
  if (l->in.status == 101 && KNOWS(VERSION) && httpstatus__is_http2(l)) {
    httpstatus__found(l, "101 does not exist in HTTP/2 and HTTP/3");
  }
}

/* Upgrade holds for one connection only, so Connection has to list it (RFC 9110 Section 7.8). */
CHECK(upgrade_not_in_connection)
{
  if (HAS(UPGRADE) && KNOWS(VERSION) && httpstatus__is_http1(l) &&
      !httpstatus__lists(&l->response, HTTPSTATUS__CONNECTION, "upgrade")) {
    httpstatus__found_at(l, LINE(UPGRADE), "Upgrade: {text} is sent, but Connection does not list upgrade");
  }
}

/* Framing. */

/* Is the field barred: on 1xx and 204, and on 2xx to CONNECT (RFC 9110 Section 8.6, RFC 9112 Section 6.1)? 103 too. */
static bool bars_framing(httpstatus__lint *l)
{
  return httpstatus__is_family(l, 100) || l->in.status == 204 ||
         (httpstatus__is_family(l, 200) && httpstatus__method_is(l, "CONNECT"));
}

CHECK(content_length_forbidden)
{
  if (HAS(CONTENT_LENGTH) && bars_framing(l)) {
    httpstatus__found_at(l, LINE(CONTENT_LENGTH), "Content-Length: {text} is sent with {status}, which has no content");
  }
}

CHECK(transfer_encoding_forbidden)
{
  if (HAS(TRANSFER_ENCODING) && bars_framing(l)) {
    httpstatus__found_at(l, LINE(TRANSFER_ENCODING),
                         "Transfer-Encoding: {text} is sent with {status}, which has no content");
  }
}

/* One of the two decides where the content ends, and which one depends on who reads it (RFC 9112 Section 6.2). */
CHECK(content_length_and_transfer_encoding)
{
  if (HAS(CONTENT_LENGTH) && HAS(TRANSFER_ENCODING)) {
    httpstatus__found_at(l, LINE(CONTENT_LENGTH), "Content-Length: {text} is sent beside Transfer-Encoding");
  }
}

/* One number (RFC 9110 Section 8.6); several are fatal unless they are equal (RFC 9112 Section 6.3). */
CHECK(content_length_invalid)
{
  bool repeated = (l->response.repeated & BIT(CONTENT_LENGTH)) != 0;
  FOR_LINES_OF(line, CONTENT_LENGTH) {
    if (!httpstatus__is_number(httpstatus__value_at(&l->response, line))) {
      httpstatus__found_at(l, line, "Content-Length is not a number: {text}");
    } else if (repeated && line != LINE(CONTENT_LENGTH)) {
      httpstatus__found_at(l, line, "Content-Length is sent again: {text}");
    }
  }
}

/* 205 is sent without content (RFC 9110 Section 15.3.6). In reply to HEAD the length is that of another response. */
CHECK(reset_content_not_empty)
{
  httpstatus__reader length;
  if (l->in.status == 205 && httpstatus__content_length(l, &length) && !httpstatus__is_zero(length) &&
      KNOWS(METHOD) && !httpstatus__method_is(l, "HEAD")) {
    httpstatus__found_at(l, LINE(CONTENT_LENGTH), "205 announces {text} bytes of content");
  }
}

/* HTTP/1.0 has no transfer codings (RFC 9112 Section 6.1). */
CHECK(transfer_encoding_http10)
{
  if (!HAS(TRANSFER_ENCODING)) {
    return;
  }
  if (l->in.version == HTTPSTATUS_LINT_VERSION_1_0) {
    httpstatus__found_at(l, LINE(TRANSFER_ENCODING), "Transfer-Encoding: {text} is sent in an HTTP/1.0 response");
  } else if (KNOWS(REQUEST_VERSION) && l->in.request_version == HTTPSTATUS_LINT_VERSION_1_0) {
    httpstatus__found_at(l, LINE(TRANSFER_ENCODING), "Transfer-Encoding: {text} is sent to an HTTP/1.0 request");
  }
}

/* chunked is applied once, and last or the connection is closed instead (RFC 9112 Sections 6.1 and 6.3). */
CHECK(chunked_misplaced)
{
  httpstatus__members members = MEMBERS(TRANSFER_ENCODING);
  httpstatus__reader coding;
  size_t chunked = HTTPSTATUS_LINT_NO_LINE;
  bool last = false;
  while (httpstatus__next_member(&members, &coding)) {
    last = httpstatus__is(httpstatus__take_until(&coding, ';'), "chunked");
    if (last && chunked != HTTPSTATUS_LINT_NO_LINE) {
      httpstatus__found_at(l, members.line, "Transfer-Encoding lists chunked twice: {text}");
      return;
    }
    chunked = last ? members.line : chunked;
  }
  if (chunked != HTTPSTATUS_LINT_NO_LINE && !last) {
    httpstatus__found_as(l, WARNING, chunked, "Transfer-Encoding lists chunked, but not last: {text}");
  }
}

/* Has it no content whatever its fields say (RFC 9112 Section 6.3)? */
static bool is_bodiless(const httpstatus__lint *l)
{
  return httpstatus__is_family(l, 100) || l->in.status == 204 || l->in.status == 304;
}

static bool may_have_content(httpstatus__lint *l)
{
  return KNOWS(METHOD) && !httpstatus__method_is(l, "HEAD") &&
         !(httpstatus__is_family(l, 200) && httpstatus__method_is(l, "CONNECT"));
}

/* Without a length only the end of the connection ends the content, and a cut looks the same (RFC 9112 6.3, 9.6). */
CHECK(close_delimited)
{
  if (HAS(CONTENT_LENGTH) || HAS(TRANSFER_ENCODING) || is_bodiless(l) || !KNOWS(VERSION) || !httpstatus__is_http1(l) ||
      !may_have_content(l)) {
    return;
  }
  bool close = httpstatus__lists(&l->response, HTTPSTATUS__CONNECTION, "close");
  httpstatus__found(l, close ? "only the end of the connection tells where the content ends"
                             : "only the end of the connection tells where the content ends, and Connection does not "
                               "list close");
}

/* Content should say what it is (RFC 9110 Section 8.3). A 206 to If-Range leaves out what the client has already. */
CHECK(content_type_missing)
{
  httpstatus__reader length;
  if (HAS(CONTENT_TYPE) || !httpstatus__content_length(l, &length) || httpstatus__is_zero(length) || is_bodiless(l) ||
      l->in.status == 205 || !may_have_content(l)) {
    return;
  }
  if (l->in.status == 206 && (!KNOWS(REQUEST_FIELDS) || ASKED(IF_RANGE))) {
    return;
  }
  httpstatus__found_at(l, LINE(CONTENT_LENGTH), "{text} bytes of content are announced without Content-Type");
}

/* Such fields make a message of HTTP/2 or 3 malformed (RFC 9113 Section 8.2.2, RFC 9114 Section 4.2). */
CHECK(connection_fields_h2)
{
  const httpstatus__fields barred =
    BIT(CONNECTION) | BIT(PROXY_CONNECTION) | BIT(KEEP_ALIVE) | BIT(TRANSFER_ENCODING) | BIT(UPGRADE);
  if ((l->response.present & barred) == 0 || !KNOWS(VERSION) || !httpstatus__is_http2(l)) {
    return;
  }
  FOR_LINES(line, barred) {
    httpstatus__found_at(l, line, "{name} is not allowed in HTTP/2 and HTTP/3: {text}");
  }
}

/* Does the name belong to a field for everybody on the way? */
static bool is_for_all(httpstatus__reader option)
{
  return httpstatus__is_end_to_end(httpstatus__known_of(option.at, httpstatus__left(option)));
}

/* A listed field is thrown away on the next hop, so one meant for all must not be listed (RFC 9110 Section 7.6.1). */
CHECK(connection_lists_end_to_end)
{
  httpstatus__members members = MEMBERS(CONNECTION);
  httpstatus__reader option;
  size_t told = HTTPSTATUS_LINT_NO_LINE;
  while (httpstatus__next_member(&members, &option)) {
    if (members.line != told && is_for_all(option)) {
      httpstatus__found_in(l, members.line, option, "Connection lists {text}, which is for every recipient");
      told = members.line;
    }
  }
}

/* A field about this connection has to be listed, or it travels on (RFC 9110 Section 7.6.1). */
CHECK(keep_alive_unlisted)
{
  if (HAS(KEEP_ALIVE) && KNOWS(VERSION) && httpstatus__is_http1(l) &&
      !httpstatus__lists(&l->response, HTTPSTATUS__CONNECTION, "keep-alive")) {
    httpstatus__found_at(l, LINE(KEEP_ALIVE), "Keep-Alive: {text} is sent, but Connection does not list keep-alive");
  }
}
