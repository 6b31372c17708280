import fc from "fast-check";
import { expect, it } from "vitest";
import { parseInstant, parseListingTime } from "@/lib/ingest/normalise/dates";

it.each([
	["2024-05-27T03:50:58.348Z", "2024-05-27T03:50:58.348Z"],
	["2025-08-20T00:00:00-04:00", "2025-08-20T04:00:00.000Z"],
	["2025-08-20T04:00:19.866337+00:00", "2025-08-20T04:00:19.866Z"],
	["2024-06-02T01:07:21+08:00", "2024-06-01T17:07:21.000Z"],
	["2026-05-14", "2026-05-14T00:00:00.000Z"],
	["2026-05-14 10:30", "2026-05-14T10:30:00.000Z"],
	["2026-05-14T10:30:00", "2026-05-14T10:30:00.000Z"],
])("reads %s as %s", (text, instant) => expect(parseInstant(text)?.toISOString()).toBe(instant));

it.each([
	"",
	"yesterday",
	"2026-02-30",
	"2026-02-30T10:00:00Z",
	"2026-02-28T25:00:00Z",
	"0000-01-01",
	"1716782400",
	"2026-05-14T10:30:00+99:99",
])("reads no instant in %j", (text) => expect(parseInstant(text)).toBeUndefined());

it("reads back every instant, in any zone", () => {
	const instants = fc.date({ min: new Date("1991-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
	fc.assert(
		fc.property(instants, fc.integer({ min: -12, max: 14 }), (instant, hours) => {
			expect(parseInstant(instant.toISOString())).toEqual(instant);
			const local = new Date(instant.getTime() + hours * 3_600_000).toISOString().slice(0, -1);
			const zone = `${hours < 0 ? "-" : "+"}${String(Math.abs(hours)).padStart(2, "0")}:00`;
			expect(parseInstant(local + zone)).toEqual(instant);
		}),
	);
});

it("takes midnight for a day without an hour", () => {
	expect(parseListingTime("2026-05-14")).toEqual({ date: "2026-05-14" });
	expect(parseListingTime("2026-05-14T00:00:00.000Z")).toEqual({ date: "2026-05-14" });
	const listedAt = new Date("2026-05-14T00:00:00.001Z");
	expect(parseListingTime("2026-05-14T00:00:00.001Z")).toEqual({ date: "2026-05-14", listedAt });
	expect(parseListingTime("soon")).toBeUndefined();
});
