import { expect, test } from "./fixtures";

for (const address of [
	"/papers/date/2026-02-30",
	"/papers/date/2999-01-01",
	"/papers/date/yesterday",
	"/papers/not-an-id",
	"/papers/2412.99999",
	"/papers/hep-th/9901001",
	"/papers/%00",
	"/nowhere",
]) {
	test(`${address} is a helpful 404`, async ({ page }) => {
		const response = await page.goto(address);
		expect(response?.status()).toBe(404);
		await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
		await expect(page.getByRole("link", { name: "Go to the newest papers" })).toBeVisible();
	});
}

test("an empty day says so and leads to the nearest that has papers", async ({ page }) => {
	await page.goto("/papers/date/2026-06-07");
	await expect(page.getByRole("heading", { name: "No papers on this day" })).toBeVisible();
	await page.getByRole("main").getByRole("link", { name: "Monday, June 8, 2026" }).click();
	await expect(page.getByRole("article")).toHaveCount(49);
});

test("a query string of 10 kB changes nothing", async ({ request }) => {
	const response = await request.get(`/?q=${"x".repeat(10_000)}`);
	expect(response.status()).toBe(200);
	expect(await response.text()).toContain("Monday, June 8, 2026");
});

test("data routes answer errors in JSON, with the right status and a sentence", async ({ request, server }) => {
	const origin = { origin: server.url };
	const json = { ...origin, "content-type": "application/json" };
	const answers = [
		[401, request.get("/api/cron/digest")],
		[401, request.get("/api/cron/digest", { headers: { authorization: "Bearer wrong" } })],
		[404, request.get("/api/nothing-here")],
		[403, request.post("/api/votes", { data: { paper: "2412.14093", upvoted: true } })],
		[403, request.post("/api/votes", { headers: { origin: "https://evil.example" }, data: {} })],
		[400, request.post("/api/votes", { headers: json, data: "{" })],
		[413, request.post("/api/votes", { headers: json, data: JSON.stringify({ paper: "x".repeat(1_000_000) }) })],
		[401, request.post("/api/votes", { headers: json, data: { paper: "2412.14093", upvoted: true } })],
	] as const;
	for (const [status, answer] of answers) {
		const response = await answer;
		expect(response.status(), response.url()).toBe(status);
		expect(response.headers()["content-type"]).toContain("application/json");
		const { error } = await response.json();
		expect(error).toMatch(/^[A-Z].*\.$/);
	}
});

test("a page that is not there, or can't be made, has words without a script too", async ({ request }) => {
	for (const address of [
		"/papers/not-an-id",
		"/papers/2412.99999",
		"/papers/date/2999-01-01",
		"/papers/date/0000-01-01",
		"/nowhere",
	]) {
		const response = await request.get(address);
		expect(response.status(), address).toBe(404);
		const html = (await response.text()).replace(/<script.*?<\/script>/gs, "");
		expect(html, address).toContain('<html lang="en"');
		expect(html, address).toMatch(/<h1[^>]*>There is no such page</);
	}
	const head = await request.head("/papers/2412.99999");
	expect([head.status(), await head.text()]).toEqual([404, ""]);
});

test("a form that is no form of ours is refused with a sentence, and nothing is kept of the answer", async ({
	request,
	server,
}) => {
	const own = { origin: server.url };
	const forms = [
		[403, { multipart: { nonsense: "x" } }],
		[403, { headers: { origin: "null" }, multipart: { nonsense: "x" } }],
		[403, { headers: { origin: "https://evil.example" }, multipart: { nonsense: "x" } }],
		[400, { headers: own, multipart: { nonsense: "x" } }],
		[400, { headers: own, form: { nonsense: "x" } }],
		[400, { headers: { ...own, "content-type": "multipart/form-data" }, data: "garbage" }],
		[400, { headers: { ...own, "content-type": "multipart/form-data; boundary=zz" }, data: "garbage" }],
		[413, { headers: own, multipart: { nonsense: "x".repeat(2_000_000) } }],
	] as const;
	for (const path of ["/", "/sign-in", "/unsubscribe"]) {
		for (const [status, options] of forms) {
			const response = await request.post(path, options);
			expect(response.status(), `${path} ${JSON.stringify(options).slice(0, 100)}`).toBe(status);
			expect(response.headers()["cache-control"]).toContain("no-store");
			expect(await response.text()).toMatch(/<p>[A-Z].*\.<\/p>/);
		}
	}
});

test("no answer but a page itself may be kept for others", async ({ request }) => {
	const response = await request.get("/", { headers: { rsc: "1" }, maxRedirects: 0 });
	expect(response.status()).toBe(307);
	expect(response.headers()["cache-control"] ?? "").not.toContain("public");
});

test("pages carry the security headers, and public ones are the same for everybody", async ({ request, server }) => {
	const anonymous = await request.get("/");
	const headers = anonymous.headers();
	expect(headers["content-security-policy"]).toContain("object-src 'none'");
	expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
	expect(headers["strict-transport-security"]).toBeTruthy();
	expect(headers["x-content-type-options"]).toBe("nosniff");
	expect(headers["cache-control"]).toMatch(/^public, s-maxage=20, stale-while-revalidate=\d+, stale-if-error=\d+$/);
	expect(headers["set-cookie"]).toBeUndefined();
	const other = await request.get(server.url, { headers: { cookie: "signed_in=1; better-auth.session_token=x" } });
	expect(await other.text()).toBe(await anonymous.text());
});
