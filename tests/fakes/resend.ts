import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type AcceptedMail, parseBody, type ResendError, resendErrors, validate } from "./resend-documented";

/** What the fake is told to do with its next requests, one entry a request. */
export type Fault =
	| { kind: "answer"; error: ResendError; headers?: Record<string, string> }
	/** Accepts, and closes the connection instead of answering. */
	| { kind: "accept-and-drop" }
	/** Accepts, and keeps the connection open without answering. */
	| { kind: "accept-and-hang" }
	/** Accepts, and sends half of the answer. */
	| { kind: "accept-and-cut" }
	/** Closes the connection without accepting. */
	| { kind: "drop" }
	/** Neither accepts nor answers. */
	| { kind: "hang" };

type Options = {
	apiKey?: string;
	/** Addresses that are refused though they look like some. */
	poison?: string[];
	/** Requests a window, which is a second unless told otherwise. */
	rateLimit?: number;
	rateWindowMs?: number;
	/** How long accepting takes. */
	delayMs?: number;
	/** Draws what goes wrong with a request, where `faults` has nothing. */
	drawFault?: () => Fault | undefined;
	/** Keeps hashes of bodies, and of what is in a mail its length in bytes alone: for a hundred thousand of them. */
	isLean?: boolean;
};

/** What came: as it is kept, and as it was read. */
type Body = { kept: string; parsed: unknown };

/** A key that was used, and the answer once there is one. */
type Known = { body: string; answer: string | undefined };

/** A local server that behaves as https://resend.com/docs/api-reference says of sending mail. */
export class FakeResend {
	static readonly apiKey = "re_fake_key_for_tests_only";

	/** Every mail that was accepted, in order; a repetition under the same key is not accepted again. */
	readonly accepted: AcceptedMail[] = [];
	/** Every request that came, accepted or not. */
	readonly requests: { path: string; key: string | undefined; body: string }[] = [];
	readonly faults: Fault[] = [];
	options: Options;
	private readonly known = new Map<string, Known>();
	private readonly server = createServer((request, response) => void this.take(request, response));
	private window = { startedAt: 0, requests: 0 };

	constructor(options: Options = {}) {
		this.options = options;
	}

	/** Listens on a free port of this machine, or the given one. Gives what RESEND_BASE_URL has to be. */
	async start(port = 0): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(port, "127.0.0.1", resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** Forgets everything, but keeps listening. */
	reset(options: Options = {}): void {
		this.options = options;
		this.accepted.length = 0;
		this.requests.length = 0;
		this.faults.length = 0;
		this.known.clear();
	}

	/** How many mails each address was sent. */
	countByAddress(): Map<string, number> {
		const counts = new Map<string, number>();
		for (const { to } of this.accepted) counts.set(to, (counts.get(to) ?? 0) + 1);
		return counts;
	}

	/** Lets 24 hours pass for the keys. */
	forgetKeys(): void {
		this.known.clear();
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const bytes = Buffer.concat(chunks);
		const body = bytes.toString("utf8");
		const kept = this.options.isLean ? createHash("sha256").update(bytes).digest("hex") : body;
		const key = request.headers["idempotency-key"]?.toString();
		const path = request.url ?? "";
		const parsed = parseBody(body);
		this.requests.push({ path, key, body: kept });
		const fault = this.faults.shift() ?? this.options.drawFault?.();
		if (fault?.kind === "hang") return;
		if (fault?.kind === "drop") return void request.socket.destroy();
		if (fault?.kind === "answer") return this.refuse(response, fault.error, fault.headers);
		const refusal = this.refusal(request, path, key, { kept, parsed });
		if (refusal)
			return this.refuse(response, refusal, refusal === resendErrors.rateLimit ? { "retry-after": "1" } : {});
		const answer = await this.accept(path, key, { kept, parsed });
		if (fault?.kind === "accept-and-hang") return;
		if (fault?.kind === "accept-and-drop") return void request.socket.destroy();
		if (fault?.kind === "accept-and-cut") {
			response.writeHead(200, { "content-type": "application/json", "content-length": answer.length });
			response.write(answer.slice(0, answer.length / 2), () => request.socket.destroy());
			return;
		}
		response.writeHead(200, { "content-type": "application/json", ...this.rateHeaders() }).end(answer);
	}

	private refusal(
		request: IncomingMessage,
		path: string,
		key: string | undefined,
		{ kept, parsed }: Body,
	): ResendError | undefined {
		if (path !== "/emails" && path !== "/emails/batch") return resendErrors.notFound;
		if (request.method !== "POST") return resendErrors.methodNotAllowed;
		const given = request.headers.authorization;
		if (given === undefined) return resendErrors.missingApiKey;
		if (given !== `Bearer ${this.options.apiKey ?? FakeResend.apiKey}`) return resendErrors.invalidApiKey;
		if (this.isOverRate()) return resendErrors.rateLimit;
		if (key !== undefined && (key.length < 1 || key.length > 256)) return resendErrors.invalidIdempotencyKey;
		const known = key === undefined ? undefined : this.known.get(key);
		if (known && known.body !== kept) return resendErrors.changedBody;
		if (known && known.answer === undefined) return resendErrors.concurrent;
		return known ? undefined : validate(path, parsed, this.options.poison);
	}

	private async accept(path: string, key: string | undefined, { kept, parsed }: Body): Promise<string> {
		const known = key === undefined ? undefined : this.known.get(key);
		if (known?.answer !== undefined) return known.answer;
		const entry: Known = { body: kept, answer: undefined };
		if (key !== undefined) this.known.set(key, entry);
		if (this.options.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, this.options.delayMs));
		const mails = (Array.isArray(parsed) ? parsed : [parsed]) as Omit<AcceptedMail, "id" | "key">[];
		const ids = mails.map((mail) => {
			const id = randomUUID();
			this.accepted.push({ ...mail, ...this.keepParts(mail), to: [mail.to].flat().join(), id, key });
			return { id };
		});
		entry.answer = JSON.stringify(path === "/emails" ? ids[0] : { data: ids });
		return entry.answer;
	}

	private keepParts({ html, text }: Pick<AcceptedMail, "html" | "text">): Pick<AcceptedMail, "html" | "text"> {
		const keep = (part: string) => (this.options.isLean ? String(Buffer.byteLength(part)) : part);
		return { html: keep(html), text: keep(text) };
	}

	private isOverRate(): boolean {
		const now = Date.now();
		if (now - this.window.startedAt >= (this.options.rateWindowMs ?? 1000))
			this.window = { startedAt: now, requests: 0 };
		this.window.requests += 1;
		return this.options.rateLimit !== undefined && this.window.requests > this.options.rateLimit;
	}

	private rateHeaders(): Record<string, string> {
		const limit = this.options.rateLimit;
		if (limit === undefined) return {};
		const remaining = String(Math.max(limit - this.window.requests, 0));
		return { "ratelimit-limit": String(limit), "ratelimit-remaining": remaining, "ratelimit-reset": "1" };
	}

	private refuse(response: ServerResponse, error: ResendError, headers: Record<string, string> = {}): void {
		response
			.writeHead(error.statusCode, { "content-type": "application/json", ...this.rateHeaders(), ...headers })
			.end(JSON.stringify(error));
	}
}
