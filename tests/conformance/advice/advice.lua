-- Writes the answers of content, retry, redirect and cacheability as Lua gives them: see advice.txt, which it reads.

local httpstatus = require "httpstatus"

local METHODS = { false, "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY", "PROPFIND",
  "LOCK", "FOO" }
local FIELDS = {
  content = { "content", "may_have_content" },
  retry = { "verdict", "need", "delay", "basis", "citation", "beyond_rfc_advice", "stricter_than_rfc" },
  redirect = { "action", "method", "keep_content", "unsafe", "inherit_fragment", "drop_fields", "delay", "basis", "citation" },
  cacheability = { "storable", "lifetime", "seconds", "basis", "citation", "stricter_than_rfc" },
}

-- Items are separated by " | ", and are "key=value" or "Name: value".
local function read_input(text)
  local options, fields = {}, {}
  for item in (text .. " | "):gmatch("(.-) | ") do
    local name, content = item:match("^([%w-]+): (.*)$")
    local key, value = item:match("^([%w_]+)=(.*)$")
    if name then
      fields[#fields + 1] = { name, content }
    elseif key == "retries_made" or key == "max_retries" then
      options[key] = tonumber(value)
    elseif key then
      options[key] = value
      if value == "yes" then options[key] = true end
      if value == "no" then options[key] = false end
    end
  end
  return { options = options, fields = fields }
end

local function ask(section, code, method, input)
  local answer
  if section == "content" then
    answer = { content = httpstatus.content(code, method), may_have_content = httpstatus.may_have_content(code, method) }
  elseif section == "cacheability" then
    answer = select(2, httpstatus.cacheability(code, method, input.fields, input.options))
  else
    answer = select(2, httpstatus[section](code, method, input.options))
  end
  return answer
end

local function text_of(name, value)
  if type(value) == "boolean" then return value and "yes" or "no" end
  if type(value) == "table" then return #value == 0 and "-" or table.concat(value, ", ") end
  if value == nil then return name == "keep_content" and "not_given" or "-" end
  return tostring(value)
end

local function numbered()
  local numbers, list = {}, {}
  return list, function(text)
    if not numbers[text] then
      numbers[text] = #list
      list[#list + 1] = text
    end
    return numbers[text]
  end
end

local function write_section(section, inputs)
  local answers, answer_of = numbered()
  local rows, row_of = numbered()
  local lines, codes = {}, {}
  local parts = {}
  for code = 0, 999 do
    local line = {}
    for i, method in ipairs(METHODS) do
      local runs, last, n = {}, nil, 0
      local function close()
        if last then
          runs[#runs + 1] = n > 1 and ("%dx%d"):format(last, n) or tostring(last)
        end
      end
      for _, input in ipairs(inputs) do
        local answer = ask(section, code, method or nil, input)
        for j, name in ipairs(FIELDS[section]) do
          parts[j] = text_of(name, answer[name])
        end
        local number = answer_of(table.concat(parts, " | ", 1, #FIELDS[section]))
        if number ~= last then
          close()
          last, n = number, 0
        end
        n = n + 1
      end
      close()
      line[i] = row_of(table.concat(runs, " "))
    end
    local key = table.concat(line, " ")
    if not codes[key] then
      codes[key] = {}
      lines[#lines + 1] = key
    end
    table.insert(codes[key], code)
  end
  for _, text in ipairs(answers) do print("answer " .. text) end
  for _, text in ipairs(rows) do print("row " .. text) end
  for _, key in ipairs(lines) do
    print("codes " .. tostring(httpstatus.status_set(table.concat(codes[key], ","))) .. " " .. key)
  end
end

local section, inputs
for line in io.lines(arg[1]) do
  local word, rest = line:match("^(%S*) ?(.*)$")
  if word == "input" then
    inputs[#inputs + 1] = read_input(rest)
  elseif word == "section" then
    section, inputs = rest, {}
  elseif line == "end" then
    write_section(section, inputs)
  end
  if word ~= "answer" and word ~= "row" and word ~= "codes" then
    print(line)
  end
end
