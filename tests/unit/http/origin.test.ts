import { afterEach, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { isSameOrigin } from "@/lib/http/origin";

const own = new URL(process.env.APP_URL ?? "").origin;

afterEach(() => void Object.assign(env(), { APP_URL: own }));

describe("isSameOrigin", () => {
	it("takes our own address, and the host that was asked", () => {
		expect(isSameOrigin(new Headers({ origin: own }))).toBe(true);
		expect(isSameOrigin(new Headers({ origin: "http://127.0.0.1:3999", host: "127.0.0.1:3999" }))).toBe(true);
	});

	it.each([undefined, "null", "https://evil.example", `${own}.evil.example`, "not an address"])(
		"refuses %s",
		(origin) => {
			const headers = new Headers({ host: new URL(own).host });
			if (origin !== undefined) headers.set("origin", origin);
			expect(isSameOrigin(headers)).toBe(false);
		},
	);

	it.each([
		"https://localhost:3970",
		"http://evil@localhost:3970",
		"http://localhost:3970/",
		"http://localhost:3970/page",
		"HTTP://localhost:3970",
		"ftp://localhost:3970",
		"blob:http://localhost:3970",
	])("refuses %s, though the host is that of the request", (origin) => {
		expect(isSameOrigin(new Headers({ origin, host: "localhost:3970" }))).toBe(false);
		const forwarded = { "x-forwarded-proto": "http", host: "localhost:3970" };
		expect(isSameOrigin(new Headers({ origin, ...forwarded }))).toBe(false);
	});

	it.each([
		["https", "https://demo.example", true],
		["https, http", "https://demo.example", true],
		["https", "http://demo.example", false],
		["http", "https://demo.example", false],
	])("with a proxy that forwards %s, takes %s of the host that was asked: %s", (scheme, origin, isOwn) => {
		const headers = new Headers({ origin, host: "demo.example", "x-forwarded-proto": scheme });
		expect(isSameOrigin(headers)).toBe(isOwn);
	});

	it("of a site by https takes no page by http, whatever is forwarded", () => {
		Object.assign(env(), { APP_URL: "https://papers.example" });
		const ask = (origin: string, host: string) =>
			isSameOrigin(new Headers({ origin, host, "x-forwarded-proto": "http" }));
		expect(ask("https://papers.example", "papers.example")).toBe(true);
		expect(ask("https://www.papers.example", "www.papers.example")).toBe(true);
		expect(ask("http://papers.example", "papers.example")).toBe(false);
	});
});
