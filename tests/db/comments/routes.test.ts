import { beforeEach, expect, test } from "vitest";
import { GET, POST } from "@/app/api/comments/mails/route";
import { POST as runCron } from "@/app/api/cron/replies/route";
import { signStopToken } from "@/lib/comments/replies/tokens";
import { db } from "@/lib/db/client";
import { signUnsubscribeToken } from "@/lib/subscribers/tokens";
import { addCommenter } from "./scene";

const at = (token: string) => `http://127.0.0.1:4200/api/comments/mails?token=${token}`;
const oneClick = (token: string, body: BodyInit = new URLSearchParams({ "List-Unsubscribe": "One-Click" })) =>
	POST(new Request(at(token), { method: "POST", body }));

let ada: string;
let count = 0;

beforeEach(async () => {
	count += 1;
	ada = await addCommenter(`ada${count}`, { replyMails: true });
});

const wants = async () => (await db().user.findUniqueOrThrow({ where: { id: ada } })).replyMails;

test("a mail program ends mails about replies by one POST, as often as it likes", async () => {
	const token = await signStopToken(ada);
	for (let times = 0; times < 2; times += 1) expect((await oneClick(token)).status).toBe(200);
	expect(await wants()).toBe(false);
});

test("another purpose's token, no token and another form are refused, and opening the link changes nothing", async () => {
	const token = await signStopToken(ada);
	for (const wrong of ["", "x", await signUnsubscribeToken(ada)]) expect((await oneClick(wrong)).status).toBe(400);
	expect((await oneClick(token, new URLSearchParams({ a: "b" }))).status).toBe(400);
	expect(() => GET(new Request(at(token)))).toThrow(
		expect.objectContaining({ digest: expect.stringContaining(`/comments/mails?token=${token}`) }),
	);
	expect(await wants()).toBe(true);
});

test("the cron route asks for the secret, and answers with the counts", async () => {
	const url = "http://127.0.0.1:4200/api/cron/replies";
	expect((await runCron(new Request(url, { method: "POST" }))).status).toBe(401);
	const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
	const response = await runCron(new Request(url, { method: "POST", headers }));
	expect([response.status, await response.json()]).toEqual([
		200,
		{ submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: 0 },
	]);
});
