-- Posts another claim each time: claims come from the file named by CLAIMS, one a line.
local claims = {}
local n = 0
for line in io.lines(os.getenv("CLAIMS")) do n = n + 1; claims[n] = line end
local i = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
request = function()
  i = i + 1
  return wrk.format(nil, os.getenv("DOOR"), nil, claims[(i * 7919) % n + 1])
end
