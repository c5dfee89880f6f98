/* HTTP status codes, exported by core/export/export.py. This data is dedicated to the public domain under CC0 1.0.
 *
 * Each row is X(code, name, vendor, phrase, summary). A phrase that is missing is "". Rows may share a number. */
#ifndef HTTPSTATUS_MAP_H
#define HTTPSTATUS_MAP_H

/* The IANA registry. */
#define HTTPSTATUS_REGISTERED_MAP(X) \
  X(100, CONTINUE, "iana", "Continue", "The server has received the head of the request and wants the client to send the rest.") \
  X(101, SWITCHING_PROTOCOLS, "iana", "Switching Protocols", "The server agrees to change the protocol on this connection to one the client offered in Upgrade.") \
  X(102, PROCESSING, "iana", "Processing", "The server has accepted a WebDAV request and is still working on it.") \
  X(103, EARLY_HINTS, "iana", "Early Hints", "The server sends fields it expects the final response to have, so that the client can prepare.") \
  X(104, UPLOAD_RESUMPTION_SUPPORTED, "iana", "Upload Resumption Supported", "The server says during an upload that it can be resumed later, and where, or how much has arrived.") \
  X(200, OK, "iana", "OK", "The request succeeded, and the content depends on its method.") \
  X(201, CREATED, "iana", "Created", "The request succeeded and created one or more resources.") \
  X(202, ACCEPTED, "iana", "Accepted", "The request was taken for processing that has not finished and may yet fail.") \
  X(203, NON_AUTHORITATIVE_INFORMATION, "iana", "Non-Authoritative Information", "The request succeeded, but a proxy on the way changed the content it got from the origin.") \
  X(204, NO_CONTENT, "iana", "No Content", "The request succeeded and there is no content to send.") \
  X(205, RESET_CONTENT, "iana", "Reset Content", "The request succeeded, and the server wants the client to reset the view that sent it.") \
  X(206, PARTIAL_CONTENT, "iana", "Partial Content", "The response carries only the parts of the representation that the Range field asked for.") \
  X(207, MULTI_STATUS, "iana", "Multi-Status", "The content is an XML document with separate statuses for several resources (WebDAV).") \
  X(208, ALREADY_REPORTED, "iana", "Already Reported", "Inside a 207: the members of this collection were already listed under another binding.") \
  X(226, IM_USED, "iana", "IM Used", "The content is the result of instance manipulations, such as a delta, that the client asked for.") \
  X(300, MULTIPLE_CHOICES, "iana", "Multiple Choices", "The resource has several representations, each with its own address, and the client may choose.") \
  X(301, MOVED_PERMANENTLY, "iana", "Moved Permanently", "The resource has moved for good to the URI in Location; a POST may be repeated there as a GET.") \
  X(302, FOUND, "iana", "Found", "The resource is for the moment at the URI in Location; a POST may be repeated there as a GET.") \
  X(303, SEE_OTHER, "iana", "See Other", "The answer is a different resource, to be fetched with GET from the URI in Location.") \
  X(304, NOT_MODIFIED, "iana", "Not Modified", "A conditional GET or HEAD found the client's stored copy still good, so no content is sent.") \
  X(305, USE_PROXY, "iana", "Use Proxy", "Deprecated: the resource had to be reached through the proxy named in Location.") \
  X(306, UNUSED_306, "iana", "", "Reserved: a draft once used it to change the proxy, and it no longer has a meaning.") \
  X(307, TEMPORARY_REDIRECT, "iana", "Temporary Redirect", "The resource is for the moment at the URI in Location; the method must stay the same.") \
  X(308, PERMANENT_REDIRECT, "iana", "Permanent Redirect", "The resource has moved for good to the URI in Location; a POST stays a POST.") \
  X(400, BAD_REQUEST, "iana", "Bad Request", "The server takes the request to be faulty and cannot or will not process it.") \
  X(401, UNAUTHORIZED, "iana", "Unauthorized", "The request lacks valid credentials for the resource.") \
  X(402, PAYMENT_REQUIRED, "iana", "Payment Required", "Reserved for future use; services that send it mean something of their own about payment.") \
  X(403, FORBIDDEN, "iana", "Forbidden", "The server understood the request and refuses to fulfil it.") \
  X(404, NOT_FOUND, "iana", "Not Found", "The server has nothing at this URI, or will not say that it has.") \
  X(405, METHOD_NOT_ALLOWED, "iana", "Method Not Allowed", "The resource does not support this method; Allow lists the ones it does.") \
  X(406, NOT_ACCEPTABLE, "iana", "Not Acceptable", "No representation fits the request's Accept fields, and the server will not send another one.") \
  X(407, PROXY_AUTHENTICATION_REQUIRED, "iana", "Proxy Authentication Required", "The client must first authenticate itself to the proxy.") \
  X(408, REQUEST_TIMEOUT, "iana", "Request Timeout", "The server did not receive a complete request in the time it was prepared to wait.") \
  X(409, CONFLICT, "iana", "Conflict", "The request conflicts with the current state of the resource.") \
  X(410, GONE, "iana", "Gone", "The resource was here and is gone, most likely for ever.") \
  X(411, LENGTH_REQUIRED, "iana", "Length Required", "The server wants a Content-Length field with the request.") \
  X(412, PRECONDITION_FAILED, "iana", "Precondition Failed", "A condition in the request's fields was false when the server tested it.") \
  X(413, CONTENT_TOO_LARGE, "iana", "Content Too Large", "The content of the request is more than the server will take or can handle.") \
  X(414, URI_TOO_LONG, "iana", "URI Too Long", "The URI is longer than the server is prepared to read.") \
  X(415, UNSUPPORTED_MEDIA_TYPE, "iana", "Unsupported Media Type", "The request content is in a format that the resource does not support for this method.") \
  X(416, RANGE_NOT_SATISFIABLE, "iana", "Range Not Satisfiable", "None of the requested ranges can be served, or the set of ranges was refused.") \
  X(417, EXPECTATION_FAILED, "iana", "Expectation Failed", "A requirement in the Expect field could not be met by at least one server on the way.") \
  X(418, IM_A_TEAPOT, "iana", "", "Reserved: it has been sent as a joke so often that it gets no other meaning for now.") \
  X(421, MISDIRECTED_REQUEST, "iana", "Misdirected Request", "The request reached a server that cannot answer for its target URI.") \
  X(422, UNPROCESSABLE_CONTENT, "iana", "Unprocessable Content", "The content is well formed and its type is understood, but its instructions cannot be followed.") \
  X(423, LOCKED, "iana", "Locked", "The source or destination resource is locked (WebDAV).") \
  X(424, FAILED_DEPENDENCY, "iana", "Failed Dependency", "The method was not carried out because another action that it depended on failed (WebDAV).") \
  X(425, TOO_EARLY, "iana", "Too Early", "The server will not risk processing a request that might be a replay.") \
  X(426, UPGRADE_REQUIRED, "iana", "Upgrade Required", "The server refuses this protocol and names the ones it wants in Upgrade.") \
  X(428, PRECONDITION_REQUIRED, "iana", "Precondition Required", "The server wants the request to be conditional, to keep it from overwriting changes.") \
  X(429, TOO_MANY_REQUESTS, "iana", "Too Many Requests", "The client has sent too many requests in a given time.") \
  X(431, REQUEST_HEADER_FIELDS_TOO_LARGE, "iana", "Request Header Fields Too Large", "The request's header fields, one of them or all together, are too large for the server.") \
  X(451, UNAVAILABLE_FOR_LEGAL_REASONS, "iana", "Unavailable For Legal Reasons", "Access to the resource is denied because of a legal demand.") \
  X(500, INTERNAL_SERVER_ERROR, "iana", "Internal Server Error", "The server met an unexpected condition that kept it from fulfilling the request.") \
  X(501, NOT_IMPLEMENTED, "iana", "Not Implemented", "The server does not support what is needed to fulfil the request, such as its method.") \
  X(502, BAD_GATEWAY, "iana", "Bad Gateway", "A gateway or proxy got an invalid response from the server it asked.") \
  X(503, SERVICE_UNAVAILABLE, "iana", "Service Unavailable", "The server cannot handle the request for now, because of overload or maintenance.") \
  X(504, GATEWAY_TIMEOUT, "iana", "Gateway Timeout", "A gateway or proxy did not get a response in time from a server it needed.") \
  X(505, HTTP_VERSION_NOT_SUPPORTED, "iana", "HTTP Version Not Supported", "The server does not support, or refuses, the major HTTP version of the request.") \
  X(506, VARIANT_ALSO_NEGOTIATES, "iana", "Variant Also Negotiates", "The chosen variant is itself set up to negotiate, so no answer can be formed.") \
  X(507, INSUFFICIENT_STORAGE, "iana", "Insufficient Storage", "The server cannot store what it needs to complete the request (WebDAV).") \
  X(508, LOOP_DETECTED, "iana", "Loop Detected", "The server met an infinite loop in a Depth: infinity request and ended it (WebDAV).") \
  X(510, NOT_EXTENDED, "iana", "Not Extended", "The request does not meet the extension policy for the resource; obsoleted.") \
  X(511, NETWORK_AUTHENTICATION_REQUIRED, "iana", "Network Authentication Required", "The client must log in to the network, such as a Wi-Fi hot spot, before it gets access.")

/* Everybody else. */
#define HTTPSTATUS_VENDOR_MAP(X) \
  X(444, NO_RESPONSE, "nginx", "No Response", "nginx was configured to close the connection without an answer.") \
  X(494, REQUEST_HEADER_TOO_LARGE, "nginx", "Request Header Or Cookie Too Large", "A header line or cookie is too long for nginx, which by default shows 400 for it.") \
  X(495, SSL_CERTIFICATE_ERROR, "nginx", "The SSL certificate error", "The client's certificate failed verification; by default nginx shows 400 for it.") \
  X(496, SSL_CERTIFICATE_REQUIRED, "nginx", "No required SSL certificate was sent", "The client sent no certificate where nginx requires one; by default it shows 400.") \
  X(497, HTTP_REQUEST_SENT_TO_HTTPS_PORT, "nginx", "The plain HTTP request was sent to HTTPS port", "Plain HTTP came in on a TLS port; by default nginx shows 400 for it.") \
  X(498, INVALID_HOST_RETIRED, "nginx", "", "A retired number inside nginx for requests with an invalid host name.") \
  X(499, CLIENT_CLOSED_REQUEST, "nginx", "Client Closed Request", "The client closed the connection while nginx was still handling the request.") \
  X(499, CLIENT_CLOSED_REQUEST, "cloudflare", "Client Closed Request", "The visitor closed the connection before the Cloudflare edge had finished.") \
  X(520, WEB_SERVER_RETURNED_AN_UNKNOWN_ERROR, "cloudflare", "Web server returns an unknown error", "The origin's response was empty, malformed or otherwise unexpected.") \
  X(521, WEB_SERVER_IS_DOWN, "cloudflare", "Web server is down", "The origin refused the connection from Cloudflare.") \
  X(522, CONNECTION_TIMED_OUT, "cloudflare", "Connection timed out", "Connecting to the origin, or waiting for it to acknowledge the request, took too long.") \
  X(523, ORIGIN_IS_UNREACHABLE, "cloudflare", "Origin is unreachable", "Cloudflare found no route to the origin.") \
  X(524, A_TIMEOUT_OCCURRED, "cloudflare", "A timeout occurred", "The origin accepted the connection but did not answer in time.") \
  X(525, SSL_HANDSHAKE_FAILED, "cloudflare", "SSL handshake failed", "The TLS handshake between Cloudflare and the origin failed.") \
  X(526, INVALID_SSL_CERTIFICATE, "cloudflare", "Invalid SSL certificate", "Cloudflare could not validate the origin's certificate.") \
  X(527, RAILGUN_ERROR, "cloudflare", "Railgun Error", "The link to Railgun, a discontinued service of Cloudflare at the origin, failed.") \
  X(530, ORIGIN_DNS_ERROR, "cloudflare", "Error 530", "Cloudflare could not resolve the origin's host name; the content carries a 1xxx code.") \
  X(460, CLIENT_CLOSED_CONNECTION, "aws-elb", "", "The client closed its connection to the load balancer before the idle timeout was over.") \
  X(463, TOO_MANY_FORWARDED_IPS, "aws-elb", "", "The X-Forwarded-For field of the request lists more than 30 addresses.") \
  X(464, PROTOCOL_MISMATCH, "aws-elb", "", "The protocol of the request does not fit the protocol version of the target group.") \
  X(561, UNAUTHORIZED, "aws-elb", "Unauthorized", "The identity provider returned an error while the load balancer authenticated the user.") \
  X(562, JWKS_REQUEST_FAILED, "aws-elb", "JWKS Request Failed", "The load balancer could not fetch a usable key set for checking a JSON Web Token.") \
  X(419, PAGE_EXPIRED, "laravel", "Page Expired", "The form came without a valid CSRF token, often because the page had been open too long.") \
  X(420, ENHANCE_YOUR_CALM, "twitter", "Enhance Your Calm", "The client sent too many requests; Twitter used it from 2010 until 429 took its place.") \
  X(420, SHOP_LOCKED, "shopify", "", "The shop is locked; the Shopify Admin API moved to 423 in August 2018.") \
  X(430, SECURITY_REJECTION, "shopify", "Shopify Security Rejection", "Shopify took the request for malicious and refused it.") \
  X(530, ORIGIN_DNS_ERROR, "shopify", "Origin DNS Error", "The edge in front of Shopify could not resolve a DNS record.") \
  X(540, TEMPORARILY_DISABLED, "shopify", "Temporarily Disabled", "The requested endpoint is switched off for a while.") \
  X(783, UNEXPECTED_TOKEN, "shopify", "Unexpected Token", "The content of the request is not valid JSON.") \
  X(529, OVERLOADED_ERROR, "anthropic", "Overloaded", "The API is overloaded for the moment and the request may be sent again later.") \
  X(498, INVALID_TOKEN, "arcgis", "Invalid Token", "ArcGIS: the token is invalid or expired; told in the JSON content, mostly under 200.") \
  X(499, TOKEN_REQUIRED, "arcgis", "Token Required", "ArcGIS: a token is needed and none was sent; told in the JSON content, mostly under 200.") \
  X(440, LOGIN_TIMEOUT, "exchange", "Login Timeout", "Outlook Web Access could not establish or keep the login session.") \
  X(451, REDIRECT, "exchange", "Redirect", "Exchange ActiveSync points the device to a better server in X-MS-Location.") \
  X(456, BLOCKED, "exchange", "Blocked", "The account of the Exchange ActiveSync user is blocked.") \
  X(457, EXPIRED_PASSWORD, "exchange", "Expired Password", "The password of the Exchange ActiveSync user has expired.") \
  X(999, REQUEST_DENIED, "linkedin", "Request denied", "LinkedIn refuses what it takes for an automated visitor.") \
  X(308, RESUME_INCOMPLETE, "google", "Resume Incomplete", "A Google upload service has a part of a resumable upload and names it in Range.") \
  X(499, CLIENT_CLOSED_REQUEST, "google-rpc", "Client Closed Request", "The number that Google's API definitions pair with the RPC status CANCELLED.") \
  X(499, CLIENT_CLOSED_REQUEST, "traefik", "Client Closed Request", "The client cancelled the request while Traefik was handling it.") \
  X(496, SSL_CERTIFICATE_REQUIRED, "gorouter", "SSL Certificate Required", "The backend rejected the client certificate of the router, or got none.") \
  X(499, REQUEST_CANCELLED, "gorouter", "Request Cancelled", "The client cancelled the request before the backend had answered.") \
  X(525, SSL_HANDSHAKE_FAILED, "gorouter", "SSL Handshake Failed", "The TLS handshake between the router and the backend failed.") \
  X(526, INVALID_SSL_CERTIFICATE, "gorouter", "Invalid SSL Certificate", "The router does not trust the backend's certificate.") \
  X(499, CLIENT_CLOSED_CONNECTION, "azure-appgw", "Client closed the connection", "The client closed the connection to Application Gateway v2 before the answer was complete.") \
  X(499, CLIENT_REQUEST_INTERRUPTED, "heroku", "Client Request Interrupted", "The client's socket closed early; the Heroku router logs it together with error H27.") \
  X(419, AUTHENTICATION_TIMEOUT, "aspnetcore", "", "A constant for an authenticated session that has expired, which no RFC defines.") \
  X(499, CLIENT_CLOSED_REQUEST, "aspnetcore", "", "A constant for logging that the client went away, taken over from nginx.") \
  X(494, REQUEST_HEADER_TOO_LARGE, "kong", "Request header or cookie too large", "Kong met the number that nginx uses inside for an overlong header, and sends 400 for it.") \
  X(530, SITE_IS_FROZEN, "pantheon", "Site Frozen", "The hosted sandbox site is frozen because its code saw no activity.") \
  X(561, NO_SITE_DETECTED, "pantheon", "No site Detected", "The environment holds no application code or index file yet.") \
  X(508, RESOURCE_LIMIT_REACHED, "cloudlinux", "Resource Limit Is Reached", "The shared-hosting account has reached one of its process or resource limits.") \
  X(509, BANDWIDTH_LIMIT_EXCEEDED, "cpanel", "Bandwidth Limit Exceeded", "The hosted site has used up its data transfer; an Apache add-on sends it, not Apache itself.") \
  X(441, UNAUTHORIZED_NOT_REGISTERED, "qualys", "", "The caller of the SSL Labs API has not registered.") \
  X(529, SERVICE_OVERLOADED, "qualys", "", "The SSL Labs service is overloaded, through no fault of the caller.") \
  X(460, CHECKSUM_MISMATCH, "tus", "Checksum Mismatch", "The uploaded chunk does not match the checksum that came with it.") \
  X(420, EDGE_NO_ROUTING, "salesforce", "", "Salesforce Edge knows no route for the host of the request.") \
  X(463, LOOP_DETECTED, "alibaba-alb", "", "The load balancer saw a loop: a repeated forwarding rule or over 16 trace entries.") \
  X(499, CLIENT_CLOSE_REQUEST, "alibaba-alb", "Client Close Request", "The client dropped the connection to the load balancer.") \
  X(598, EDGE_SCRIPT_ERROR, "alibaba-edgeroutine", "", "The edge script was not run: too many at once, an overloaded node, or it was disabled.") \
  X(599, EDGE_SCRIPT_ERROR_599, "alibaba-edgeroutine", "", "The edge script, or its start, ended with an exception that nothing caught.") \
  X(449, RETRY_WITH, "ms-webdav", "Reply With", "The request lacked information; the server wants it again with an Ms-Echo-Reply field (MS-WDV).") \
  X(600, INVALID_HEADER, "squid", "", "Inside Squid: a header could not be parsed; clients get 502 for such a reply.") \
  X(601, HEADER_TOO_LARGE, "squid", "", "Inside Squid: a header was too large; clients get 502 for such a reply.") \
  X(599, CLIENT_FAILURE, "tornado", "", "Tornado's HTTP client got no response, for example after a timeout, and made this up.") \
  X(599, INTERNAL_EXCEPTION, "http-tiny", "Internal Exception", "The Perl client HTTP::Tiny could not carry out the request and made this up.") \
  X(999, UNABLE_TO_PROCESS_REQUEST, "yahoo", "Unable to process request at this time -- error 999", "Old Yahoo services sent it to limit the rate of requests.") \
  X(460, SERVICE_EXPIRED, "ovh", "This service is expired", "The OVH API refuses calls for a service whose subscription has ended.") \
  X(103, CHECKPOINT, "spring", "Checkpoint", "An old proposal for resumable requests: an interrupted upload may be continued.") \
  X(419, INSUFFICIENT_SPACE_ON_RESOURCE, "webdav-draft", "Insufficient Space On Resource", "Early WebDAV drafts: the resource has no room for the result of the method.") \
  X(420, METHOD_FAILURE, "webdav-draft", "Method Failure", "Early WebDAV drafts: the method failed because a related operation failed.") \
  X(421, DESTINATION_LOCKED, "webdav-draft", "Destination Locked", "Early WebDAV drafts: the destination of a move or copy was locked.") \
  X(425, UNORDERED_COLLECTION, "webdav-draft", "Unordered Collection", "WebDAV drafts: an order was asked of a collection that has none.") \
  X(306, SWITCH_PROXY, "ietf-draft", "Switch Proxy", "A draft of 1996 let a proxy tell the client to use another proxy.") \
  X(506, REDIRECTION_FAILED, "ietf-draft", "Redirection Failed", "A draft of 1996 reserved it for a redirection to a proxy that was refused.") \
  X(450, BLOCKED_BY_PARENTAL_CONTROLS, "windows-parental-controls", "Blocked by Parental Controls", "The web filter of Windows is said to answer so in place of a page it blocked.") \
  X(210, CONTENT_DIFFERENT, "haproxy", "Content Different", "Only a phrase in the table of HAProxy, for a number that a rule may set; nothing sends it.") \
  X(310, TOO_MANY_REDIRECTS, "haproxy", "Too many Redirects", "Only a phrase in the table of HAProxy, for a number that a rule may set; nothing sends it.") \
  X(456, UNRECOVERABLE_ERROR, "haproxy", "Unrecoverable Error", "Only a phrase in the table of HAProxy, for a number that a rule may set; nothing sends it.") \
  X(499, CLIENT_CLOSED_REQUEST, "caddy", "", "The client cancelled a proxied request; Caddy notes it, in the access log since June 2026.") \
  X(462, NOT_ALLOWED, "fastly", "Not Allowed", "One observer met it when a client's address was refused; Fastly documents nothing of the kind.") \
  X(550, VCL_ERROR_PASSTHROUGH, "fastly", "", "An error that VCL raises with this number is delivered as it is, for historical reasons.") \
  X(801, FORCE_TLS, "fastly", "", "A VCL error raised with this number makes the platform answer with a redirect to HTTPS.") \
  X(530, INTERNAL_EDGIO_ERROR, "edgio", "Internal Edgio Error", "An unexpected fault inside the platform.") \
  X(531, PROJECT_UPSTREAM_CONNECTION_ERROR, "edgio", "Project Upstream Connection Error", "The platform could not connect to the origin; older lists call it an upstream timeout.") \
  X(532, PROJECT_RESPONSE_TOO_LARGE, "edgio", "Project Response Too Large", "The body from the cloud function was above the size limit.") \
  X(533, PROJECT_UPSTREAM_TLS_ERROR, "edgio", "Project Upstream TLS Error", "TLS with the origin could not be negotiated.") \
  X(534, PROJECT_ERROR, "edgio", "Project Error", "The customer code threw an error or returned a malformed answer.") \
  X(535, UNKNOWN_PROJECT, "edgio", "Unknown Project", "The Host field is absent or matches no deployment.") \
  X(536, PROJECT_HTTP_RESPONSE_TIMEOUT, "edgio", "Project HTTP Response Timeout", "The connection to the origin was made, but no HTTP answer came back.") \
  X(537, PROJECT_DNS_RESOLUTION_ERROR, "edgio", "Project DNS Resolution Error", "The origin host name could not be resolved.") \
  X(538, PROJECT_REQUEST_LOOP, "edgio", "Project Request Loop", "Requests nested through the platform more than three deep.") \
  X(539, PROJECT_TIMEOUT, "edgio", "Project Timeout", "The cloud function did not answer in time.") \
  X(540, OUT_OF_RESOURCES, "edgio", "Edgio Out of Resources", "The cloud function died for lack of memory; earlier versions said Out of Memory.") \
  X(541, OUT_OF_WORKERS, "edgio", "Edgio Out of Workers", "Traffic was too high for the request to be scheduled.") \
  X(542, PROJECT_HEADER_OVERFLOW, "edgio", "Project Header Overflow", "The request or response had too many header fields or too many bytes of them.") \
  X(543, GLOBAL_UPSTREAM_TIMEOUT, "edgio", "Global Upstream Timeout", "The edge could not pass the request to the shield location in time.") \
  X(544, INVALID_HOST_HEADER, "edgio", "Invalid Host Header", "The Host field is not a valid domain name.") \
  X(545, COMPONENT_NOT_READY, "edgio", "Edgio Component Not Ready", "Traffic reached a component that had not finished starting.") \
  X(546, SHIELD_TLS_ERROR, "edgio", "Edgio Origin Shield POP TLS Error", "TLS between the edge and the shield location failed; earlier versions said Global POP.") \
  X(547, SHIELD_NO_HTTP_RESPONSE, "edgio", "Edgio Origin Shield POP No HTTP Response", "The shield location returned no HTTP answer; earlier versions said Global POP.") \
  X(548, SHIELD_DNS_ERROR, "edgio", "Edgio Origin Shield POP DNS Resolution Error", "The name of the shield location could not be resolved; earlier versions said Global POP.") \
  X(549, PROJECT_CRASHED, "edgio", "Project Crashed", "The process of the customer code ended abruptly, so the next request starts cold.") \
  X(893, POP_LOAD_BALANCING, "edgio", "", "Said to mark load balancing of a popular asset; the documents of Edgio do not contain it.") \
  X(418, DOMAIN_CONFIG_MISSING, "tencent-edgeone", "", "The edge node holds no configuration for the requested domain; collides with the reserved 418.") \
  X(423, CDN_LOOP, "tencent-edgeone", "", "The request looped through the network sixteen times or more; collides with 423 Locked.") \
  X(499, CLIENT_CLOSED_REQUEST, "tencent-edgeone", "", "Logs and charts show it when the client leaves before the node answers.") \
  X(520, ORIGIN_RESET_AFTER_CONNECT, "tencent-edgeone", "", "The origin reset the connection after it had been set up and the request sent.") \
  X(521, ORIGIN_RESET_ON_CONNECT, "tencent-edgeone", "", "The origin reset the connection while it was being set up.") \
  X(522, ORIGIN_CONNECT_TIMEOUT, "tencent-edgeone", "", "The origin never answered the connection attempt.") \
  X(523, ORIGIN_DNS_FAILURE, "tencent-edgeone", "", "The node could not resolve the host name of the origin.") \
  X(524, ORIGIN_RESPONSE_TIMEOUT, "tencent-edgeone", "", "The origin accepted the request but sent no answer in time.") \
  X(525, ORIGIN_TLS_FAILURE, "tencent-edgeone", "", "The TLS handshake between the node and the origin failed.") \
  X(550, ORIGIN_RESET_AFTER_CONNECT_550, "tencent-edgeone", "", "The origin reset the connection after it had been set up and the request sent.") \
  X(551, ORIGIN_RESET_ON_CONNECT_551, "tencent-edgeone", "", "The origin reset the connection while it was being set up.") \
  X(552, ORIGIN_CONNECT_TIMEOUT_552, "tencent-edgeone", "", "The origin never answered the connection attempt.") \
  X(553, ORIGIN_DNS_FAILURE_553, "tencent-edgeone", "", "The node could not resolve the host name of the origin.") \
  X(554, ORIGIN_RESPONSE_TIMEOUT_554, "tencent-edgeone", "", "The origin accepted the request but sent no answer in time.") \
  X(555, ORIGIN_TLS_FAILURE_555, "tencent-edgeone", "", "The TLS handshake between the node and the origin failed.") \
  X(566, MANAGED_RULE_BLOCK, "tencent-edgeone", "", "A managed web protection rule blocked the request, unless another number is configured.") \
  X(567, CUSTOM_RULE_BLOCK, "tencent-edgeone", "", "A custom, rate-limit or bot rule blocked the request, unless another number is configured.") \
  X(509, CC_ATTACK_BLOCKED, "tencent-cdn", "", "A request flood, a CC attack, triggered a block.") \
  X(514, IP_RATE_LIMITED, "tencent-cdn", "", "The client address exceeded the configured access frequency or is on the blocklist.") \
  X(531, HTTPS_ORIGIN_DNS_ERROR, "tencent-cdn", "", "An HTTPS fetch failed because the origin name did not resolve.") \
  X(532, HTTPS_ORIGIN_CONNECT_FAILED, "tencent-cdn", "", "An HTTPS fetch could not connect to the origin.") \
  X(533, HTTPS_ORIGIN_CONNECT_TIMEOUT, "tencent-cdn", "", "An HTTPS fetch timed out while connecting to the origin.") \
  X(537, HTTPS_ORIGIN_READ_TIMEOUT, "tencent-cdn", "", "An HTTPS fetch timed out while reading from the origin.") \
  X(538, HTTPS_HANDSHAKE_FAILED, "tencent-cdn", "", "The TLS handshake with the origin failed.") \
  X(539, HTTPS_CERTIFICATE_INVALID, "tencent-cdn", "", "The certificate of the origin did not verify.") \
  X(540, HTTPS_CERTIFICATE_NAME_MISMATCH, "tencent-cdn", "", "The certificate of the origin does not cover the requested name.") \
  X(562, HTTPS_CONNECT_FAILED, "tencent-cdn", "", "An HTTPS connection could not be made, and the page points to support instead of the origin.") \
  X(563, HTTPS_CONNECT_TIMEOUT, "tencent-cdn", "", "An HTTPS connection timed out, and the page points to support instead of the origin.") \
  X(564, HTTPS_FETCH_FAILED, "tencent-cdn", "", "An HTTPS request could not be fetched from the origin.") \
  X(298, PARTIAL_SUCCESS, "qiniu", "", "Some operations of a batch succeeded and others did not.") \
  X(419, ACCOUNT_FROZEN, "qiniu", "", "The customer account is frozen.") \
  X(478, MIRROR_SOURCE_FAILED, "qiniu", "", "Fetching the object from the configured mirror source failed.") \
  X(573, RESOURCE_ACCESS_TOO_FREQUENT, "qiniu", "", "One object is being read too often.") \
  X(579, CALLBACK_FAILED, "qiniu", "", "The upload was stored but the callback to the customer server failed.") \
  X(599, SERVER_OPERATION_FAILED, "qiniu", "", "The operation failed inside the storage service.") \
  X(608, RESOURCE_MODIFIED, "qiniu", "", "The content of the object changed meanwhile.") \
  X(612, RESOURCE_NOT_FOUND, "qiniu", "", "The object does not exist or was deleted.") \
  X(614, TARGET_EXISTS, "qiniu", "", "The target object already exists.") \
  X(630, BUCKET_LIMIT, "qiniu", "", "The account already has the maximum number of buckets.") \
  X(631, BUCKET_NOT_FOUND, "qiniu", "", "The bucket does not exist.") \
  X(640, INVALID_MARKER, "qiniu", "", "The list call carried an invalid marker.") \
  X(701, UPLOAD_CONTEXT_EXPIRED, "qiniu", "", "A resumed upload used a wrong address or an expired context.") \
  X(492, USER_ACCESS_FORBIDDEN, "akamai-eaa", "User Access Forbidden", "The user signed in but is not entitled to the application.") \
  X(493, UNSUPPORTED_BROWSER, "akamai-eaa", "Unsupported Browser", "The TLS handshake named no server, which the service blames on an old browser.") \
  X(494, REQUEST_HEADER_OR_COOKIE_TOO_LARGE, "akamai-eaa", "Request Header Or Cookie Too Large", "A header or cookie outgrew the buffer; what could be seen of the vendor page files it under 400.") \
  X(540, CONNECTIVITY_DISRUPTED, "akamai-eaa", "Connectivity Disrupted", "No connector has an open outbound link for the application or the directory.") \
  X(542, INTERNAL_DATABASE_ERROR, "akamai-eaa", "Internal Database Error", "The serving location cannot reach the authentication database.") \
  X(543, IDP_COMMUNICATION_ERROR, "akamai-eaa", "IdP Communication Error", "The serving location cannot reach the identity provider or directory.") \
  X(544, MANAGEMENT_COMMUNICATION_ERROR, "akamai-eaa", "Management Communication Error", "The login location cannot reach its management service.") \
  X(545, AUTHENTICATION_INTERNAL_ERROR, "akamai-eaa", "Authentication Internal Error", "The authentication database cannot be resolved or reached.") \
  X(546, UNKNOWN_APPLICATION, "akamai-eaa", "Unknown Application", "The login location has no configuration for the application.") \
  X(548, INVALID_RESPONSE, "akamai-eaa", "Invalid Response", "The answer of the login server failed validation over the back channel.") \
  X(549, AUTHENTICATION_GATEWAY_ERROR, "akamai-eaa", "Authentication Gateway Error", "The login service cannot reach the directory.") \
  X(552, APPLICATION_UNREACHABLE, "akamai-eaa", "Application Unreachable", "The connector cannot reach the application.") \
  X(553, DIRECTORY_SERVICE_ERROR, "akamai-eaa", "Directory Service Error", "The directory failed during Kerberos sign-on.") \
  X(554, AUTHENTICATION_TOKEN_ERROR, "akamai-eaa", "Authentication Token Error", "The application refused the Kerberos token.") \
  X(555, APPLICATION_DOES_NOT_SUPPORT_KERBEROS, "akamai-eaa", "Application does not support Kerberos", "The 401 challenge of the application offered no Negotiate scheme.") \
  X(556, UNEXPECTED_AUTHENTICATION_CHALLENGE, "akamai-eaa", "Unexpected Authentication Challenge", "A 401 challenge came from an address not configured for login.") \
  X(557, KDC_UNREACHABLE, "akamai-eaa", "KDC Unreachable", "The Kerberos key centre cannot be reached.") \
  X(558, CONNECTION_LIMIT_STOP, "akamai-eaa", "Connection Limit Stop: Service Concurrent Connections Exceeded", "The user holds too many connections at once.") \
  X(559, CONNECTION_LIMIT_STOP_559, "akamai-eaa", "Connection Limit Stop: Service Concurrent Connections Exceeded", "Reported with the same title as 558; one copy reads it as too many requests per second.") \
  X(561, INVALID_NTLM_CHALLENGE, "akamai-eaa", "Invalid NTLM Challenge", "The application sent the connector a broken NTLM challenge.") \
  X(562, CREDENTIAL_ERROR, "akamai-eaa", "Credential Error", "Stored NTLM credentials could not be encrypted or decrypted.") \
  X(499, CLIENT_CLOSED_REQUEST, "stytch", "", "The API reports that the caller closed the request.") \
  X(524, TIMEOUT, "oxylabs", "Timeout", "The scraping API was unavailable or too slow.") \
  X(550, FAULTED_AFTER_TOO_MANY_RETRIES, "oxylabs", "Faulted After Too Many Retries", "The unblocking proxy gave up after repeated failures and charged nothing.") \
  X(612, UNDEFINED_INTERNAL_ERROR, "oxylabs", "Undefined Internal Error", "The scraping job could not be submitted or failed inside the service.") \
  X(520, TEMPORARY_DOWNLOAD_ERROR, "zyte", "", "The scraping API could not fetch the target this time; retrying may help.") \
  X(521, PERMANENT_DOWNLOAD_ERROR, "zyte", "", "The scraping API reports a download error that its own client counts as permanent.") \
  X(522, CONNECT_TIMEOUT, "nimble", "", "The connection to the proxy timed out in the CONNECT phase.") \
  X(525, NO_IP_FOUND, "nimble", "", "The proxy had no address that matched the request.") \
  X(510, CLIENT_CANCELED, "scrapedo", "", "The caller cancelled, visible in the dashboard log only; collides with 510 Not Extended.") \
  X(521, WEB_SERVER_IS_DOWN, "g3proxy", "Web Server Is Down", "The upstream or next peer refused or reset the connection.") \
  X(522, CONNECTION_TIMED_OUT, "g3proxy", "Connection Timed Out", "Connecting to the upstream or next peer timed out.") \
  X(523, ORIGIN_IS_UNREACHABLE, "g3proxy", "Origin Is Unreachable", "The network or host of the upstream or next peer cannot be reached.") \
  X(525, SSL_HANDSHAKE_FAILED, "g3proxy", "SSL Handshake Failed", "The TLS handshake with the upstream failed or timed out.") \
  X(530, ORIGIN_DNS_ERROR, "g3proxy", "Origin DNS Error", "The address of the upstream or next peer could not be resolved.") \
  X(590, NON_200, "apify-proxy-chain", "Non Successful", "The parent proxy answered the tunnel request with something other than 200.") \
  X(592, STATUS_CODE_OUT_OF_RANGE, "apify-proxy-chain", "Status Code Out Of Range", "The upstream sent a status outside 100 to 999.") \
  X(593, NOT_FOUND, "apify-proxy-chain", "Not Found", "The upstream host name could not be resolved.") \
  X(594, CONNECTION_REFUSED, "apify-proxy-chain", "Connection Refused", "The upstream refused the connection.") \
  X(595, CONNECTION_RESET, "apify-proxy-chain", "Connection Reset", "The connection to the upstream was reset.") \
  X(596, BROKEN_PIPE, "apify-proxy-chain", "Broken Pipe", "The proxy wrote to an upstream socket that was already closed.") \
  X(597, AUTH_FAILED, "apify-proxy-chain", "Auth Failed", "The credentials for the upstream proxy are wrong.") \
  X(599, UPSTREAM_ERROR, "apify-proxy-chain", "Upstream Error", "Any other failure of the upstream.") \
  X(600, NON_HTTP_ORIGIN_RESPONSE, "edgio-delivery", "", "The origin answered with something that is not HTTP, so no status could be read.") \
  X(444, CONNECTION_CLOSED_WITHOUT_RESPONSE, "minecraft-script", "", "Constant in the Bedrock scripting network module for a connection closed with no response.") \
  X(498, CLIENT_REQUEST_TIMEOUT, "minecraft-script", "", "Constant in the Bedrock scripting network module for a request that timed out on the client.") \
  X(600, INVALID_HEADER, "akamai", "", "A code list says it marks various invalid header fields; no vendor text was found.") \
  X(419, PROXY_REAUTHENTICATION_REQUIRED, "http-draft", "Proxy Reauthentication Required", "A draft before RFC 2616 is said to have used it for a proxy that wants new credentials.") \
  X(218, THIS_IS_FINE, "folklore", "This is fine", "Old lists credit Apache with it, for passing on error content, but Apache has no such code.") \
  X(122, REQUEST_URI_TOO_LONG, "ie7", "Request-URI too long", "Old lists credit Internet Explorer 7 with it, for a URI over its length limit.") \
  X(598, NETWORK_READ_TIMEOUT, "informal", "Network read timeout error", "Some proxies are said to report a read timeout behind them this way.") \
  X(599, NETWORK_CONNECT_TIMEOUT, "informal", "Network Connect Timeout Error", "Some proxies are said to report a connect timeout behind them this way.") \
  X(783, CUSTOMER_REQUEST, "7xx-joke", "It was a customer request, honestly", "A joke from a humorous list of developer errors, not used on the network.")

#endif
