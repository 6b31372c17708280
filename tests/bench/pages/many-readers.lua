-- For wrk: each request comes from another reader, as the site sees it, so that none asks more often than one may.
local asked = 0

function request()
	asked = asked + 1
	wrk.headers["X-Forwarded-For"] = string.format("203.0.%d.%d", asked / 250 % 250, asked % 250)
	return wrk.format()
end
