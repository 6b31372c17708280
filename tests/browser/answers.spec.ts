import { expect, test } from "./fixtures";
import { freshAddress, keysListen, linkIn, signIn, subscribe } from "./steps";

/** Turns the browser's own check off, which would stop a wrong address before us. */
const unchecked = (form: HTMLElement) => form.setAttribute("novalidate", "");

test("subscribing and confirming by keyboard ends at what is said, and the mail is there by then", async ({
	page,
	outbox,
}) => {
	const reader = freshAddress("keyboard");
	await page.goto("/");
	await keysListen(page);
	const field = page.getByLabel("Email address");
	await page.locator("form").filter({ has: field }).evaluate(unchecked);
	await field.fill("reader@nowhere");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await expect(page.getByText("Enter an email address")).toBeVisible();
	await expect(field).toBeFocused();

	await field.fill(reader);
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	const answer = page.getByText("Check your inbox");
	await expect(answer).toBeVisible();
	const [mail] = await outbox.find({ to: reader });
	expect(mail?.subject).toMatch(/confirm/i);
	await expect(answer).toBeFocused();
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "outbox" })).toBeFocused();

	await page.goto(linkIn(mail?.text ?? "", "/subscribe/confirm"));
	await keysListen(page);
	await expect(page.locator("body")).toBeFocused();
	await page.getByRole("button", { name: "Confirm subscription" }).press("Enter");
	await expect(page.getByText("You subscribe now")).toBeFocused();
});

test("asking for a link by keyboard ends at what is said, with the way to the outbox", async ({ page, outbox }) => {
	const reader = freshAddress("keyboard");
	await page.goto("/sign-in");
	await keysListen(page);
	const field = page.getByLabel("Email address");
	await field.fill(reader);
	await field.press("Enter");
	await expect(page.locator(":focus")).toContainText("Check your inbox");
	expect(await outbox.find({ to: reader })).toHaveLength(1);
	await page.getByRole("main").getByRole("link", { name: "outbox" }).click();
	await expect(page.getByText(`To ${reader}`)).toBeVisible();
});

test("Back after signing in: the used button says that it has worked", async ({ page, outbox }) => {
	await page.goto("/sign-in?next=/papers/2210.03350");
	await signIn(page, outbox, freshAddress("returner"));
	await expect(page).toHaveURL(/\/papers\/2210\.03350$/);
	await page.goBack();
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.locator(":focus")).toContainText("You are signed in.");
	await page.getByRole("link", { name: "Go on reading" }).click();
	await expect(page).toHaveURL(/\/papers\/2210\.03350$/);
});

for (const width of [390, 1280]) {
	test(`at ${width} px the card comes before the papers for the keyboard, and where it belongs for the eye`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 844 });
		await page.goto("/");
		const field = page.getByLabel("Email address");
		const paper = page.getByRole("article").first();
		const isBefore = await field.evaluate(
			(one, other) => (one.compareDocumentPosition(other as Node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
			await paper.elementHandle(),
		);
		expect(isBefore).toBe(true);
		const [card, list] = [
			await page.getByRole("region", { name: "Get trending papers" }).boundingBox(),
			await page.locator("#papers").boundingBox(),
		];
		if (!card || !list) throw new Error("card and list are to be seen");
		if (width === 390) {
			expect(card.y + card.height).toBeLessThanOrEqual(list.y);
			return;
		}
		expect([card.width, card.x >= list.x + list.width]).toEqual([288, true]);
		const calendar = await page.getByRole("table").boundingBox();
		expect([calendar?.x, calendar?.y]).toEqual([card.x, card.y + card.height + 32]);
	});
}

test("the outbox loads no mail before it is opened, and on a phone a mail begins on the first screen", async ({
	page,
	outbox,
	request,
	server,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto("/");
	await subscribe(page, outbox, freshAddress("phone"));
	const headers = { authorization: `Bearer ${server.cronSecret}` };
	expect((await request.post("/api/cron/digest", { headers })).status()).toBe(200);
	const prefetched: string[] = [];
	page.on("request", (request) => {
		if (new URL(request.url()).pathname.startsWith("/outbox/")) prefetched.push(request.url());
	});
	await page.goto("/outbox", { waitUntil: "networkidle" });
	expect(prefetched).toEqual([]);
	await page
		.getByRole("link", { name: /Fine-Tuning Flow Matching/ })
		.first()
		.click();
	await expect(page.getByText("List-Unsubscribe", { exact: true })).toBeAttached();
	const mail = await page.locator("iframe").boundingBox();
	expect(mail?.y).toBeLessThan(400);
});

test("a wrong method, what there is not, and /api itself are answered in JSON", async ({ request }) => {
	const answers = [
		[405, "POST", request.get("/api/votes")],
		[405, "POST", request.delete("/api/votes")],
		[405, "GET, HEAD", request.post("/api/me")],
		[405, "GET, HEAD", request.post("/api/cards/2412.14093")],
		[404, undefined, request.get("/api/cards/2999.00001")],
		[404, undefined, request.get("/api/cards/%00")],
		[404, undefined, request.get("/api/cards/no/such/paper")],
		[404, undefined, request.get("/api")],
		[404, undefined, request.post("/api/nothing")],
	] as const;
	for (const [status, allow, answer] of answers) {
		const response = await answer;
		expect([response.status(), response.headers().allow], response.url()).toEqual([status, allow]);
		expect((await response.json()).error).toMatch(/^[A-Z].*\.$/);
	}
});
