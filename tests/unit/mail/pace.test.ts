import { beforeEach, expect, test, vi } from "vitest";
import { awaitTurn, holdTurns, learnPace } from "@/lib/mail/pace";

const waits: number[] = [];
vi.mock("node:timers/promises", () => ({ setTimeout: async (ms: number) => void waits.push(Math.round(ms)) }));

let now = 0;
beforeEach(() => {
	waits.length = 0;
	now += 1_000_000;
	vi.spyOn(performance, "now").mockImplementation(() => now);
	learnPace({});
});

const turns = async (count: number) => {
	for (let nth = 0; nth < count; nth++) await awaitTurn(new AbortController().signal);
	return waits;
};

test("requests are spread over the second by the limit that the last answer told", async () => {
	learnPace({ "ratelimit-limit": "10" });
	learnPace(null);
	expect(await turns(4)).toEqual([105, 210, 315]);
});

test("without a limit none waits", async () => {
	expect(await turns(4)).toEqual([]);
});

test("after a refusal all wait as long as it asked", async () => {
	learnPace({ "ratelimit-limit": "2" });
	holdTurns(3);
	holdTurns(1);
	expect(await turns(2)).toEqual([3000, 3525]);
	now += 10_000;
	waits.length = 0;
	expect(await turns(1)).toEqual([]);
});
