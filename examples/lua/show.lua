-- Shows codes given on the command line: label, category, summary and where it is defined, a line each.

local httpstatus = require "httpstatus"

for _, argument in ipairs(arg) do
  local status = httpstatus.status(argument)
  local summary, source = status.summary, status.source
  local ref = status.refs[1]
  if not status.entry then
    summary, source = "treat it as " .. httpstatus.effective(argument), "RFC 9110, Section 15"
  elseif ref then
    source = ref.spec .. (ref.section and ", Section " .. ref.section or "")
  end
  print(table.concat({ status.label, status.category, summary, source }, " | "))
end
