import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { parseEnv } from "@/lib/env";

const complete = {
	DATABASE_URL: "postgres://reader@localhost/broadsheet",
	APP_URL: "https://papers.example.org",
	APP_SECRET: "x".repeat(32),
	OUTBOX_DIR: "/tmp/outbox",
};

describe("parseEnv", () => {
	it("needs no more than four variables", () => {
		expect(parseEnv(complete)).toMatchObject({
			CURATOR: "AK",
			BROADSHEET_DEMO: false,
			LOG_LEVEL: "info",
			DIGEST_HOUR_UTC: 6,
		});
	});

	it("names everything that is missing or wrong at once, and no value", () => {
		const wrong = { DATABASE_URL: "mysql://root:hunter2@host/db", APP_SECRET: "hunter2", CRON_SECRET: "short" };
		let message = "";
		try {
			parseEnv(wrong);
		} catch (error) {
			message = String(error);
		}
		for (const name of ["DATABASE_URL", "APP_URL", "APP_SECRET", "CRON_SECRET"]) expect(message).toContain(name);
		expect(message).not.toContain("hunter2");
	});

	it("asks for somewhere to send mail", () => {
		expect(() => parseEnv({ ...complete, OUTBOX_DIR: "" })).toThrow(/RESEND_API_KEY is not set.*OUTBOX_DIR/);
		expect(() => parseEnv({ ...complete, RESEND_API_KEY: "re_x" })).toThrow(/MAIL_FROM/);
	});

	it("takes a mail server instead, which needs a sender as well, and not both ways at once", () => {
		const smtp = { ...complete, OUTBOX_DIR: "", SMTP_URL: "smtps://user:hunter2@mail.example.org" };
		expect(() => parseEnv(smtp)).toThrow("MAIL_FROM is not set: must be set with SMTP_URL");
		const whole = { ...smtp, MAIL_FROM: "digest@example.org" };
		expect(parseEnv(whole).SMTP_URL).toBe(smtp.SMTP_URL);
		expect(() => parseEnv({ ...whole, RESEND_API_KEY: "re_x" })).toThrow(
			"SMTP_URL can't be set together with RESEND_API_KEY: mail goes out by one of them",
		);
	});

	it.each(["GITHUB", "HUGGINGFACE", "ORCID"])("wants %s's id and secret both or neither", (name) => {
		const [id, secret] = [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`];
		expect(parseEnv({ ...complete, [id]: "ours", [secret]: "s3cret" })).toMatchObject({ [id]: "ours" });
		expect(() => parseEnv({ ...complete, [id]: "ours" })).toThrow(
			`${secret} is not set: must be set with ${id}, or neither`,
		);
		expect(() => parseEnv({ ...complete, [secret]: "s3cret" })).toThrow(`${secret} must be set with ${id}`);
	});

	it("takes an empty variable for an unset one", () => {
		expect(parseEnv({ ...complete, CRON_SECRET: "", CURATOR: "", DIGEST_HOUR_UTC: "" }).CRON_SECRET).toBeUndefined();
	});

	it.each([
		["DIGEST_HOUR_UTC", "24", "must be a whole number from 0 to 23"],
		["DIGEST_HOUR_UTC", "six", "must be a whole number from 0 to 23"],
		["DIGEST_HOUR_UTC", "1e1", "must be a whole number from 0 to 23"],
		["LOG_LEVEL", "loud", "must be one of silent, fatal, error, warn, info, debug, trace"],
		["CURATOR", "x".repeat(81), "must have at most 80 characters"],
		["RESEND_BASE_URL", "resend", "must be an http(s):// address"],
		["ARXIV_API_URL", "arxiv", "must be an http(s):// address"],
		["MAIL_FROM", "Broadsheet", "must be an address"],
		["SMTP_URL", "mail.example.org", "must be the address of a mail server"],
		["SMTP_URL", "https://mail.example.org", "must be the address of a mail server"],
		["SMTP_URL", "smtp://user@mail.example.org", "must be the address of a mail server"],
		["RESEND_WEBHOOK_SECRET", "whsec_short", "must be the signing secret of the webhook"],
		["RESEND_WEBHOOK_SECRET", `whsec_${"A".repeat(33)}`, "must be the signing secret of the webhook"],
		["UNSUBSCRIBE_MAILTO", "Leave <leave@example.org>", "must be an address, without a name"],
		["APP_URL", "papers.example.org", "must be the http(s):// address that readers see"],
		["APP_URL", "https://example.org/papers", "must end after the host or port"],
		["APP_URL", "https://example.org/?a=b", "must end after the host or port"],
		["APP_URL", "https://me:hunter2@example.org", "must end after the host or port"],
		["DATABASE_URL", "db", "must be a postgres:// address"],
	])("says in words of its own what is wrong with %s %j", (name, value, words) => {
		expect(() => parseEnv({ ...complete, [name]: value })).toThrow(`${name} ${words}`);
	});

	it("speaks no word of the checking library about what is missing", () => {
		expect(() => parseEnv({})).toThrow(/APP_SECRET is not set: must have at least 32 characters/);
		expect(() => parseEnv({})).not.toThrow(/Invalid|expected/);
	});

	it("tells what concerns two settings together with what is wrong with one, and each once", () => {
		const wrong = { ...complete, LOG_LEVEL: "loud", RESEND_API_KEY: "re_x" };
		expect(() => parseEnv(wrong)).toThrow(/LOG_LEVEL[\s\S]*MAIL_FROM is not set/);
		expect(() => parseEnv({ ...wrong, MAIL_FROM: "x" })).not.toThrow(/MAIL_FROM[\s\S]*MAIL_FROM/);
	});

	it("takes an address of the site with a port, and with a slash at its end", () => {
		for (const APP_URL of ["http://localhost:3000", "https://papers.example.org/"])
			expect(parseEnv({ ...complete, APP_URL }).APP_URL).toBe(APP_URL);
		expect(parseEnv({ ...complete, DIGEST_HOUR_UTC: "06" }).DIGEST_HOUR_UTC).toBe(6);
	});

	it("has each of its settings explained in .env.example", () => {
		const example = readFileSync(".env.example", "utf8");
		for (const name of Object.keys(parseEnv(complete))) expect(example).toMatch(new RegExp(`^${name}=`, "m"));
	});
});

describe("the log", () => {
	it("leaves it to the settings to refuse a level that is none", async () => {
		vi.stubEnv("LOG_LEVEL", "loud");
		vi.resetModules();
		expect((await import("@/lib/log")).log.level).toBe("info");
	});
});
