-- A client on LuaSocket that asks httpstatus.retry() whether to send a request again, and httpstatus.redirect() where
-- to go and with what. Usage: retry_luasocket.lua URL [METHOD [CONTENT]]. Prints the last status; each step goes to
-- standard error. LuaSocket takes an interim response other than 100 for the final one.

local http = require "socket.http"
local httpstatus = require "httpstatus"
local ltn12 = require "ltn12"
local socket = require "socket"
local url = require "socket.url"

local RETRIES, REDIRECTS, LONGEST = 3, 10, 60

local function send(target, method, content)
  if method == "HEAD" then
    content = nil
  elseif method == "POST" or method == "PUT" then
    content = content or "" -- So that Content-Length says that there is none (RFC 9110 Section 8.6).
  end
  return http.request {
    url = target:gsub("#.*", ""), -- LuaSocket would send the fragment.
    method = method,
    redirect = false,
    source = content and ltn12.source.string(content),
    headers = content and { ["content-length"] = #content },
    sink = ltn12.sink.null(),
  }
end

-- Sends a request, again and elsewhere as long as that is advised. Returns the last status, or nil and a message.
local function fetch(target, method, content)
  local retries, redirects = 0, 0
  while true do
    -- LuaSocket alone speaks no TLS: it raises an error for other schemes or, where it is old, sends in the clear.
    if (url.parse(target) or {}).scheme ~= "http" then
      return nil, "not an http URL: " .. target
    end
    local sent, code, fields = send(target, method, content)
    if not sent then
      return nil, code
    end
    local now = os.time()

    local again, answer = httpstatus.retry(code, method,
      { fields = fields, now = now, retries_made = retries, max_retries = RETRIES })
    -- LuaSocket opens a connection for every request, so a new one needs no asking.
    if again and (answer.delay or 0) <= LONGEST then
      io.stderr:write(answer.reason, "\n")
      socket.sleep(answer.delay or 2 ^ retries / 2)
      retries = retries + 1
    else
      local follow, step = httpstatus.redirect(code, method, { fields = fields, now = now })
      if not follow or (step.delay or 0) > LONGEST or redirects == REDIRECTS then
        return code
      end
      io.stderr:write(step.reason, "\n")
      socket.sleep(step.delay or 0)
      target = url.absolute(target, fields.location)
      method = step.method
      content = step.keep_content and content or nil
      redirects, retries = redirects + 1, 0
    end
  end
end

if not arg[1] then
  io.stderr:write("usage: retry_luasocket.lua URL [METHOD [CONTENT]]\n")
  os.exit(2)
end
local code, message = fetch(arg[1], arg[2] or "GET", arg[3])
if not code then
  io.stderr:write(message, "\n")
  os.exit(1)
end
print(httpstatus.status(code).label)
