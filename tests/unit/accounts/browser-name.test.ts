import { expect, it } from "vitest";
import { nameBrowser } from "@/lib/accounts/browser-name";

const MOZILLA = "Mozilla/5.0";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

it.each([
	[`${MOZILLA} (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0`, "Firefox on Linux"],
	[`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`, "Chrome on Windows"],
	[`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/142.0.0.0`, "Edge on Windows"],
	[`${MOZILLA} (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, "Chrome on Android"],
	[
		`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`,
		"Safari on Mac",
	],
	[
		`${MOZILLA} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1`,
		"Chrome on iPhone",
	],
	["curl/8.5.0", ""],
	["<script>alert(1)</script>", ""],
	["", ""],
])("%j is named %j", (agent, name) => {
	expect(nameBrowser(agent)).toBe(name);
});
