-- The tests of the Lua module, in plain Lua that runs on 5.1 to 5.5 and LuaJIT.
-- Usage: lua test_httpstatus.lua [gc|generational]
-- With "gc" the collector runs all the time, so that a value that nothing holds is noticed. "generational" is for the
-- Luas that have such a collector.

local always_collect = arg[1] == "gc"
if always_collect and _VERSION == "Lua 5.5" then
  collectgarbage("param", "pause", 0)
  collectgarbage("param", "stepmul", 1000000)
elseif always_collect then
  collectgarbage("setpause", 0)
  collectgarbage("setstepmul", 1000000)
elseif arg[1] == "generational" then
  collectgarbage("generational")
end

local httpstatus = require "httpstatus"

local passed, failed = 0, 0

local function test(name, run)
  local ok, message = pcall(run)
  if ok then
    passed = passed + 1
  else
    failed = failed + 1
    print("FAILED " .. name .. ": " .. tostring(message))
  end
end

local function equal(got, expected, what)
  if got ~= expected then
    error(("%s: got %s, expected %s"):format(what or "value", tostring(got), tostring(expected)), 2)
  end
end

-- The call raises an argument error whose text holds the pattern.
local function refuses(pattern, call, ...)
  local ok, message = pcall(call, ...)
  if ok or not tostring(message):find(pattern) then
    error("expected an error like " .. pattern .. ", got " .. tostring(message), 2)
  end
end

local categories = { "informational", "success", "redirection", "client_error", "server_error" }

local function category_by_arithmetic(code)
  return code >= 100 and code <= 599 and categories[math.floor(code / 100)] or "invalid"
end

test("every int there is", function()
  -- Up to Lua 5.3 each table made under "gc" costs a whole cycle.
  for code = -10, always_collect and 1100 or 70000 do
    local status = httpstatus.status(code)
    local category = category_by_arithmetic(code)
    equal(status.code, code)
    equal(status.value, code)
    equal(status.category, category, code)
    equal(httpstatus.classify(code), category, code)
    equal(status.valid, category ~= "invalid", code)
    equal(status.family, httpstatus.family(code), code)
    for _, word in ipairs(categories) do
      equal(status["is_" .. word], word == category, word)
    end
    local effective = httpstatus.effective(code)
    equal(effective, status.registered and code or status.valid and code - code % 100 or 500, code)
    equal(status.is_error, effective >= 400, code)
    equal(status.known, #status.entries > 0, code)
    equal(status.ambiguous, #status.entries > 1, code)
    equal(status.entry, status.entries[1], code)
    equal(status.description, status.summary, code)
    assert(status.label:find(tostring(code), 1, true) == 1 and #status.label > #tostring(code))
    assert(#httpstatus.reason(code) > 0 and not httpstatus.reason(code):find("[^ -~]"))
  end
end)

test("fields come from the primary row, or are empty", function()
  local fields = httpstatus.fields()
  for code = 0, 999 do
    local status = httpstatus.status(code)
    for _, field in ipairs(fields) do
      if field.name ~= "code" then
        if status.entry and type(status.entry[field.name]) ~= "table" then
          equal(status[field.name], status.entry[field.name], field.name)
        elseif field.type == "list" or field.type == "strings" then
          equal(#status[field.name], status.entry and #status.entry[field.name] or 0, field.name)
        elseif not status.entry then
          equal(status[field.name], nil, field.name)
        end
      end
    end
  end
end)

test("numbers beyond C", function()
  for _, code in ipairs { 2 ^ 31 - 1, 2 ^ 31, -2 ^ 31 - 1, 2 ^ 40, -2 ^ 40, 2 ^ 53, 1e300, -1e300 } do
    equal(httpstatus.classify(code), "invalid")
    equal(httpstatus.effective(code), 500)
    equal(httpstatus.reason(code), "Invalid")
    local status = httpstatus.status(code)
    equal(status.value, code)
    assert(status.label:find(" (invalid)", 1, true))
  end
  -- The label tells the number, however it was given.
  for _, code in ipairs { 1099511627776, 2 ^ 40, "1099511627776", "1099511627776.0" } do
    equal(httpstatus.status(code).label, "1099511627776 (invalid)")
  end
  equal(httpstatus.status(2 ^ 53).label, "9007199254740992 (invalid)")
  equal(httpstatus.status(-2 ^ 53).label, "-9007199254740992 (invalid)")
  equal(httpstatus.status(2 ^ 63).label, "9223372036854775808 (invalid)")
  equal(httpstatus.status(-2 ^ 63).label, "-9223372036854775808 (invalid)")
  assert(httpstatus.status(1e300).label:find("^1%d+ %(invalid%)$"))
  if math.type then
    equal(math.type(httpstatus.status(2 ^ 40).value), "integer")
    equal(httpstatus.status("9007199254740993").label, "9007199254740993 (invalid)")
  end
  equal(httpstatus.status(2147483647).label, "2147483647 (invalid)")
end)

test("codes as numeric strings and as floats with an integral value", function()
  equal(httpstatus.status("404"), httpstatus.status(404))
  equal(httpstatus.status(404.0), httpstatus.status(404))
  equal(httpstatus.status("404").code, 404)
  equal(httpstatus.reason("503"), "Service Unavailable")
  equal(httpstatus.entry("499", "nginx").code, 499)
end)

test("anything else is an argument error that says so", function()
  local calls = { "status", "classify", "family", "effective", "reason", "entry", "status_line" }
  for _, name in ipairs(calls) do
    for _, wrong in ipairs { "abc", "", "404 Not Found", 404.5, true, {}, print, 0 / 0, 1 / 0, -1 / 0 } do
      refuses("bad argument #1.*a status code is an integer, not", httpstatus[name], wrong)
    end
    refuses('not ""', httpstatus[name], "")
    local _, message = pcall(httpstatus[name], ("x"):rep(10000000))
    assert(#message < 200, #message)
    refuses("bad argument #1", httpstatus[name], nil)
    refuses("bad argument #1", httpstatus[name])
  end
  refuses("bad argument #1.*string expected", httpstatus.find)
  refuses("bad argument #1.*string expected", httpstatus.find, {})
  refuses("bad argument #1.*string expected", httpstatus.method, nil)
  refuses("bad argument #2.*string expected", httpstatus.entry, 404, {})
  refuses("bad argument #2.*string expected", httpstatus.status_line, 404, true)
  refuses("bad argument #1.*string expected", httpstatus.entries, {})
end)

test("an error names the line of the caller", function()
  local _, message = pcall(function() return (httpstatus.status("x")) end)
  assert(message:find("test_httpstatus.lua:%d+: bad argument #1 to 'status'"), message)
  _, message = pcall(function() return (httpstatus.reason("x")) end)
  assert(message:find("test_httpstatus.lua:%d+: bad argument #1 to 'reason'"), message)
end)

test("one table per code and per row", function()
  for code = 0, 999 do
    equal(httpstatus.status(code), httpstatus.status(code))
  end
  assert(httpstatus.status(1000) ~= httpstatus.status(1000))
  local seen = {}
  for _, entry in ipairs(httpstatus.entries()) do
    local key = entry.code .. entry.vendor
    assert(not seen[key], key)
    seen[key] = true
    equal(httpstatus.entry(entry.code, entry.vendor), entry)
  end
end)

test("order and owners", function()
  local all, last = httpstatus.entries(), 0
  local edition = httpstatus.data_edition()
  equal(#all, edition.registered + edition.vendor)
  equal(#httpstatus.entries("iana"), 64)
  for i = 1, 64 do
    equal(all[i].vendor, "iana")
    assert(all[i].code > last)
    last = all[i].code
  end
  local n = 0
  for _, vendor in ipairs(httpstatus.vendors()) do
    n = n + #httpstatus.entries(vendor)
  end
  equal(n, #all)
  equal(httpstatus.vendors()[1], "iana")
  equal(#httpstatus.entries("no such"), 0)
  equal(#httpstatus.entries("iana\0"), 0)
  equal(httpstatus.entry(404, "nginx"), nil)
  equal(httpstatus.entry(299), nil)
  equal(#httpstatus.status(530).entries, 5)
  equal(#httpstatus.status(499).entries, 13)
  equal(httpstatus.entry(451).vendor, "iana")
  equal(httpstatus.entry(451, "exchange").phrase, "Redirect")
end)

test("names are constants", function()
  for _, entry in ipairs(httpstatus.entries("iana")) do
    equal(httpstatus[entry.name], entry.code)
    equal(rawget(httpstatus, entry.name), entry.code)
    for _, alias in ipairs(entry.aliases) do
      equal(httpstatus[alias], entry.code)
    end
  end
  equal(httpstatus.NOT_FOUND, 404)
  assert(httpstatus.NOT_FOUND == 404)
  equal(httpstatus.NO_SUCH, nil)
  equal(httpstatus["NOT_FOUND\0"], nil)
  equal(httpstatus[404], nil)
  equal(httpstatus.not_found, nil)
  -- What looks them up can be had and called with anything.
  local index = getmetatable(httpstatus).__index
  for _, wrong in ipairs { 5, "x", true, print } do
    refuses("bad argument #1.*table expected", index, wrong, "OK")
  end
  refuses("bad argument #1.*table expected", index)
  equal(index({}, "OK"), 200)
end)

test("require makes no row", function()
  package.loaded.httpstatus = nil
  local fresh = require "httpstatus"
  package.loaded.httpstatus = httpstatus
  for name, value in pairs(fresh) do
    assert(type(value) == "function" or type(value) == "string", name)
  end
  assert(fresh.NOT_FOUND == 404 and rawget(fresh, "NOT_FOUND") == 404)
end)

test("decisions", function()
  local yes, details = httpstatus.retry("503", "GET", { retry_after = "120" })
  equal(yes, true)
  equal(details.verdict, "yes")
  equal(details.delay, 120)
  equal(details.reason, "503 Service Unavailable: retry after 120 s, GET is idempotent [RFC 9110 15.6.4, 9.2.2]")
  local _, later = httpstatus.retry(503, "GET", { retry_after = "Sun, 01 Nov 2026 10:02:00 GMT", now = 1793527200 })
  equal(later.delay, 120)
  local fields = { { "Retry-After", "7" }, { "date", "x" } }
  equal(select(2, httpstatus.retry(503, "GET", { fields = fields })).delay, 7)
  equal(select(2, httpstatus.retry(503, "GET", { fields = { ["Retry-After"] = { "7", "7" } } })).delay, nil)
  equal(select(2, httpstatus.retry(503, nil, {})).verdict, "unknown")
  equal(httpstatus.retry(503, "GET", { max_retries = 0 }), false)
  equal(httpstatus.retry(425, "POST", { early_data = false }), false)
  equal(httpstatus.retry(404, "GET", { statuses = "404" }), true)
  equal(httpstatus.retry(404, "GET", { statuses = httpstatus.status_set("404") }), true)
  equal(httpstatus.retry(503, "GET", { statuses = { [404] = true } }), false)
  equal(httpstatus.retry(503, "POST", { policy = "curl" }), true)
  equal(httpstatus.retry(526, "GET", { vendor = "cloudflare" }), false)
  local none, message = httpstatus.retry(503, "GET", { policy = "nobody" })
  equal(none, nil)
  equal(message, "no retry policy is called so")
  equal((httpstatus.retry(503, "GET", { vendor = "nobody" })), nil)
  refuses("bad argument #3", httpstatus.retry, 503, "GET", "x")
  refuses("bad argument #3.*retries_made is an integer", httpstatus.retry, 503, "GET", { retries_made = 1.5 })
  refuses("bad argument #3.*policy is a string", httpstatus.retry, 503, "GET", { policy = 5 })
  refuses("bad argument #3.*pair of strings", httpstatus.retry, 503, "GET", { fields = { 5 } })
  refuses("bad argument #3.*are strings", httpstatus.retry, 503, "GET", { fields = { a = 5 } })
  refuses("bad argument #3.*statuses", httpstatus.retry, 503, "GET", { statuses = "x y" })
  equal(httpstatus.retry_policies()[1].name, "rfc")

  local follow, redirect = httpstatus.redirect(301, "POST")
  equal(follow, true)
  equal(redirect.method, "GET")
  equal(redirect.keep_content, false)
  equal(redirect.drop_fields[1], "Content-Encoding")
  equal(httpstatus.redirect(301, "POST", { location = false }), false)
  equal(select(2, httpstatus.redirect(301, "FOO", { location = "/a" })).method, "FOO")
  equal((httpstatus.redirect(301, "POST", { policy = "x" })), nil)

  local store, cached = httpstatus.cacheability(200, "GET", { ["cache-control"] = { "max-age=60", "no-cache" } })
  equal(store, true)
  equal(cached.seconds, 60)
  equal(#cached.reasons, 3)
  equal(httpstatus.cacheability(404, "GET"), true)
  equal(httpstatus.cacheability(206, "GET", {}, { understands = "206" }), true)
  refuses("bad argument #3", httpstatus.cacheability, 200, "GET", "x")
end)

test("find", function()
  for _, text in ipairs { "Not Found", "not found", "NOT_FOUND", "n-o-t f_ound" } do
    local found = httpstatus.find(text)
    equal(#found, 2)
    equal(found[1], httpstatus.entry(404))
    equal(found[2].vendor, "apify-proxy-chain")
  end
  equal(httpstatus.find("Payload Too Large")[1].code, 413)
  assert(#httpstatus.find("client closed request") >= 3)
  for _, text in ipairs { "", "   ", "\0", "Not\0Found", "\255\254", ("x"):rep(10000000), (" "):rep(10000000) } do
    equal(#httpstatus.find(text), 0)
    equal(httpstatus.method(text).known, false)
    equal(httpstatus.entry(499, text), text == "" and httpstatus.entry(499) or nil)
  end
end)

test("parse", function()
  local parsed = httpstatus.parse("HTTP/1.1 404 Not Found\r\n")
  equal(parsed.code, 404)
  equal(parsed.kind, "status_line")
  equal(parsed.version, "1.1")
  equal(parsed.phrase, "Not Found")
  parsed = httpstatus.parse("payload_too_large")
  equal(parsed.code, 413)
  equal(parsed.kind, "name")
  equal(parsed.phrase, nil)
  equal(httpstatus.parse("000").kind, "no_status")
  equal(httpstatus.parse("200 \255").phrase, "\255")
  local nothing, message, position = httpstatus.parse("4040")
  equal(nothing, nil)
  assert(message:find("three digits"))
  equal(position, 4)
  nothing, message, position = httpstatus.parse("NOT_FUOND")
  equal(nothing, nil)
  assert(message:find("did you mean 404 Not Found?", 1, true))
  equal(position, 1)
  for _, text in ipairs { "", "\0", "\255\254", ("x"):rep(10000000), (" "):rep(10000000) } do
    equal(httpstatus.parse(text), nil)
    equal(#httpstatus.search(text), 0)
  end
  refuses("bad argument #1.*string expected", httpstatus.parse, {})
  refuses("bad argument #1.*string expected", httpstatus.search)
end)

local NOW = 1793527200 -- Sun, 01 Nov 2026 10:00:00 GMT

test("parse_http_date", function()
  equal(httpstatus.parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777)
  equal(httpstatus.parse_http_date("Sun Nov  6 08:49:37 1994", {}), 784111777)
  equal(httpstatus.parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", { now = NOW }), 784111777)
  equal(httpstatus.parse_http_date("Sunday, 06-Nov-76 08:49:37 GMT", { now = NOW + 0.5 }), 216118177)
  equal(httpstatus.parse_http_date("sunday, 06-nov-94 08:49:37 gmt", { now = NOW, ignore_case = true }), 784111777)
  equal(httpstatus.parse_http_date("Mon, 01 Jan 0001 00:00:00 GMT"), -62135596800)
  equal(httpstatus.parse_http_date("Fri, 31 Dec 9999 23:59:59 GMT"), 253402300799)
  if math.type then
    equal(math.type(httpstatus.parse_http_date("Fri, 31 Dec 9999 23:59:59 GMT")), "integer")
  end
  local seconds, message, position = httpstatus.parse_http_date("Sun, 06 Nov 1994 08:49:37 UTC")
  equal(seconds, nil)
  assert(message:find("older forms at position 26", 1, true))
  equal(position, 27)
  seconds, message, position = httpstatus.parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT")
  equal(seconds, nil)
  assert(message:find("present time", 1, true))
  equal(position, 16)
  for _, text in ipairs { "", "\0", "\255", "soon", ("x"):rep(10000000), "Sun, 31 Nov 1994 08:49:37 GMT" } do
    equal(httpstatus.parse_http_date(text), nil)
  end
  refuses("bad argument #1.*string expected", httpstatus.parse_http_date)
  refuses("bad argument #2.*table expected", httpstatus.parse_http_date, "x", NOW)
  for _, wrong in ipairs { "soon", true, {}, 0 / 0, 1 / 0, -1 / 0 } do
    refuses("bad argument #2.*now is a number of seconds", httpstatus.parse_http_date, "x", { now = wrong })
  end
end)

test("parse_retry_after", function()
  local function expect(form, seconds, ...)
    local result = httpstatus.parse_retry_after(...)
    equal(result.form, form)
    equal(result.seconds, seconds)
  end
  expect("delay", 120, "120")
  expect("delay", 120, { " 120\t" })
  expect("delay", 2147483648, "99999999999999999999", { now = NOW })
  expect("absent", nil)
  expect("absent", nil, nil, { now = NOW })
  expect("absent", nil, {})
  expect("invalid", nil, { "120", "120" })
  for _, text in ipairs { "", "120.5", "120\n", "120\0", "\0", "soon", "sun, 01 nov 2026 10:02:00 GMT" } do
    expect("invalid", nil, text, { now = NOW })
  end
  for _, text in ipairs {
    "Sun, 01 Nov 2026 10:02:00 GMT", "Sunday, 01-Nov-26 10:02:00 GMT", "Sun Nov  1 10:02:00 2026",
  } do
    expect("date", 120, text, { now = NOW })
    expect("date", 120, text, { now = NOW + 0.9 })
    expect("date", 120, text, { date = NOW })
    expect("date", 720, text, { now = NOW, date = NOW - 600 })
    expect("date", 0, text, { now = NOW + 600 })
    expect("date", nil, text)
  end
  expect("date", 2147483648, "Thu, 01 Jan 1970 00:00:00 GMT", { now = -1e300 })
  expect("date", 0, "Thu, 01 Jan 1970 00:00:00 GMT", { now = 1e300 })
  expect("date", 0, "Thu, 01 Jan 1970 00:00:00 GMT", { now = -0.0 })
  expect("date", 1, "Thu, 01 Jan 1970 00:00:00 GMT", { now = -0.5 })
  refuses("bad argument #1.*string expected", httpstatus.parse_retry_after, true)
  refuses("bad argument #1.*list of strings expected", httpstatus.parse_retry_after, { 120 })
  refuses("bad argument #1.*list of strings expected", httpstatus.parse_retry_after, { "120", {} })
  refuses("bad argument #2.*table expected", httpstatus.parse_retry_after, nil, NOW)
  refuses("bad argument #2.*date is a number of seconds", httpstatus.parse_retry_after, nil, { date = "soon" })
end)

test("status_set", function()
  local set = httpstatus.status_set("2xx, 301-308, !305")
  equal(tostring(set), "2xx,301-304,306-308")
  local count = 0
  for code, member in pairs(set) do
    count = count + 1
    equal(member, true)
    equal(math.floor(code), code)
  end
  equal(count, 107)
  if _VERSION ~= "Lua 5.1" then
    equal(#set, 107)
  end
  for code = -10, 1010 do
    local expected = (code >= 200 and code <= 299 or code >= 301 and code <= 308) and code ~= 305 or nil
    equal(set[code], expected, code)
    equal(set[tostring(code)], expected, code)
  end
  equal(set[200.0], true)
  equal(set["200.0"], true)
  for _, other in ipairs { 200.5, "x", "", "2xx", true, print, {}, 1 / 0 } do
    equal(set[other], nil)
  end
  equal(set[nil], nil)
end)

test("operators of sets", function()
  local set, other = httpstatus.status_set("4xx"), httpstatus.status_set("404,500")
  equal(tostring(set + other), "400-500")
  equal(tostring(set * other), "404")
  equal(tostring(set - other), "400-403,405-499")
  equal(tostring(-set), "0-399,500-999")
  equal(tostring(set - set), "!0-999")
  equal(tostring(set + { [500] = true, [501] = false }), "400-500")
  assert(set == httpstatus.status_set("@client_error") and set ~= other and - -set == set)
  assert(set + other == httpstatus.status_set("400-500"))
  equal(getmetatable(set + other), getmetatable(set))
  refuses("bad argument #2.*table expected", function() return set + 404 end)
  refuses("bad argument #1.*table expected", function() return "404" * set end)
  refuses("bad argument #1.*table expected", getmetatable(set).__tostring)
  refuses("bad argument #1.*table expected", getmetatable(set).__index, 5, 404)
  -- A set is a table, and what is done to it counts.
  set[404], set[999] = nil, true
  equal(tostring(set), "400-403,405-499,999")
end)

test("sets come back from their text", function()
  math.randomseed(404)
  for _ = 1, always_collect and 20 or 500 do
    local items = {}
    for i = 1, math.random(30) do
      local first = math.random(0, 999)
      items[i] = first .. "-" .. math.random(first, math.min(999, first + math.random(0, 150)))
    end
    local set = httpstatus.status_set((math.random(2) == 1 and "!" or "") .. table.concat(items, ","))
    local again = httpstatus.status_set(tostring(set))
    assert(set == again)
    equal(tostring(again), tostring(set))
  end
end)

test("sets and keys that make no sense", function()
  for text, expected in pairs {
    [""] = 1, ["404,"] = 5, ["1000"] = 4, ["404,308-301"] = 5, ["!@nobody"] = 2, ["@vendor:nobody"] = 1, ["404\0"] = 4,
    ["\255"] = 1, ["404 500"] = 5, ["4x"] = 2,
  } do
    local set, message, position = httpstatus.status_set(text)
    equal(set, nil)
    assert(#message > 20, message)
    equal(position, expected, text)
  end
  equal(httpstatus.status_set((","):rep(10000000)), nil)
  refuses("bad argument #1.*string expected", httpstatus.status_set)
  refuses("bad argument #1.*string expected", httpstatus.status_set, { 404 })
  for key, expected in pairs { [""] = 1, ["4x"] = 2, ["1000"] = 4, ["40\0"] = 3, Default = 1, ["@error"] = 1, ["404 "] = 4 } do
    local map, message, position = httpstatus.status_map { [key] = 1, default = 2 }
    equal(map, nil)
    assert(message:find("a key is a code", 1, true), message)
    equal(position, expected, key)
  end
  for _, key in ipairs { 1000, -1, 4.5, 2 ^ 53, 1 / 0 } do
    equal(httpstatus.status_map { [key] = 1 }, nil, key)
  end
  local map, message = httpstatus.status_map { ["404"] = 1, [404] = 2 }
  equal(map, nil)
  equal(message, "the key 404 is there twice")
  equal(httpstatus.status_map { ["4XX"] = 1, ["4xx"] = 2 }, nil)
  refuses("bad argument #1.*table expected", httpstatus.status_map)
  refuses("bad argument #1.*keys of a map are strings and numbers", httpstatus.status_map, { [true] = 1 })
end)

test("status_map", function()
  local given = { ["404"] = "exact", [500] = false, ["4XX"] = "family", ["5xx"] = "errors", default = "rest" }
  local map = httpstatus.status_map(given)
  for code = -10, 1010 do
    local expected = code == 404 and "exact" or code >= 400 and code <= 499 and "family"
      or code >= 501 and code <= 599 and "errors" or "rest"
    equal(map[code], code ~= 500 and expected, code)
    equal(map[tostring(code)], code ~= 500 and expected, code)
  end
  for _, code in ipairs { 1e300, 2 ^ 53, -2 ^ 53, "1e300" } do
    equal(map[code], "rest", code)
  end
  equal(map["4XX"], "family")
  equal(map["4xx"], "family")
  equal(map["5XX"], "errors")
  equal(map.default, "rest")
  for _, other in ipairs { "3XX", "Default", "", "x", 404.5, true, print, 1 / 0 } do
    equal(map[other], nil)
  end
  for key, value in pairs(map) do
    equal(given[key], value)
  end
  for key, value in pairs(given) do
    equal(rawget(map, key), value)
  end
  given["404"] = "changed"
  equal(map[404], "exact")
  map = httpstatus.status_map { ["404"] = 1, ["4XX"] = 2 }
  equal(map[404], 1)
  equal(map[405], 2)
  equal(map[500], nil)
  equal(map[1404], nil)
  equal(httpstatus.status_map({})[404], nil)
end)

test("search", function()
  equal(httpstatus.search("teapot")[1], httpstatus.entry(418))
  equal(httpstatus.search("not fuond")[1], httpstatus.entry(404))
  equal(#httpstatus.search("4xx"), 16)
end)

test("status lines", function()
  equal(httpstatus.status_line(404), "HTTP/1.1 404 Not Found")
  equal(httpstatus.status_line("299", "1.0"), "HTTP/1.0 299 Unassigned")
  for code = 100, 999 do
    assert(httpstatus.status_line(code):find("^HTTP/1%.1 " .. code .. " [ -~]+$"))
  end
  for _, code in ipairs { 99, 1000, -1, 2 ^ 40 } do
    local line, message = httpstatus.status_line(code)
    equal(line, nil)
    assert(message:find("three digits"))
  end
  for _, version in ipairs { "", "2", "1.", "1.10", "HTTP/1.1", "1.x", "1.1\0", ("1"):rep(1000) } do
    local line, message = httpstatus.status_line(200, version)
    equal(line, nil, version)
    assert(message:find("version"))
  end
end)

test("methods", function()
  local get, post = httpstatus.method("GET"), httpstatus.method("POST")
  assert(get.safe and get.idempotent and get.cacheable and get.known)
  assert(not post.safe and not post.idempotent and post.cacheable and post.known)
  assert(not httpstatus.method("get").known)
end)

test("a changed table changes no answer", function()
  httpstatus.status(404).phrase = "Changed"
  httpstatus.entry(404).phrase = "Changed"
  equal(httpstatus.reason(404), "Not Found")
  equal(httpstatus.status_line(404), "HTTP/1.1 404 Not Found")
  httpstatus.status(404).phrase = "Not Found"
  httpstatus.entry(404).phrase = "Not Found"
end)

test("tables hold plain values and no cycles", function()
  local function walk(value, depth)
    assert(depth < 6, "a cycle")
    for key, item in pairs(value) do
      assert(type(key) == "string" or type(key) == "number")
      if type(item) == "table" then
        walk(item, depth + 1)
      else
        assert(type(item) == "string" or type(item) == "number" or type(item) == "boolean")
      end
    end
    equal(getmetatable(value), nil)
  end
  for code = -1, 1000 do
    walk(httpstatus.status(code), 1)
  end
end)

test("fields describe the entries", function()
  local fields = httpstatus.fields()
  for _, entry in ipairs(httpstatus.entries()) do
    local described = {}
    for _, field in ipairs(fields) do
      described[field.name] = true
      local value = entry[field.name]
      if field.type == "word" then
        local found = false
        for _, word in ipairs(field.words) do
          found = found or word == value
        end
        assert(found, field.name)
      elseif field.type == "list" then
        equal(type(value), "table")
        for _, item in ipairs(value) do
          for key in pairs(item) do
            local known = false
            for _, part in ipairs(field.element) do
              known = known or part.name == key
            end
            assert(known, key)
          end
        end
      end
    end
    for key in pairs(entry) do
      assert(described[key], key)
    end
  end
end)

test("explain takes numbers and texts", function()
  local text = httpstatus.explain(404)
  assert(text:find("^404 Not Found\n") and text:find("\nReceived:") and text:sub(-1) == "\n")
  for _, x in ipairs { "404", "404 Not Found", "HTTP/1.1 404 x", "not found", "NOT_FOUND", 404.0 } do
    equal(httpstatus.explain(x), text)
  end
  assert(httpstatus.explain("000"):find("^000 %(no status%)"))
  assert(httpstatus.explain(0):find("^0 %(invalid%)"))
  assert(httpstatus.explain(2 ^ 40):find("%(invalid%)"))
  local message, position = select(2, httpstatus.explain("not fuond"))
  assert(message:find("did you mean 404 Not Found") and position == 1)
  for _, wrong in ipairs { true, {}, 404.5, print } do
    refuses("bad argument #1.*a status code is an integer", httpstatus.explain, wrong)
  end
  refuses("bad argument #1", httpstatus.explain)
end)

test("explain is told how", function()
  assert(#httpstatus.explain(404, { full = true }) > 2 * #httpstatus.explain(404))
  assert(httpstatus.explain(404, { format = "markdown" }):find("^# 404 Not Found\n"))
  assert(httpstatus.explain(404, { format = "json" }):find('^{"schema": 1, '))
  assert(httpstatus.explain(451, { vendor = "exchange" }):find("^451 Redirect %(exchange%)"))
  assert(not httpstatus.explain(404, { role = "client" }):find("Sending:"))
  assert(httpstatus.explain(404, { method = "HEAD", width = 200 }):find("no content", 1, true))
  equal(httpstatus.explain(404, { width = 0 }), httpstatus.explain(404, {}))
  for option, value in pairs { format = "html", role = "proxy", vendor = "nobody", width = 19 } do
    local text, message = httpstatus.explain(404, { [option] = value })
    equal(text, nil)
    assert(message ~= "")
  end
  for option, value in pairs { format = true, role = {}, vendor = print, width = "wide", method = false } do
    refuses("bad argument #2.*" .. option .. " is a", httpstatus.explain, 404, { [option] = value })
  end
  refuses("bad argument #2.*table expected", httpstatus.explain, 404, "full")
  -- Longer than what is kept on the stack of C.
  assert(#httpstatus.explain(499, { full = true }) > 4096)
end)

test("compare", function()
  local text = httpstatus.compare(401, "forbidden")
  assert(text:find("^401 Unauthorized or 403 Forbidden%?\n") and text:find("How to choose", 1, true))
  assert(httpstatus.compare(401, 403, { format = "json" }):find('^{"schema": 1, "codes": '))
  equal(select("#", httpstatus.compare(404, "no such thing")), 3)
  equal(select("#", httpstatus.compare("no such thing", 404)), 3)
  equal(httpstatus.compare(401, 403, { width = 5 }), nil)
  refuses("bad argument #2", httpstatus.compare, 404)
end)

test("content", function()
  equal(httpstatus.content(204), "none")
  equal(httpstatus.content("200"), "unknown")
  equal(httpstatus.content(200, "CONNECT"), "tunnel")
  equal(httpstatus.content(205, "GET"), "must_be_empty")
  equal(httpstatus.may_have_content(404), true)
  equal(httpstatus.may_have_content(404, "HEAD"), false)
  refuses("bad argument #1", httpstatus.content, "x")
  refuses("bad argument #2", httpstatus.content, 200, {})
end)

test("markers", function()
  local warnings = {}
  for _, marker in ipairs(httpstatus.markers()) do
    assert(#marker.texts > 0 and marker.meaning ~= "" and marker.source ~= "")
    if marker.where:find("^Warning") then
      warnings[#warnings + 1] = marker.first
    end
  end
  equal(table.concat(warnings, " "), "110 111 112 113 199 214 299")
end)

-- The examples of the lint; tests/data/lint.txt says how they are written.

local escapes = { r = "\r", n = "\n", t = "\t", ["0"] = "\0", ["\\"] = "\\" }

local function unescape(text)
  local out, at = {}, 1
  while at <= #text do
    local c, next_c = text:sub(at, at), text:sub(at + 1, at + 1)
    if c ~= "\\" then
      out[#out + 1], at = c, at + 1
    elseif next_c == "x" then
      out[#out + 1], at = string.char(tonumber(text:sub(at + 2, at + 3), 16)), at + 4
    else
      out[#out + 1], at = assert(escapes[next_c]), at + 2
    end
  end
  return table.concat(out)
end

local function split(text, separator)
  local parts, start = {}, 1
  while true do
    local first, last = text:find(separator, start, true)
    parts[#parts + 1] = text:sub(start, first and first - 1)
    if not first then
      return parts
    end
    start = last + 1
  end
end

local function read_fields(texts)
  local fields = {}
  for i, text in ipairs(texts) do
    local name, value = text:match("^([^:]*): ?(.*)$")
    fields[i] = { unescape(name), unescape(value) }
  end
  return fields
end

local versions = { ["1.0"] = true, ["1.1"] = true, ["2"] = true, ["3"] = true }

local function read_request(text, options)
  local plain, fields = text:match("^([^{]*){(.*)}$")
  if plain then
    options.request_fields = read_fields(fields == "" and {} or split(fields, " | "))
  end
  for word in (plain or text):gmatch("%S+") do
    options[versions[word] and "request_version" or "method"] = word
  end
end

-- The rules, the code, the fields and the options of a line, and whether its lines may have been merged.
local function read_example(line)
  local rules, text = line:match("^. (.-): (.*)$")
  local options, merged = { version = "1.1" }, false
  local request, response = text:match("^(.*) %-> (.*)$")
  if request then
    read_request(request, options)
  end
  local parts = split(response or text, " | ")
  local words = split(table.remove(parts, 1), " ")
  for i = 1, #words - 1 do
    if words[i] == "merged" then
      merged = true
    else
      options.version = words[i] ~= "?" and words[i] or nil
    end
  end
  return split(rules, ", "), words[#words], read_fields(parts), options, merged
end

local function examples()
  local lines = {}
  for line in io.lines((arg[0]:gsub("lua/test_httpstatus.lua$", "data/lint.txt"))) do
    if line:find("^[-+] ") then
      lines[#lines + 1] = line
    end
  end
  return lines
end

test("examples of the lint fire what they say and nothing else", function()
  local lines = examples()
  assert(#lines > 600)
  -- Each table made under "gc" costs a whole cycle, so that takes a few of them.
  for i = 1, #lines, always_collect and 40 or 1 do
    local rules, code, fields, options, merged = read_example(lines[i])
    options.rules = "!date-missing," .. rules[1]
    if merged then
      fields = { [fields[1][1]] = fields[1][2] }
    end
    local fired, expected = {}, {}
    for _, finding in ipairs(assert(httpstatus.lint(code, fields, options))) do
      fired[finding.rule] = true
    end
    for j, rule in ipairs(rules) do
      expected[rule] = j > 1 or lines[i]:sub(1, 1) == "-"
    end
    for rule in pairs(fired) do
      assert(expected[rule], lines[i] .. ": " .. rule)
    end
    for rule, fires in pairs(expected) do
      assert(fires == (fired[rule] or false), lines[i] .. ": " .. rule)
    end
  end
end)

test("what lint finds", function()
  local findings = httpstatus.lint(302, { { "Date", "x" }, { "Location", "/a b\255" } })
  equal(#findings, 2)
  equal(findings[1].rule, "http-date-invalid")
  equal(findings[1].field, 1)
  equal(findings[2].severity, "error")
  equal(findings[2].field, 2)
  equal(findings[2].message, 'Location stops being a URI reference here: " b\\xff"')
  equal(findings[2].section, "RFC 9110 10.2.2")
  findings = httpstatus.lint("405", {}, { profile = "app" })
  equal(#findings, 1)
  equal(findings[1].field, nil)
  equal(#httpstatus.lint(405, {}, { rules = "!@all" }), 0)
  assert(#httpstatus.lint(404, {}, { pedantic = true, method = "GET" }) == 2)
end)

test("tables of fields by name, as OpenResty has them", function()
  local findings = httpstatus.lint(200, { etag = "a", age = "x", ["content-type"] = "y", date = "Sun, 01 Nov 2026 10:00:00 GMT" })
  equal(#findings, 3)
  equal(findings[1].field, "etag")
  equal(findings[2].field, "content-type")
  equal(findings[3].field, "age")
  findings = httpstatus.lint(500, { ETag = { '"a"', '"b"' }, Vary = { "a", "b c" }, Empty = {} })
  equal(#findings, 2)
  equal(findings[1].rule, "singleton-repeated")
  equal(findings[1].field, "ETag")
  equal(findings[2].rule, "vary-invalid")
end)

test("what lint could not decide", function()
  local skips = httpstatus.lint_skipped(206, { ["Content-Range"] = "bytes 0-4/10" })
  equal(#skips, 4)
  equal(skips[1].rule, "singleton-repeated")
  equal(skips[1].input, "repeats")
  equal(skips[3].input, "method")
  local known = { method = "GET", version = "1.1", request_version = "1.1", request_fields = { Range = "bytes=0-4" } }
  equal(#httpstatus.lint_skipped(206, { { "Content-Range", "bytes 0-4/10" } }, known), 0)
  equal(#httpstatus.lint_skipped(206, { ["Content-Range"] = { "bytes 0-4/10" } }, known), 0)
end)

test("the rules of lint", function()
  local rules = httpstatus.lint_rules()
  assert(#rules > 90)
  equal(rules[1].id, "status-out-of-range")
  for _, rule in ipairs(rules) do
    assert(rule.summary:find("%.$") and rule.fix:find("%.$") and rule.sections:find("^RFC %d"))
    equal(type(rule.pedantic), "boolean")
  end
end)

test("what lint cannot take", function()
  for _, call in ipairs { httpstatus.lint, httpstatus.lint_skipped } do
    refuses("bad argument #1.*a status code is an integer", call, "x", {})
    refuses("bad argument #2.*fields are a table, not nil", call, 200)
    refuses("bad argument #2.*fields are a table, not string", call, 200, "x")
    refuses("bad argument #2.*a list of pairs of strings expected", call, 200, { { "a", "b" }, "c" })
    for _, wrong in ipairs { { { "a" } }, { { 1, "b" } }, { { "a", 1 } }, { a = 1 }, { a = { 1 } }, { "a" }, { [2] = "x" } } do
      refuses("bad argument #2.*strings", call, 200, wrong)
    end
    refuses("bad argument #3", call, 200, {}, "x")
    refuses("bad argument #3.*method is a string, not number", call, 200, {}, { method = 1 })
    refuses("bad argument #3.*fields are a table, not string", call, 200, {}, { request_fields = "x" })
    for _, name in ipairs { "version", "request_version", "profile" } do
      local result, message = call(200, {}, { [name] = "x" })
      equal(result, nil)
      assert(message:find("^" .. name .. " is "))
    end
    local result, message, position = call(200, {}, { rules = "@all, nothing" })
    equal(result, nil)
    assert(message:find("no rule is called so"))
    equal(position, 7)
  end
end)

test("memory does not grow", function()
  local function work()
    for code = 1000, 1100 do
      httpstatus.explain(code, { full = true })
      httpstatus.compare(404, "no such thing")
      httpstatus.status(code)
      httpstatus.find("Not Found")
      httpstatus.entries()
      httpstatus.fields()
      pcall(httpstatus.status, "x")
      httpstatus.status_line(code)
      local set = httpstatus.status_set("4xx") + httpstatus.status_set("@error")
      tostring(-set)
      httpstatus.status_map({ ["404"] = 1, ["4XX"] = set })["400"] = 1
      httpstatus.status_map { ["404"] = 1, [404] = 2 }
      httpstatus.status_set("404,,")
      httpstatus.parse_retry_after({ "120" }, { now = 1 })
      httpstatus.parse_http_date("x")
      httpstatus.lint(code, { { "ETag", "a" } }, { request_fields = { a = "b" } })
      pcall(httpstatus.lint, code, { { "ETag", 1 } })
    end
    collectgarbage()
    collectgarbage()
    return collectgarbage("count")
  end
  work()
  local before = work()
  assert(work() - before < 8)
end)

-- A temporary file that holds the text, and is gone after the call.
local function with_file(text, call)
  local path = os.tmpname()
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
  local results = { pcall(call, path) }
  os.remove(path)
  assert(results[1], results[2])
end

local LOG = 'a - - [d] "GET / HTTP/1.1" 200 5 "-" "ua"\n"x" 404 1\n"x" - 1\n"a" "b" 503 1\ncut\n\n"x" 200'

local function check_log(tally)
  equal(tally.format, "combined")
  equal(tally.lines, 7)
  equal(tally.bytes, #LOG)
  equal(tally.total, 4)
  equal(tally.counts[200], 2)
  equal(tally.counts[404], 1)
  equal(tally.counts[500], nil)
  equal(tally.categories.success, 2)
  equal(tally.categories.invalid, nil)
  equal(tally.error_rate, 0.5)
  equal(tally.no_status, 1)
  equal(tally.recovered, 1)
  equal(tally.unparsed, 1)
  equal(#tally.unparsed_at, 1)
  equal(LOG:sub(tally.unparsed_at[1] + 1, tally.unparsed_at[1] + 3), "cut")
  equal(tally.blank, 1)
end

test("tally", function()
  check_log(httpstatus.tally { text = LOG })
  with_file(LOG, function(path)
    check_log(httpstatus.tally { path = path })
    local file = io.open(path, "rb")
    check_log(httpstatus.tally { file = file, format = "auto" })
    equal(httpstatus.tally { file = file }.lines, 0)
    file:seek("set", 0)
    equal(httpstatus.tally { file = file, format = "csv:2" }.format, "csv:2")
    file:close()
    refuses("no open file", httpstatus.tally, { file = file })
  end)
  equal(httpstatus.tally { text = '{"a":{"s":404}}', format = "json:a.s" }.counts[404], 1)
  equal(httpstatus.tally { text = "x|404|", format = "$a|$status|" }.counts[404], 1)
  equal(httpstatus.tally { text = "" }.error_rate, 0)
end)

test("tally of what cannot be read", function()
  for _, case in ipairs {
    { "no format", { text = "", format = "nope" } },
    { "no format", { path = "/nowhere/at all", format = "" .. ("x"):rep(1000) } },
    { "too long", { text = "", format = ("x"):rep(2000) } },
    { "/nowhere: ", { path = "/nowhere" } },
    { "^/: ", { path = "/" } },
    { "UTF%-16", { text = "\255\254a\0" } },
    { "compressed", { text = "\31\139\8" } },
    { "column", { text = "a,b\n1,2\n", format = "csv" } },
  } do
    local nothing, message = httpstatus.tally(case[2])
    equal(nothing, nil)
    assert(message:find(case[1]), message)
  end
  refuses("table expected", httpstatus.tally, "path")
  refuses("one of path, file and text", httpstatus.tally, {})
  refuses("one of path, file and text", httpstatus.tally, { path = "x", text = "x" })
  refuses("no open file", httpstatus.tally, { file = "x" })
  refuses("no open file", httpstatus.tally, { file = {} })
  refuses("string expected", httpstatus.tally, { text = {} })
  refuses("string expected", httpstatus.tally, { path = true })
end)

test("codes in bulk", function()
  local packed = "\200\0\148\1\148\1\87\2\231\3\232\3" -- 200 404 404 599 999 1000, the lower byte first
  if string.pack then
    packed = string.pack("=I2I2I2I2I2I2", 200, 404, 404, 599, 999, 1000)
  end
  for _, codes in ipairs { packed, { 200, 404, "404", 599, 999.0, 1000 } } do
    local counts = httpstatus.count_codes(codes)
    equal(counts.total, 5)
    equal(counts.counts[404], 2)
    equal(counts.counts[403], nil)
    equal(counts.categories.client_error, 2)
    equal(counts.categories.invalid, 1)
    equal(counts.error_rate, 0.8)
    equal(counts.out_of_range, 1)
    equal(counts.nulls, 0)
    local categories, nulls = httpstatus.count_categories(codes)
    equal(categories.client_error, 2)
    equal(categories.invalid, 2)
    equal(nulls, 0)
    local classified = httpstatus.classify_codes(codes)
    local list = type(classified) == "string" and { classified:byte(1, -1) } or classified
    equal(table.concat(list, " "), "2 4 4 5 0 0")
  end
  equal(httpstatus.count_codes({ 200, nil, 404, n = 4 }).nulls, 2)
  equal(select(2, httpstatus.count_categories { 200, nil, 404, n = 3 }), 1)
  equal(httpstatus.classify_codes({ 200, nil, 404, n = 3 })[2], 0)
  equal(httpstatus.count_codes({ 200, 404, n = 1 }).total, 1)
  refuses("no length", httpstatus.count_codes, { n = -1 })
  equal(httpstatus.count_codes({}).total, 0)
  equal(httpstatus.classify_codes(""), "")
  equal(httpstatus.count_codes(("\200\0\0\0\0\0\0\0"):rep(5000), 8).counts[200], 5000)
  local many = {}
  for i = 1, 5000 do
    many[i] = i % 1000
  end
  equal(httpstatus.count_codes(many).counts[999], 5)
  equal(#httpstatus.classify_codes(many), 5000)
  equal(httpstatus.count_codes { -1, 2 ^ 40, 1e300 }.out_of_range, 3)
  refuses("element 2: a status code is an integer", httpstatus.count_codes, { 200, "x" })
  refuses("element 1: a status code is an integer", httpstatus.classify_codes, { 1.5 })
  refuses("2, 4 or 8 bytes", httpstatus.count_codes, "", 3)
  refuses("does not end behind an integer", httpstatus.count_codes, "abc")
  refuses("table expected", httpstatus.count_codes, 5)
end)

test("gRPC", function()
  for _, row in ipairs(httpstatus.grpc_codes()) do
    equal(httpstatus.grpc_to_http(row.number), row.http)
    equal(httpstatus.grpc_to_http(row.name), row.http)
  end
  equal(#httpstatus.grpc_codes(), 17)
  equal(httpstatus.grpc_to_http("5"), 404)
  equal(httpstatus.grpc_to_http("not_found"), 404)
  equal(httpstatus.http_to_grpc("404"), "UNIMPLEMENTED")
  equal(httpstatus.http_to_grpc(200), "UNKNOWN")
  for _, row in ipairs(httpstatus.grpc_guesses()) do
    equal(httpstatus.http_to_grpc(row.http), row.name)
  end
  for _, wrong in ipairs { 17, -1, 2 ^ 40, "", "nope", "OK\0" } do
    local code, message = httpstatus.grpc_to_http(wrong)
    equal(code, nil)
    assert(message:find("no RPC code"))
  end
  refuses("bad argument #1", httpstatus.grpc_to_http, {})
  refuses("bad argument #1", httpstatus.http_to_grpc, "x")
end)

test("Proxy-Status", function()
  local types = httpstatus.proxy_status_types()
  equal(#types, 32)
  equal(#httpstatus.proxy_status_types(503), 2)
  equal(#httpstatus.proxy_status_types("404"), 0)
  equal(httpstatus.proxy_status_type("tls_alert_received").parameters[2], "alert-message")
  equal(httpstatus.proxy_status_type("dns_timeout").status, 504)
  equal(httpstatus.proxy_status_type("nope"), nil)
  refuses("bad argument #1", httpstatus.proxy_status_type, nil)
end)

test("problem details", function()
  local problem = httpstatus.problem(404)
  equal(problem.type, "about:blank")
  equal(problem.title, "Not Found")
  equal(problem.status, 404)
  assert(problem ~= httpstatus.problem(404))
  problem = httpstatus.problem("404", { detail = "x", type = "/order", order = 12 })
  equal(problem.title, nil)
  equal(problem.status, 404)
  equal(problem.detail .. problem.type .. problem.order, "x/order12")
  equal(httpstatus.problem(404, { type = "/order", title = "y" }).title, "y")
  equal(httpstatus.problem(404, { title = "y" }).type, "about:blank")
  equal(httpstatus.problem(2 ^ 40).status, 2 ^ 40)
  refuses("bad argument #2.*the member status is the code", httpstatus.problem, 404, { status = 405 })
  refuses("bad argument #2.*table expected", httpstatus.problem, 404, "x")
  refuses("bad argument #1", httpstatus.problem)
  equal(httpstatus.PROBLEM_MEDIA_TYPE, "application/problem+json")
end)

-- Rows that are added stay, so what counts rows comes before.
test("register", function()
  local before, all, edition = httpstatus.status(289), #httpstatus.entries(), httpstatus.data_edition()
  equal(before.known, false)
  local row = httpstatus.register(289, "SO_SO", "So So", "acme", {
    summary = "It went so so.", evidence = "hearsay", aliases = { "MEH" },
    related = { { code = 404, word = "nothing went" }, { code = 410, word = "it is over" } },
    headers = { { name = "Age", level = "may", ref = "x" } },
  })
  equal(before, httpstatus.status(289))
  equal(before.known, true)
  equal(before.registered, false)
  equal(before.label, "289 So So (acme)")
  equal(before.summary, "It went so so.")
  equal(before.description, "It went so so.")
  equal(before.entry, row)
  equal(#before.entries, 1)
  equal(httpstatus.entry(289, "acme"), row)
  equal(#httpstatus.entries(), all + 1)
  equal(httpstatus.entries("acme")[1], row)
  equal(httpstatus.find("meh")[1], row)
  equal(httpstatus.search("so so")[1], row)
  equal(row.registration, "unofficial")
  equal(row.evidence, "hearsay")
  equal(row.related[2].word, "it is over")
  equal(row.headers[1].level, "may")
  equal(row.headers[1].when, nil)
  equal(row.meaning, nil)
  equal(httpstatus.effective(289), 200)
  equal(httpstatus.data_edition().vendor, edition.vendor)
  assert(httpstatus.explain("so so"):find("^289 So So %(acme%)\n"))
  local last
  for _, vendor in ipairs(httpstatus.vendors()) do
    last = vendor
  end
  equal(last, "acme")
  equal(httpstatus.register("404", "NOT_HERE", nil, "acme"), httpstatus.entry(404, "acme"))
  equal(httpstatus.status(404).phrase, "Not Found")
  equal(httpstatus.status(404).ambiguous, true)
  equal(httpstatus.status(404).entries[#httpstatus.status(404).entries].name, "NOT_HERE")
end)

test("rows that are refused", function()
  local all = #httpstatus.entries()
  local function wrong(pattern, code, name, phrase, vendor, fields)
    local row, message = httpstatus.register(code, name, phrase, vendor, fields)
    equal(row, nil)
    assert(message:find(pattern), message)
  end
  wrong("iana", 288, "A", nil, "iana")
  wrong("code already", 499, "A", nil, "nginx")
  wrong("name already", 288, "CLIENT_CLOSED_REQUEST", nil, "nginx")
  for _, code in ipairs { 1000, -1, 2 ^ 40 } do
    wrong("0 to 999", code, "A", nil, "b")
  end
  wrong("a name", 288, "so so", nil, "b")
  wrong("a name", 288, "A\0", nil, "b")
  wrong("vendor", 288, "A", nil, "b\0")
  wrong("vendor", 288, "A", nil, "")
  wrong("printable", 288, "A", "x\r\ny", "b")
  wrong("printable", 288, "A", "x\0", "b")
  wrong("printable", 288, "A", nil, "b", { summary = "x\0" })
  wrong("printable", 288, "A", nil, "b", { meaning = ("x"):rep(1001) })
  wrong("words", 288, "A", nil, "b", { state = "asleep" })
  local many = {}
  for i = 1, 100 do
    many[i] = { code = i, word = "x" }
  end
  wrong("16", 288, "A", nil, "b", { related = many })
  wrong("lacks a text", 288, "A", nil, "b", { related = { { code = 404 } } })
  refuses("bad argument #5.*summary is a string, not number", httpstatus.register, 288, "A", nil, "b", { summary = 5 })
  refuses("bad argument #5.*aliases is a list, not string", httpstatus.register, 288, "A", nil, "b", { aliases = "A" })
  refuses("bad argument #5.*related is a list of tables", httpstatus.register, 288, "A", nil, "b", { related = { 5 } })
  refuses("bad argument #5.*code is an integer", httpstatus.register, 288, "A", nil, "b", { related = { { code = {} } } })
  refuses("bad argument #5.*table expected", httpstatus.register, 288, "A", nil, "b", "x")
  refuses("bad argument #4", httpstatus.register, 288, "A", nil)
  refuses("bad argument #2", httpstatus.register, 288, nil, nil, "b")
  refuses("bad argument #1", httpstatus.register, "x", "A", nil, "b")
  equal(#httpstatus.entries(), all)
end)

test("version", function()
  assert(httpstatus._VERSION:find("^httpstatus %d+%.%d+%.%d+$"))
end)

print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0 and 0 or 1)
