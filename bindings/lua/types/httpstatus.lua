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
---@field meaning string
---@field client string
---@field server? string
---@field legacy? string
---@field related httpstatus.related[]
---@field headers httpstatus.header[]
---@field since? string
---@field aliases string[]
---@field refs httpstatus.ref[]
---@field history httpstatus.phrase[]
---@field source? string
---@field checked string

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
---@field since? string
---@field aliases string[]
---@field refs httpstatus.ref[]
---@field history httpstatus.phrase[]
---@field source? string
---@field checked? string

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

--- Which data the module carries.
---@class httpstatus.Edition
---@field checked string
---@field registered integer
---@field registry_date string
---@field vendor integer

--- A field of an entry. The last three are there where the type has them.
---@class httpstatus.Field
---@field name string
---@field type "int"|"bool"|"string"|"word"|"strings"|"list"|"seconds"
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

--- A set of status codes: set[404] is true or nil, also with a numeric string. tostring() gives its text in a canonical
--- form, == compares, + unites, * intersects, - takes out, and a - before it is the complement. # counts from Lua 5.2 on.
---@class httpstatus.Set: { [integer]: true }
---@operator add(httpstatus.Set): httpstatus.Set
---@operator mul(httpstatus.Set): httpstatus.Set
---@operator sub(httpstatus.Set): httpstatus.Set
---@operator unm: httpstatus.Set
---@operator len: integer

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
--- "@known", "@retryable", "@vendor:nginx", with "!" before one to take its codes out. For other text nil, a message and a
--- position.
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
