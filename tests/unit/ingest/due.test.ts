import { describe, expect, it, test } from "vitest";
import { dueDays, isIngestDue, type WindowHistory } from "@/lib/ingest/due";

const now = new Date("2026-11-23T08:30:00Z");
const done = (windowName: string, at: string): WindowHistory => ({ windowName, isDone: true, doneAt: new Date(at) });
const WEEK = ["2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17"];

describe("the days that are due", () => {
	it("are the last seven at the first run, newest first", () => {
		expect(dueDays(now, [])).toEqual(WEEK);
	});

	it("are today and yesterday at every run, those before once a day", () => {
		const lately = WEEK.map((day) => done(day, "2026-11-23T07:30:00Z"));
		expect(dueDays(now, lately)).toEqual(["2026-11-23", "2026-11-22"]);
		const yesterday = WEEK.map((day) => done(day, "2026-11-22T07:30:00Z"));
		expect(dueDays(now, yesterday)).toEqual(WEEK);
	});

	it("are those as well whose last run failed or died, however old", () => {
		const lately = WEEK.map((day) => done(day, "2026-11-23T07:30:00Z"));
		const died = { windowName: "2026-06-01", isDone: false, doneAt: null };
		const failedSince = { windowName: "2026-11-18", isDone: false, doneAt: new Date("2026-11-23T06:30:00Z") };
		const history = [...lately.filter(({ windowName }) => windowName !== "2026-11-18"), died, failedSince];
		expect(dueDays(now, history)).toEqual(["2026-11-23", "2026-11-22", "2026-11-18", "2026-06-01"]);
	});
});

test.for([
	["never asked", undefined, true],
	["asked half an hour ago", { startedAt: new Date("2026-11-23T08:00:00Z"), isDone: true }, false],
	["asked an hour ago", { startedAt: new Date("2026-11-23T07:30:00Z"), isDone: true }, true],
	["failed ten minutes ago", { startedAt: new Date("2026-11-23T08:20:00Z"), isDone: false }, false],
	["failed half an hour ago", { startedAt: new Date("2026-11-23T08:00:00Z"), isDone: false }, true],
] as const)("a source that was %s", ([, lastRun, due]) => {
	expect(isIngestDue(now, lastRun)).toBe(due);
});
