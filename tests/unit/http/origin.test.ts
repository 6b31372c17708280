import { describe, expect, it } from "vitest";
import { isSameOrigin } from "@/lib/http/origin";

const own = new URL(process.env.APP_URL ?? "").origin;

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
});
