import { expect, test } from "vitest";
import { announce } from "../../../scripts/bootstrap/announce.mjs";

const APP_URL = "http://localhost:3000";
const demo = { APP_URL, BROADSHEET_DEMO: "1", OUTBOX_DIR: "/data/outbox" };
const say = (env: Record<string, string>, host?: string) => announce(env as never, host, 1.23).join("\n");

test("a trial says where its outbox is, and who gets to see it", () => {
	expect(say(demo, "127.0.0.1")).toContain(`${APP_URL}/outbox`);
	expect(say(demo, "127.0.0.1")).toContain("only this machine");
	expect(say(demo, "0.0.0.0")).toMatch(/open to the network.*sign-in links/);
	expect(say({ ...demo, APP_URL: `${APP_URL}/` }, "127.0.0.1")).toContain(`${APP_URL}/outbox`);
});

test("without the outbox page it says the folder: the page would not be found", () => {
	const own = { APP_URL, DATABASE_URL: "postgresql://own", OUTBOX_DIR: "/srv/mail" };
	expect(say(own)).toContain("/srv/mail");
	expect(say(own)).not.toContain("/outbox");
	expect(say(own)).not.toContain("trial");
});

test("with a key or a mail server mail goes out", () => {
	expect(say({ APP_URL, DATABASE_URL: "postgresql://own", RESEND_API_KEY: "re_x" })).toContain("Resend");
	const trial = say({ ...demo, SMTP_URL: "smtp://user:hunter2@mail.example.org" }, "0.0.0.0");
	expect(trial).toContain("Mail goes out by SMTP");
	expect(trial).not.toMatch(/outbox|sign-in links|hunter2/);
});
