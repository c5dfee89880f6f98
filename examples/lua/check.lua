-- Checks response heads as curl -si prints them, out of a file or standard input: what is wrong with each, and what to
-- do about it. Heads are separated by an empty line.

local httpstatus = require "httpstatus"

local fixes = {}
for _, rule in ipairs(httpstatus.lint_rules()) do
  fixes[rule.id] = rule.fix
end

local versions = { ["1.0"] = true, ["1.1"] = true, ["2"] = true, ["3"] = true }

local function check(status_line, fields)
  local parsed = httpstatus.parse(status_line)
  if not parsed then
    print(status_line .. ": not a status line")
    return
  end
  local version = versions[parsed.version] and parsed.version or nil
  print(httpstatus.status(parsed.code).label)
  for _, finding in ipairs(httpstatus.lint(parsed.code, fields, { version = version })) do
    print(("  %s: %s [%s]"):format(finding.severity, finding.message, finding.section))
    print("    " .. fixes[finding.rule])
  end
end

local status_line, fields
for line in arg[1] and assert(io.open(arg[1], "rb")):lines() or io.lines() do
  line = line:gsub("[\r\n]+$", "")
  if not status_line then
    status_line, fields = line, {}
  elseif line == "" then
    check(status_line, fields)
    status_line = nil
  else
    fields[#fields + 1] = { line:match("^[^:]*"), line:match("^[^:]*:(.*)$") or "" }
  end
end
if status_line then
  check(status_line, fields)
end
