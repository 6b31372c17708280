/** Each is named in the agent's text of its own browser; those before it in the list name it as well. */
const BROWSERS: [name: string, sign: RegExp][] = [
	["Edge", /\bEdg(A|iOS)?\//],
	["Opera", /\bOPR\//],
	["Samsung Internet", /\bSamsungBrowser\//],
	["Firefox", /\b(Firefox|FxiOS)\//],
	["Chrome", /\b(Chrome|CriOS)\//],
	["Safari", /\bSafari\//],
];

const SYSTEMS: [name: string, sign: RegExp][] = [
	["iPhone", /\biPhone\b/],
	["iPad", /\biPad\b/],
	["Android", /\bAndroid\b/],
	["Windows", /\bWindows\b/],
	["Mac", /\bMacintosh\b/],
	["Chromebook", /\bCrOS\b/],
	["Linux", /\bLinux\b/],
];

/**
 * What a `User-Agent` header says in a word or two: `Firefox on Linux`. All that is kept of it: enough for its owner to tell
 * one session from another, and the same for millions.
 *
 * @returns empty where it names neither a browser nor a system that we know
 */
export function nameBrowser(userAgent: string): string {
	const [browser, system] = [BROWSERS, SYSTEMS].map((list) => list.find(([, sign]) => sign.test(userAgent))?.[0]);
	return [browser, system].filter((name) => name !== undefined).join(" on ");
}
