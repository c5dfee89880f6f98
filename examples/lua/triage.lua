-- Triage of an access log in any format the library knows: how often each status occurs, most frequent first, and how
-- often each category.

local httpstatus = require "httpstatus"

local tally, message = httpstatus.tally { path = arg[1], file = not arg[1] and io.stdin or nil }
if not tally then
  io.stderr:write(message, "\n")
  os.exit(2)
end

local function print_counts(counts, label)
  local keys = {}
  for key in pairs(counts) do
    keys[#keys + 1] = key
  end
  table.sort(keys, function(a, b)
    local left, right = counts[a], counts[b]
    return left > right or left == right and a < b
  end)
  for _, key in ipairs(keys) do
    print(("%9d  %s"):format(counts[key], label(key)))
  end
end

print_counts(tally.counts, function(code) return httpstatus.status(code).label end)
print_counts(tally.categories, function(category) return category end)
print(("%9d  lines (%s), %d without a status, %d recovered, %d not understood, %d blank"):format(
  tally.lines, tally.format, tally.no_status, tally.recovered, tally.unparsed, tally.blank))
