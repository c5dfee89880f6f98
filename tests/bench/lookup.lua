-- Nanoseconds of status(404).phrase and of two plain table reads, and of a look into a set and one plain table read, the
-- loop subtracted; medians of interleaved runs.

local httpstatus = require "httpstatus"

local plain = {}
for code = 100, 599 do
  plain[code] = { phrase = "x" }
end
local codes = {}
for i = 1, 1024 do
  codes[i] = ({ 200, 304, 404, 500 })[i % 4 + 1]
end
local status = httpstatus.status
local set = httpstatus.status_set("2xx,304,404,500")

local runs = {
  loop = function()
    local last
    for i = 1, 1024 do last = codes[i] end
    return last
  end,
  plain = function()
    local last
    for i = 1, 1024 do last = plain[codes[i]].phrase end
    return last
  end,
  status = function()
    local last
    for i = 1, 1024 do last = status(codes[i]).phrase end
    return last
  end,
  one = function()
    local last
    for i = 1, 1024 do last = plain[codes[i]] end
    return last
  end,
  set = function()
    local last
    for i = 1, 1024 do last = set[codes[i]] end
    return last
  end,
}

local times = { loop = {}, plain = {}, status = {}, one = {}, set = {} }
for _ = 1, 15 do
  for name, run in pairs(runs) do
    local start = os.clock()
    for _ = 1, 1000 do run() end
    table.insert(times[name], (os.clock() - start) / 1000 / 1024 * 1e9)
  end
end

local function median(name)
  table.sort(times[name])
  return times[name][8]
end

local loop = median("loop")
print(median("plain") - loop, median("status") - loop, median("one") - loop, median("set") - loop)
