import { describe, expect, test } from "vitest";
import { readAnswer } from "@/lib/channels/answers";
import type { Answer } from "@/lib/channels/request";
import type { ChannelKind, TryOutcome } from "@/lib/channels/types";

const NOW = new Date("2026-06-09T06:00:00Z");
const SECRET = "https://hooks.slack.com/services/T1/B2/secret";

function read(kind: ChannelKind, status: number, body = "", retryAfter?: string): TryOutcome {
	return readAnswer(kind, { kind: "answer", status, body, retryAfter }, NOW);
}

describe("an answer", () => {
	test.each<[string, ChannelKind, number, string, string | undefined, TryOutcome]>([
		["Slack has it", "slack", 200, "ok", undefined, { kind: "submitted" }],
		[
			"a page in between, for Slack",
			"slack",
			200,
			"<html>",
			undefined,
			{ kind: "lost", reason: "answered 200, not as documented" },
		],
		[
			"Slack refuses",
			"slack",
			400,
			"invalid_payload",
			undefined,
			{ kind: "rejected", reason: "answered 400 invalid_payload" },
		],
		[
			"Slack's webhook is gone",
			"slack",
			404,
			"no_service",
			undefined,
			{ kind: "rejected", reason: "answered 404 no_service", gone: true },
		],
		[
			"Slack's channel is gone",
			"slack",
			410,
			"channel_is_archived",
			undefined,
			{ kind: "rejected", reason: "answered 410 channel_is_archived", gone: true },
		],
		[
			"Slack is too busy",
			"slack",
			429,
			"rate_limited",
			"30",
			{ kind: "retry", reason: "answered 429 rate_limited", afterSeconds: 30 },
		],
		["Discord has it", "discord", 200, '{"id":"1"}', undefined, { kind: "submitted" }],
		["Discord has it, and says nothing", "discord", 204, "", undefined, { kind: "submitted" }],
		[
			"Discord is too busy",
			"discord",
			429,
			'{"retry_after":1.5}',
			"2",
			{ kind: "retry", reason: "answered 429", afterSeconds: 1.5 },
		],
		[
			"Discord's webhook is gone",
			"discord",
			404,
			'{"code":10015}',
			undefined,
			{ kind: "rejected", reason: "answered 404 (code 10015)", gone: true },
		],
		["a program has it", "webhook", 202, "", undefined, { kind: "submitted" }],
		[
			"a program is to wait until a date",
			"webhook",
			503,
			"",
			"Tue, 09 Jun 2026 06:01:00 GMT",
			{ kind: "retry", reason: "answered 503", afterSeconds: 60 },
		],
		["a program fails", "webhook", 500, "oops", undefined, { kind: "retry", reason: "answered 500" }],
		["a gateway waited in vain", "webhook", 504, "", undefined, { kind: "lost", reason: "answered 504" }],
		["a program refuses", "webhook", 422, "", undefined, { kind: "rejected", reason: "answered 422" }],
	])("%s", (_what, kind, status, body, retryAfter, outcome) => {
		expect(read(kind, status, body, retryAfter)).toEqual(outcome);
	});

	test("that leads elsewhere is not followed", () => {
		expect(read("webhook", 302)).toMatchObject({ kind: "rejected" });
	});

	test("that repeats the address keeps it to itself", () => {
		for (const body of [SECRET, `{"message":"${SECRET}","code":"${SECRET}"}`])
			for (const kind of ["slack", "discord", "webhook"] as const)
				expect(JSON.stringify(read(kind, 400, body))).not.toContain("secret");
	});

	test.each<[Answer, TryOutcome]>([
		[{ kind: "private" }, { kind: "rejected", reason: "its host is at a private address" }],
		[
			{ kind: "not-sent", reason: "could not be reached" },
			{ kind: "retry", reason: "could not be reached" },
		],
		[
			{ kind: "lost", reason: "no answer in time" },
			{ kind: "lost", reason: "no answer in time" },
		],
	])("that is none: %j", (answer, outcome) => {
		expect(readAnswer("slack", answer, NOW)).toEqual(outcome);
	});
});
