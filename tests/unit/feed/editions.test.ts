import { describe, expect, it } from "vitest";
import { isOpen, parseEdition } from "@/lib/feed/editions";
import type { UtcDate } from "@/lib/time";

const now = new Date("2026-06-08T13:00:00Z");

describe("parseEdition", () => {
	it("takes days up to today and the word for the newest", () => {
		expect(parseEdition("2026-06-08", now)).toBe("2026-06-08");
		expect(parseEdition("1999-01-01", now)).toBe("1999-01-01");
		expect(parseEdition("newest", now)).toBe("newest");
	});

	it.each(["2026-06-09", "1991-08-13", "0000-01-01", "2026-06-31", "June 8", ""])("refuses %j", (text) =>
		expect(parseEdition(text, now)).toBeUndefined(),
	);
});

describe("isOpen", () => {
	it("holds until 00:00 UTC and not a moment longer", () => {
		const edition = "2026-06-08" as UtcDate;
		expect(isOpen(edition, new Date("2026-06-08T23:59:59.999Z"))).toBe(true);
		expect(isOpen(edition, new Date("2026-06-09T00:00:00Z"))).toBe(false);
	});
});
