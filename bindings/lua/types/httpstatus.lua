---@meta httpstatus
-- Written by bindings/lua/make_types.lua from the live registry. Do not edit.

--- An element of related.
---@class httpstatus.related
---@field code integer
---@field word string

--- An element of headers.
---@class httpstatus.header
---@field name string
---@field level "must"|"should"|"may"|"must_not"|"should_not"
---@field when? string
---@field ref string

--- An element of refs.
---@class httpstatus.ref
---@field spec string
---@field section? string
---@field url string

--- An element of history.
---@class httpstatus.phrase
---@field phrase? string
---@field spec string

--- One row of the registry: what one owner means by one number.
---@class httpstatus.Entry
---@field code integer
---@field vendor string
---@field name string
---@field phrase? string
---@field registration "assigned"|"temporary"|"reserved"|"obsoleted"|"unofficial"
---@field state "active"|"historic"|"unclear"
---@field evidence "primary"|"secondary"|"hearsay"
---@field on_wire "wire"|"header"|"body"|"log"|"client"|"unclear"
---@field fault "none"|"client"|"origin"|"gateway"|"network"|"unclear"
---@field expires? string
---@field summary string
---@field meaning? string
---@field client? string
---@field server? string
---@field legacy? string
---@field related httpstatus.related[]
---@field headers httpstatus.header[]
---@field retry_rule "fallback"|"never"|"idempotent"|"once"|"after_change"|"special"
---@field retry_need "none"|"credentials"|"proxy_credentials"|"other_credentials"|"new_connection"|"content_length"|"smaller_content"|"smaller_fields"|"drop_expectation"|"not_early_data"|"inbound_handshake"|"protocol"|"version"|"extension"|"network_login"|"precondition"|"user_action"|"request"|"method"|"negotiation"|"state"|"target"|"content_type"|"range"|"content"|"lock"|"dependency"
---@field retry_basis "practice"|"rfc_must"|"rfc_must_not"|"rfc_should"|"rfc_should_not"|"rfc_may"
---@field retry_ref? string
---@field storage "explicit"|"heuristic"|"understood_only"|"forbidden"|"none"
---@field since? string
---@field aliases string[]
---@field refs httpstatus.ref[]
---@field history httpstatus.phrase[]
---@field source? string
---@field checked? string

---@alias httpstatus.Category "invalid"|"informational"|"success"|"redirection"|"client_error"|"server_error"
---@alias httpstatus.Family "invalid"|"1xx"|"2xx"|"3xx"|"4xx"|"5xx"

--- A status code that knows what it is, with the fields of its primary entry where it has one.
---@class httpstatus.Status
---@field value integer
---@field description? string
---@field label string
---@field known boolean
---@field registered boolean
---@field valid boolean
---@field ambiguous boolean
---@field is_error boolean
---@field entry? httpstatus.Entry
---@field entries httpstatus.Entry[]
---@field is_informational boolean
---@field is_success boolean
---@field is_redirection boolean
---@field is_client_error boolean
---@field is_server_error boolean
---@field category httpstatus.Category
---@field family httpstatus.Family
---@field code integer
---@field vendor? string
---@field name? string
---@field phrase? string
---@field registration? "assigned"|"temporary"|"reserved"|"obsoleted"|"unofficial"
---@field state? "active"|"historic"|"unclear"
---@field evidence? "primary"|"secondary"|"hearsay"
---@field on_wire? "wire"|"header"|"body"|"log"|"client"|"unclear"
---@field fault? "none"|"client"|"origin"|"gateway"|"network"|"unclear"
---@field expires? string
---@field summary? string
---@field meaning? string
---@field client? string
---@field server? string
---@field legacy? string
---@field related httpstatus.related[]
---@field headers httpstatus.header[]
---@field retry_rule? "fallback"|"never"|"idempotent"|"once"|"after_change"|"special"
---@field retry_need? "none"|"credentials"|"proxy_credentials"|"other_credentials"|"new_connection"|"content_length"|"smaller_content"|"smaller_fields"|"drop_expectation"|"not_early_data"|"inbound_handshake"|"protocol"|"version"|"extension"|"network_login"|"precondition"|"user_action"|"request"|"method"|"negotiation"|"state"|"target"|"content_type"|"range"|"content"|"lock"|"dependency"
---@field retry_basis? "practice"|"rfc_must"|"rfc_must_not"|"rfc_should"|"rfc_should_not"|"rfc_may"
---@field retry_ref? string
---@field storage? "explicit"|"heuristic"|"understood_only"|"forbidden"|"none"
---@field since? string
---@field aliases string[]
---@field refs httpstatus.ref[]
---@field history httpstatus.phrase[]
---@field source? string
---@field checked? string

--- A rule of lint, with what is wrong, why that matters and what to do.
---@class httpstatus.LintRule
---@field fix string
---@field id string
---@field pedantic boolean
---@field rationale string
---@field sections string
---@field severity string
---@field summary string
---@field wire_only boolean

--- The properties of a request method (RFC 9110 Section 9.2).
---@class httpstatus.Method
---@field cacheable boolean
---@field idempotent boolean
---@field known boolean
---@field safe boolean

--- What one program writes where a status is due and is none.
---@class httpstatus.Marker
---@field evidence string
---@field first integer
---@field last integer
---@field meaning string
---@field source string
---@field texts string[]
---@field where string

--- An RPC code and the status code that stands for it.
---@class httpstatus.GrpcCode
---@field http integer
---@field name string
---@field number integer

--- A status code and the RPC code that a client takes it for.
---@class httpstatus.GrpcGuess
---@field http integer
---@field name string

--- An error type of Proxy-Status (RFC 9209 Section 2.3); status 0 is where the case decides.
---@class httpstatus.ProxyError
---@field description string
---@field only_generated boolean
---@field parameters string[]
---@field section string
---@field status integer
---@field type string

--- Which data the module carries.
---@class httpstatus.Edition
---@field checked string
---@field registered integer
---@field registry_date string
---@field vendor integer

--- A field of an entry. The last three are there where the type has them.
---@class httpstatus.Field
---@field name string
---@field type "int"|"bool"|"string"|"word"|"strings"|"list"|"seconds"|"text"|"told"
---@field words? string[]
---@field element_name? string
---@field element? httpstatus.Field[]

--- What parse read; code is 0 for "no_status".
---@class httpstatus.Parsed
---@field code integer
---@field kind "code"|"code_phrase"|"status_line"|"name"|"phrase"|"no_status"
---@field version? string
---@field phrase? string

--- How often each code occurs; counts and categories leave out what does not occur.
---@class httpstatus.Counts
---@field counts table<integer, integer> # code -> number
---@field categories table<httpstatus.Category, integer>
---@field total integer
---@field error_rate number # the share of codes that are to be treated as errors
---@field out_of_range integer # numbers outside 0 to 999
---@field nulls integer

--- The statuses in a log. lines == total + no_status + unparsed + blank.
---@class httpstatus.Tally
---@field counts table<integer, integer> # code -> lines
---@field categories table<httpstatus.Category, integer>
---@field total integer
---@field error_rate number # the share of codes that are to be treated as errors
---@field lines integer
---@field bytes integer
---@field no_status integer # lines that say that there was none
---@field recovered integer # lines that do not fit the format but have one plausible status, which is counted
---@field unparsed integer
---@field unparsed_at integer[] # where in the log the first of them start, from 0
---@field blank integer # lines without a record
---@field format string # the format that was found

--- What explain and compare may be told. compare reads neither full nor method.
---@class httpstatus.ExplainOptions
---@field vendor? string # the meaning of this owner first
---@field role? "any"|"client"|"server"
---@field method? string # tell what this request method changes
---@field full? boolean # all there is, not the short answer
---@field format? "text"|"markdown"|"json"
---@field width? integer # columns of text: 20 to 1000, 0 for 80

--- What parse_retry_after read; seconds are those to wait, left out where that cannot be told.
---@class httpstatus.RetryAfter
---@field form "absent"|"delay"|"date"|"invalid"
---@field seconds? integer

--- What lint found. field is where in the fields: a position in a list, a name in a table by name; left out for none.
---@class httpstatus.Finding
---@field rule string
---@field severity "note"|"warning"|"error"
---@field field? integer|string
---@field message string
---@field section string

--- A rule that lint could not decide, and what it lacked.
---@class httpstatus.Skipped
---@field rule string
---@field input "method"|"version"|"request_version"|"request_fields"|"repeats"

--- Field lines: a list of pairs of name and value, or a table of values by name, where a list is several lines.
---@alias httpstatus.Fields string[][]|table<string, string|string[]>

--- What is known beside the response, and which rules are on: rules is like "date-missing,!@note,@all".
---@class httpstatus.LintOptions
---@field method? string
---@field version? "1.0"|"1.1"|"2"|"3"
---@field request_version? "1.0"|"1.1"|"2"|"3"
---@field request_fields? httpstatus.Fields
---@field profile? "wire"|"app"
---@field pedantic? boolean
---@field rules? string

--- A set of status codes: set[404] is true or nil, also with a numeric string. tostring() gives its text in a canonical
--- form, == compares, + unites, * intersects, - takes out, and a - before it is the complement. # counts from Lua 5.2 on.
---@class httpstatus.Set: { [integer]: true }
---@operator add(httpstatus.Set): httpstatus.Set
---@operator mul(httpstatus.Set): httpstatus.Set
---@operator sub(httpstatus.Set): httpstatus.Set
---@operator unm: httpstatus.Set
---@operator len: integer

--- A set of codes: what status_set makes, or the text of one.
---@alias httpstatus.SetOrText httpstatus.Set|string

--- What retry may be told. Times are POSIX seconds.
---@class httpstatus.RetryOptions
---@field retry_after? string|string[] # the value of that field, or its lines
---@field date? number # what the response's own Date says
---@field now? number # when the response was received
---@field fields? httpstatus.Fields # those of the response, in place of retry_after and date
---@field retries_made? integer
---@field max_retries? integer
---@field repeatable? boolean # known to be idempotent whatever its method, or not to have been applied
---@field early_data? boolean # sent in TLS early data, or with Early-Data
---@field user_action? boolean # a user's direct action
---@field proxy? boolean # the caller is an intermediary
---@field vendor? string # who sent the response
---@field policy? string # answer as this one of retry_policies would
---@field statuses? httpstatus.SetOrText # retry these codes and no others

--- Why retry says what it says.
---@class httpstatus.Retry
---@field verdict "yes"|"if_safe_to_repeat"|"after_change"|"no"|"unknown"
---@field need string # what has to be different; "none"
---@field delay? integer # seconds to wait
---@field basis httpstatus.Basis
---@field citation string
---@field beyond_rfc_advice boolean
---@field stricter_than_rfc boolean
---@field reason string # a line for a log

---@alias httpstatus.Basis "practice"|"rfc_must"|"rfc_must_not"|"rfc_should"|"rfc_should_not"|"rfc_may"

--- What redirect may be told.
---@class httpstatus.RedirectOptions
---@field policy? "browser"|"preserve"
---@field location? boolean|string # whether there is one, or its value
---@field retry_after? string|string[]
---@field date? number
---@field now? number
---@field fields? httpstatus.Fields
---@field replayable? boolean # false: the content of the request cannot be sent a second time

--- Why redirect says what it says.
---@class httpstatus.Redirect
---@field action "stop"|"follow"|"ask"
---@field method? string # of the next request
---@field keep_content? boolean
---@field unsafe boolean
---@field inherit_fragment boolean
---@field drop_fields string[]
---@field delay? integer
---@field basis httpstatus.Basis
---@field citation string
---@field reason string

--- What cacheability may be told.
---@class httpstatus.CacheOptions
---@field shared? boolean
---@field request_authorized? boolean
---@field understands? httpstatus.SetOrText
---@field content_location_is_target? boolean
---@field received_at? number

--- Why cacheability says what it says.
---@class httpstatus.Cacheability
---@field storable "yes"|"no"|"unknown"|"refresh"
---@field lifetime "none"|"explicit"|"heuristic"
---@field seconds? integer
---@field basis httpstatus.Basis
---@field citation string
---@field stricter_than_rfc boolean
---@field reasons string[]

--- How a client decides by itself whether to retry.
---@class httpstatus.RetryPolicy
---@field name string
---@field statuses? string
---@field with_retry_after? string
---@field methods? string
---@field honours_retry_after boolean
---@field ignores_zero boolean
---@field max_retries integer
---@field max_delay? integer
---@field citation string
---@field source string
---@field checked string

--- A status code: an integer, a float with an integral value or a numeric string. Anything else is an argument error.
---@alias httpstatus.Code integer|string

local httpstatus = {}

httpstatus._VERSION = ""

--- The table of a status code, the same one each time for 0 to 999. Never fails for an integer.
---@param code httpstatus.Code
---@return httpstatus.Status
function httpstatus.status(code) end

--- The category (RFC 9110 Section 15): "invalid" outside 100 to 599.
---@param code httpstatus.Code
---@return httpstatus.Category
function httpstatus.classify(code) end

--- The category as digits.
---@param code httpstatus.Code
---@return httpstatus.Family
function httpstatus.family(code) end

--- The code to act on (RFC 9110 Section 15): itself if registered, x00 of its class if not, 500 outside 100 to 599.
---@param code httpstatus.Code
---@return integer
function httpstatus.effective(code) end

--- A reason phrase that is safe to send, never empty.
---@param code httpstatus.Code
---@return string
function httpstatus.reason(code) end

--- A status line without its CRLF (RFC 9112 Section 4). nil and a message unless the code has three digits and the
--- version is "1." and one digit.
---@param code httpstatus.Code
---@param version? string # "1.1" if left out
---@return string? line
---@return string? message
function httpstatus.status_line(code, version) end

--- A set of status codes, from items separated by commas: "404", "301-308", "4xx", "@client_error", "@error", "@registered",
--- "@known", "@retryable", "@null_body" (of the Fetch Standard), "@vendor:nginx", with "!" before one to take its codes out.
--- For other text nil, a message and a position.
---@param text string
---@return httpstatus.Set?
---@return string? message
---@return integer? position
function httpstatus.status_set(text) end

--- A copy of the table that answers for every code as OpenAPI finds responses: map[404] is the value of "404", else of
--- "4XX", else of "default", else nil. nil and a message for a key that is none of these.
---@generic T
---@param values table<string|integer, T>
---@return table<string|integer, T>?
---@return string? message
---@return integer? position
function httpstatus.status_map(values) end

--- The row of a code, or nil: its primary row, or the row of that vendor.
---@param code httpstatus.Code
---@param vendor? string
---@return httpstatus.Entry?
function httpstatus.entry(code, vendor) end

--- All rows in the order of the registry, or those of a vendor.
---@param vendor? string
---@return httpstatus.Entry[]
function httpstatus.entries(vendor) end

--- The ids of all owners; "iana" first.
---@return string[]
function httpstatus.vendors() end

--- The rows whose name, former name, or current or former phrase is text; case, spaces, "_" and "-" are ignored.
---@param text string
---@return httpstatus.Entry[]
function httpstatus.find(text) end

--- The rows that free text may mean, the best first, at most 16.
---@param text string
---@return httpstatus.Entry[]
function httpstatus.search(text) end

--- Reads "404", "404 Not Found", a status line, a name, a phrase, or what a log writes for no status. For a text that makes
--- no sense nil, a message that tells what may have been meant, and the position where it stops making sense, from 1.
---@param text string
---@return httpstatus.Parsed?
---@return string? message
---@return integer? position
function httpstatus.parse(text) end

--- What a status means and what to do about it, as text for a person. x is a number, or text: whatever parse reads, and
--- what logs write for no status. nil and a message for an option that makes no sense, and a position for such a text.
---@param x integer|string
---@param options? httpstatus.ExplainOptions
---@return string? text
---@return string? message
---@return integer? position
function httpstatus.explain(x, options) end

--- Two statuses side by side: what each says, how to choose between them, and what differs.
---@param a integer|string
---@param b integer|string
---@param options? httpstatus.ExplainOptions
---@return string? text
---@return string? message
---@return integer? position
function httpstatus.compare(a, b, options) end

--- Whether a response with this code, to a request with this method, has content (RFC 9110 Section 6.4.1).
---@param code httpstatus.Code
---@param method? string
---@return "none"|"tunnel"|"must_be_empty"|"allowed"|"unknown"
function httpstatus.content(code, method) end

--- True unless content is "none" or "must_be_empty".
---@param code httpstatus.Code
---@param method? string
---@return boolean
function httpstatus.may_have_content(code, method) end

--- May the request that got this response be sent again (RFC 9110 Section 9.2.2)? True if it may as it was. nil and a message
--- for a vendor or policy that there is not.
---@param code httpstatus.Code
---@param method? string
---@param options? httpstatus.RetryOptions
---@return boolean? yes
---@return httpstatus.Retry|string details
function httpstatus.retry(code, method, options) end

--- How clients decide by themselves whether to retry; "rfc", the default, first.
---@return httpstatus.RetryPolicy[]
function httpstatus.retry_policies() end

--- What to do about a redirect (RFC 9110 Section 15.4): true if it is to be followed.
---@param code httpstatus.Code
---@param method? string
---@param options? httpstatus.RedirectOptions
---@return boolean? follow
---@return httpstatus.Redirect|string details
function httpstatus.redirect(code, method, options) end

--- May a cache store the response (RFC 9111 Section 3)? True if it may.
---@param code httpstatus.Code
---@param method? string
---@param fields? httpstatus.Fields
---@param options? httpstatus.CacheOptions
---@return boolean yes
---@return httpstatus.Cacheability details
function httpstatus.cacheability(code, method, fields, options) end

--- What stands where a status code is due and is none.
---@return httpstatus.Marker[]
function httpstatus.markers() end

--- Reads a date in any of the three forms of RFC 9110 Section 5.6.7, as POSIX seconds. now, as POSIX seconds, is needed for
--- a year of two digits; ignore_case lets letters be of either case. For anything else nil, a message and a position.
---@param text string
---@param options? { now?: number, ignore_case?: boolean }
---@return integer? seconds
---@return string? message
---@return integer? position
function httpstatus.parse_http_date(text, options) end

--- Reads a Retry-After field, a string or a list of lines, nil where there is none. now is the time at which the response
--- was received and date what its own Date field says, as POSIX seconds.
---@param value? string|string[]
---@param options? { now?: number, date?: number }
---@return httpstatus.RetryAfter
function httpstatus.parse_retry_after(value, options) end

--- What is wrong with a response head, ordered by rule and then by field. nil and a message, perhaps with a position, for
--- options that make no sense.
---@param code httpstatus.Code
---@param fields httpstatus.Fields
---@param options? httpstatus.LintOptions
---@return httpstatus.Finding[]?
---@return string? message
---@return integer? position
function httpstatus.lint(code, fields, options) end

--- Which rules lint could not decide with the same arguments, and for want of what.
---@param code httpstatus.Code
---@param fields httpstatus.Fields
---@param options? httpstatus.LintOptions
---@return httpstatus.Skipped[]?
---@return string? message
---@return integer? position
function httpstatus.lint_skipped(code, fields, options) end

--- The rules in the order in which findings are told.
---@return httpstatus.LintRule[]
function httpstatus.lint_rules() end

--- The status code that stands for an RPC code of gRPC, by its number or name. nil and a message for another one.
---@param code integer|string
---@return integer? http
---@return string? message
function httpstatus.grpc_to_http(code) end

--- The name of the RPC code that a gRPC client takes a response without grpc-status for. Not the inverse of the above.
---@param code httpstatus.Code
---@return string
function httpstatus.http_to_grpc(code) end

--- The table behind grpc_to_http.
---@return httpstatus.GrpcCode[]
function httpstatus.grpc_codes() end

--- The table behind http_to_grpc.
---@return httpstatus.GrpcGuess[]
function httpstatus.grpc_guesses() end

--- An error type of Proxy-Status by its name, to the letter, or nil.
---@param name string
---@return httpstatus.ProxyError?
function httpstatus.proxy_status_type(name) end

--- All error types of Proxy-Status, or those that recommend a status code.
---@param code? httpstatus.Code
---@return httpstatus.ProxyError[]
function httpstatus.proxy_status_types(code) end

--- The Content-Type of problem details.
httpstatus.PROBLEM_MEDIA_TYPE = "application/problem+json"

--- Problem details (RFC 9457) for any JSON encoder: type, title, status, and the members that are given, detail and
--- instance among them. With a type of one's own there is no title unless one is given. The member status is the code.
---@param code httpstatus.Code
---@param members? table<string, any>
---@return table<string, any>
function httpstatus.problem(code, members) end

--- Adds a row to the copy of the registry in this module and gives back its table: a code of 0 to 999, a name of upper-case
--- letters, digits and "_", and a vendor of lower-case letters, digits and "-", not "iana". fields holds whatever else an
--- entry has. It changes what is told of the number and never what is done with it. nil and a message for a row that may
--- not be. Another Lua state of the process keeps the status tables that it has made.
---@param code httpstatus.Code
---@param name string
---@param phrase? string
---@param vendor string
---@param fields? table<string, any>
---@return httpstatus.Entry?
---@return string? message
function httpstatus.register(code, name, phrase, vendor, fields) end

--- The properties of a request method. Names are case-sensitive.
---@param name string
---@return httpstatus.Method
function httpstatus.method(name) end

--- How often each code occurs in a list, in which nil is a null up to the length that its field n or else "#" tells, or in a
--- packed string of native integers.
---@param codes httpstatus.Code[]|string
---@param width? 2|4|8 # bytes of each integer in a string, 2 if left out
---@return httpstatus.Counts
function httpstatus.count_codes(codes, width) end

--- How often each category occurs, and how many nulls there are. Faster than count_codes.
---@param codes httpstatus.Code[]|string
---@param width? 2|4|8
---@return table<httpstatus.Category, integer> counts
---@return integer nulls
function httpstatus.count_categories(codes, width) end

--- The category of each code as a number: 1 to 5 for 100 to 599, and 0 for any other number and for nulls. A list for a
--- list, a string of bytes for a string.
---@param codes httpstatus.Code[]|string
---@param width? 2|4|8
---@return integer[]|string
function httpstatus.classify_codes(codes, width) end

--- Counts the statuses in a log, line by line; one of path, file and text is due. format is "auto", "combined", "json",
--- "json:response.status", "w3c", "csv:status", "tsv:3", "space:9", "alb", or the argument of nginx's log_format or Apache's
--- LogFormat. nil and a message for a file that cannot be read, a format that is none, and a log that is no text.
---@param options { path?: string, file?: file*, text?: string, format?: string }
---@return httpstatus.Tally?
---@return string? message
function httpstatus.tally(options) end

--- The fields of an entry in a fixed order.
---@return httpstatus.Field[]
function httpstatus.fields() end

--- Which data the module carries.
---@return httpstatus.Edition
function httpstatus.data_edition() end

httpstatus.CONTINUE = 100
httpstatus.SWITCHING_PROTOCOLS = 101
httpstatus.PROCESSING = 102
httpstatus.EARLY_HINTS = 103
httpstatus.UPLOAD_RESUMPTION_SUPPORTED = 104
httpstatus.OK = 200
httpstatus.CREATED = 201
httpstatus.ACCEPTED = 202
httpstatus.NON_AUTHORITATIVE_INFORMATION = 203
httpstatus.NO_CONTENT = 204
httpstatus.RESET_CONTENT = 205
httpstatus.PARTIAL_CONTENT = 206
httpstatus.MULTI_STATUS = 207
httpstatus.ALREADY_REPORTED = 208
httpstatus.IM_USED = 226
httpstatus.MULTIPLE_CHOICES = 300
httpstatus.MOVED_PERMANENTLY = 301
httpstatus.FOUND = 302
httpstatus.MOVED_TEMPORARILY = 302
httpstatus.SEE_OTHER = 303
httpstatus.NOT_MODIFIED = 304
httpstatus.USE_PROXY = 305
httpstatus.UNUSED_306 = 306
httpstatus.TEMPORARY_REDIRECT = 307
httpstatus.PERMANENT_REDIRECT = 308
httpstatus.BAD_REQUEST = 400
httpstatus.UNAUTHORIZED = 401
httpstatus.PAYMENT_REQUIRED = 402
httpstatus.FORBIDDEN = 403
httpstatus.NOT_FOUND = 404
httpstatus.METHOD_NOT_ALLOWED = 405
httpstatus.NOT_ACCEPTABLE = 406
httpstatus.PROXY_AUTHENTICATION_REQUIRED = 407
httpstatus.REQUEST_TIMEOUT = 408
httpstatus.CONFLICT = 409
httpstatus.GONE = 410
httpstatus.LENGTH_REQUIRED = 411
httpstatus.PRECONDITION_FAILED = 412
httpstatus.CONTENT_TOO_LARGE = 413
httpstatus.PAYLOAD_TOO_LARGE = 413
httpstatus.REQUEST_ENTITY_TOO_LARGE = 413
httpstatus.URI_TOO_LONG = 414
httpstatus.REQUEST_URI_TOO_LONG = 414
httpstatus.REQUEST_URI_TOO_LARGE = 414
httpstatus.UNSUPPORTED_MEDIA_TYPE = 415
httpstatus.RANGE_NOT_SATISFIABLE = 416
httpstatus.REQUESTED_RANGE_NOT_SATISFIABLE = 416
httpstatus.EXPECTATION_FAILED = 417
httpstatus.IM_A_TEAPOT = 418
httpstatus.MISDIRECTED_REQUEST = 421
httpstatus.UNPROCESSABLE_CONTENT = 422
httpstatus.UNPROCESSABLE_ENTITY = 422
httpstatus.LOCKED = 423
httpstatus.FAILED_DEPENDENCY = 424
httpstatus.TOO_EARLY = 425
httpstatus.UPGRADE_REQUIRED = 426
httpstatus.PRECONDITION_REQUIRED = 428
httpstatus.TOO_MANY_REQUESTS = 429
httpstatus.REQUEST_HEADER_FIELDS_TOO_LARGE = 431
httpstatus.UNAVAILABLE_FOR_LEGAL_REASONS = 451
httpstatus.INTERNAL_SERVER_ERROR = 500
httpstatus.NOT_IMPLEMENTED = 501
httpstatus.BAD_GATEWAY = 502
httpstatus.SERVICE_UNAVAILABLE = 503
httpstatus.GATEWAY_TIMEOUT = 504
httpstatus.HTTP_VERSION_NOT_SUPPORTED = 505
httpstatus.VARIANT_ALSO_NEGOTIATES = 506
httpstatus.INSUFFICIENT_STORAGE = 507
httpstatus.LOOP_DETECTED = 508
httpstatus.NOT_EXTENDED = 510
httpstatus.NETWORK_AUTHENTICATION_REQUIRED = 511

return httpstatus
