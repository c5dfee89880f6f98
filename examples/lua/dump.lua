-- Prints the whole registry as JSON. It walks the fields and knows no field name of its own.

local httpstatus = require "httpstatus"

local json_record

local function json_string(text)
  return text == nil and "null" or '"' .. text:gsub('["\\]', "\\%0") .. '"'
end

local function json_list(list, json_item)
  local items = {}
  for i, item in ipairs(list) do
    items[i] = json_item(item)
  end
  return "[" .. table.concat(items, ", ") .. "]"
end

local function json_value(field, value)
  if field.type == "strings" then
    return json_list(value, json_string)
  elseif field.type == "list" then
    return json_list(value, function(item) return json_record(field.element, item) end)
  elseif type(value) == "number" or type(value) == "boolean" then
    return tostring(value)
  end
  return json_string(value)
end

function json_record(fields, record)
  local members = {}
  for i, field in ipairs(fields) do
    members[i] = json_string(field.name) .. ": " .. json_value(field, record[field.name])
  end
  return "{" .. table.concat(members, ", ") .. "}"
end

local rows = {}
for i, entry in ipairs(httpstatus.entries()) do
  rows[i] = json_record(httpstatus.fields(), entry)
end
io.write("[\n", table.concat(rows, ",\n"), "\n]\n")
