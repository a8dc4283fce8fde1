-- Asks for another page each time: paths come from the file named by PATHS, one a line.
local paths = {}
local n = 0
for line in io.lines(os.getenv("PATHS")) do n = n + 1; paths[n] = line end
local i = 0
function init(args) math.randomseed(1) end
request = function()
  i = i + 1
  return wrk.format("GET", paths[(i * 7919) % n + 1])
end
