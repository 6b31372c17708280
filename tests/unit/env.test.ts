import { describe, expect, it } from "vitest";
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

	it("takes an empty variable for an unset one", () => {
		expect(parseEnv({ ...complete, CRON_SECRET: "", CURATOR: "", DIGEST_HOUR_UTC: "" }).CRON_SECRET).toBeUndefined();
	});
});
