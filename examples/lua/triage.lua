-- Triage of an access log in Common or Combined format: how often each status occurs, most frequent first, and how
-- often each category. The status is the word after the quoted request.

local httpstatus = require "httpstatus"

-- The text after the closing quote of the request, nil without one. A backslash keeps a quote from closing.
local function after_request(line)
  local at = line:find('"', 1, true)
  while at do
    at = line:find('["\\]', at + 1)
    if at and line:sub(at, at) == '"' then
      return line:sub(at + 1)
    end
    at = at and at + 1
  end
end

local counts, categories, lines, no_status, unparsed = {}, {}, 0, 0, 0
for line in arg[1] and assert(io.open(arg[1], "rb")):lines() or io.lines() do
  lines = lines + 1
  local rest = after_request(line)
  local word = rest and rest:match("^ ([^ \r\n]*)")
  if word == "-" then
    no_status = no_status + 1
  elseif word and word:find("^%d%d%d$") then
    local code, category = tonumber(word), httpstatus.classify(word)
    counts[code] = (counts[code] or 0) + 1
    categories[category] = (categories[category] or 0) + 1
  else
    unparsed = unparsed + 1
  end
end

local function print_counts(table_of_counts, label)
  local keys = {}
  for key in pairs(table_of_counts) do
    keys[#keys + 1] = key
  end
  table.sort(keys, function(a, b)
    local left, right = table_of_counts[a], table_of_counts[b]
    return left > right or left == right and a < b
  end)
  for _, key in ipairs(keys) do
    print(("%9d  %s"):format(table_of_counts[key], label(key)))
  end
end

print_counts(counts, function(code) return httpstatus.status(code).label end)
print_counts(categories, function(category) return category end)
print(("%9d  lines, %d without a status, %d not understood"):format(lines, no_status, unparsed))
