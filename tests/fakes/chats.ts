import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { z } from "zod";

/** What the fake is told to do with its next requests, one entry a request. */
export type ChatFault =
	| { kind: "answer"; status: number; headers?: Record<string, string>; body?: string }
	/** Takes the message, and closes the connection instead of answering. */
	| { kind: "take-and-drop" }
	/** Takes the message, and closes the connection in the middle of the answer's headers. */
	| { kind: "drop" };

/** A message that was taken. */
export type TakenMessage = { path: string; id: string | undefined; body: unknown };

const slackText = z.object({ type: z.enum(["mrkdwn", "plain_text"]), text: z.string().min(1).max(3000) });

/** https://docs.slack.dev/reference/block-kit/blocks */
const slackMessage = z.object({
	text: z.string().min(1).max(40_000),
	blocks: z
		.array(
			z.discriminatedUnion("type", [
				z.object({ type: z.literal("header"), text: slackText.extend({ text: z.string().min(1).max(150) }) }),
				z.object({ type: z.literal("section"), text: slackText }),
				z.object({ type: z.literal("context"), elements: z.array(slackText).min(1).max(10) }),
			]),
		)
		.max(50)
		.optional(),
});

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const discordMessage = z
	.object({
		content: z.string().min(1).max(2000),
		embeds: z
			.array(z.object({ title: z.string().min(1).max(256), url: z.url(), description: z.string().max(4096) }))
			.max(10)
			.default([]),
		allowed_mentions: z.object({ parse: z.array(z.string()).length(0) }),
	})
	.refine(({ embeds }) => embeds.reduce((sum, each) => sum + each.title.length + each.description.length, 0) <= 6000);

/** The messages that Slack and Discord take, by their documents. */
export const documented = { slack: slackMessage, discord: discordMessage };

/** A local server at which Slack, Discord and a program with a signed webhook take messages, as they are documented to. */
export class FakeChats {
	static readonly slackPath = "/services/T0001/B0001/fake-token";
	static readonly discordPath = "/api/webhooks/1001/fake-token";
	static readonly hookPath = "/hook";

	/** Every message that was taken, in order; the program's own repetitions are not taken again. */
	readonly taken: TakenMessage[] = [];
	readonly requests: { path: string; id: string | undefined; body: string }[] = [];
	readonly faults: ChatFault[] = [];
	/** That the program checks signatures with. */
	secret = "";
	private readonly server = createServer((request, response) => void this.take(request, response));

	/** Listens on a free port of this machine. Gives its origin. */
	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	reset(): void {
		for (const list of [this.taken, this.requests, this.faults]) list.length = 0;
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await text(request);
		const { pathname, searchParams } = new URL(request.url ?? "/", "http://fake");
		const header = request.headers["webhook-id"];
		const id = typeof header === "string" ? header : undefined;
		this.requests.push({ path: pathname, id, body });
		const fault = this.faults.shift();
		if (fault?.kind === "drop") return void response.destroy();
		if (fault?.kind === "answer") return void response.writeHead(fault.status, fault.headers).end(fault.body);
		const [status, answer] = this.answer(pathname, searchParams.get("wait") === "true", request, body, id);
		if (fault?.kind === "take-and-drop") return void response.destroy();
		response.writeHead(status).end(answer);
	}

	private answer(
		pathname: string,
		waits: boolean,
		request: IncomingMessage,
		body: string,
		id: string | undefined,
	): [status: number, body: string] {
		const keep = (message: unknown) => void this.taken.push({ path: pathname, id, body: message });
		if (pathname === FakeChats.slackPath) {
			const message = slackMessage.safeParse(JSON.parse(body));
			if (!message.success) return [400, "invalid_blocks"];
			keep(message.data);
			return [200, "ok"];
		}
		if (pathname.startsWith("/services/")) return [404, "no_service"];
		if (pathname === FakeChats.discordPath) {
			const message = discordMessage.safeParse(JSON.parse(body));
			if (!message.success) return [400, JSON.stringify({ code: 50035, message: "Invalid Form Body" })];
			keep(message.data);
			return waits ? [200, JSON.stringify({ id: randomUUID() })] : [204, ""];
		}
		if (pathname.startsWith("/api/webhooks/"))
			return [404, JSON.stringify({ code: 10015, message: "Unknown Webhook" })];
		if (pathname !== FakeChats.hookPath) return [404, ""];
		try {
			new Webhook(this.secret).verify(body, request.headers as Record<string, string>);
		} catch {
			return [401, "the signature is wrong"];
		}
		if (!this.taken.some((message) => message.id === id)) keep(JSON.parse(body));
		return [200, ""];
	}
}
