import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** What the server says instead of yes, and when it says it. */
type Fault = {
	at: "connect" | "login" | "from" | "to" | "end";
	/** For one recipient; without, for each. */
	only?: string;
	/** An SMTP answer, or nothing but the end of the connection, or nothing at all. */
	answer: { code: number; text: string } | "close" | "silence";
	/** How often; without, always. */
	times?: number;
};

export type SmtpMail = { from: string; to: string[]; raw: string; headers: Map<string, string> };

/** A real SMTP server on a free port of this machine, which can be told to misbehave. */
export class FakeSmtp {
	/** Every mail that the server has got whole, in order, whether it said so or not. */
	readonly got: SmtpMail[] = [];
	/** Who signed in, by which password. */
	readonly logins: unknown[] = [];
	faults: Fault[] = [];
	connections = 0;
	private readonly sockets = new Set<Socket>();
	private readonly server: SMTPServer;

	constructor(options: SMTPServerOptions = {}) {
		this.server = new SMTPServer({
			authOptional: true,
			allowInsecureAuth: true,
			disabledCommands: options.key ? [] : ["STARTTLS"],
			...options,
			onConnect: (_, next) => {
				this.connections += 1;
				this.answer("connect", undefined, next);
			},
			onAuth: ({ username, password }, _, next) => {
				this.logins.push([username, password]);
				this.answer("login", undefined, (error) => next(error, { user: username }));
			},
			onMailFrom: (_, __, next) => this.answer("from", undefined, next),
			onRcptTo: ({ address }, _, next) => this.answer("to", address, next),
			onData: (stream, { envelope }, next) => {
				const chunks: Buffer[] = [];
				stream.on("data", (chunk: Buffer) => chunks.push(chunk));
				stream.on("end", () => {
					const raw = Buffer.concat(chunks).toString("utf8");
					const to = envelope.rcptTo.map(({ address }) => address);
					const from = envelope.mailFrom ? envelope.mailFrom.address : "";
					this.got.push({ from, to, raw, headers: readHeaders(raw) });
					this.answer("end", to[0], next);
				});
			},
		});
		// A client that hangs up is what some tests are about.
		this.server.on("error", () => undefined);
		this.server.server.on("connection", (socket: Socket) => this.sockets.add(socket));
	}

	/** Listens on a free port. Gives its number. */
	async start(): Promise<number> {
		await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
		return (this.server.server.address() as AddressInfo).port;
	}

	async stop(): Promise<void> {
		this.hangUp();
		await new Promise<void>((resolve) => this.server.close(resolve));
	}

	reset(): void {
		this.got.length = 0;
		this.logins.length = 0;
		this.faults = [];
		this.connections = 0;
	}

	private answer(at: Fault["at"], recipient: string | undefined, next: (error?: Error | null) => void): void {
		const fault = this.faults.find((one) => one.at === at && (one.only === undefined || one.only === recipient));
		if (fault?.times !== undefined && --fault.times === 0) this.faults.splice(this.faults.indexOf(fault), 1);
		if (fault === undefined) next();
		else if (fault.answer === "close") this.hangUp();
		else if (fault.answer !== "silence")
			next(Object.assign(new Error(fault.answer.text), { responseCode: fault.answer.code }));
	}

	private hangUp(): void {
		for (const socket of this.sockets) socket.destroy();
		this.sockets.clear();
	}
}

/** The headers of a mail, unfolded (RFC 5322, 2.2.3) and decoded (RFC 2047), by their names in lower case. */
function readHeaders(raw: string): Map<string, string> {
	const [head = ""] = raw.split("\r\n\r\n", 1);
	const lines = head.replace(/\r\n[ \t]/g, " ").split("\r\n");
	return new Map(
		lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), decode(line.replace(/^[^:]+: */, ""))]),
	);
}

function decode(value: string): string {
	return value
		.replace(/\?= =\?/g, "?==?")
		.replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, encoding: string, text: string) => {
			if (encoding.toLowerCase() === "b") return Buffer.from(text, "base64").toString("utf8");
			const bytes = text
				.replaceAll("_", " ")
				.replace(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
			return Buffer.from(bytes, "latin1").toString("utf8");
		});
}
