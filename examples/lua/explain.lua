-- Explains statuses: explain [--full] [--compare] [--format F] [--role R] [--vendor V] [--method M] [--width N] TEXT...
-- With --compare the texts are taken two by two.

local httpstatus = require "httpstatus"

local options = {}
local i = 1
while arg[i] and arg[i]:sub(1, 2) == "--" do
  local name = arg[i]:sub(3)
  if name == "full" or name == "compare" then
    options[name] = true
  else
    i = i + 1
    options[name] = name == "width" and tonumber(arg[i]) or arg[i]
  end
  i = i + 1
end

while arg[i] do
  local text, message
  if options.compare and arg[i + 1] then
    text, message = httpstatus.compare(arg[i], arg[i + 1], options)
    i = i + 1
  else
    text, message = httpstatus.explain(arg[i], options)
  end
  if not text then
    io.stderr:write("explain: ", message, "\n")
    os.exit(1)
  end
  io.write(text)
  i = i + 1
end
