import { z } from "zod";

/** An empty variable counts as unset: `.env` files and hosting panels write `NAME=` for "none". */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const flag = z.preprocess((value) => value === "1" || value === "true", z.boolean());

const source = (address: string) =>
	z.preprocess(
		(value) => value || address,
		z
			.url({ protocol: /^https?$/, error: "must be an http(s):// address" })
			.refine((text) => !/^[^/]*\/\/[^/]*@/.test(text), {
				error: "must not hold a user name or password",
			}),
	);

const schema = z
	.object({
		DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }),
		APP_URL: z.url({ protocol: /^https?$/, error: "must be the http(s):// address that readers see" }),
		APP_SECRET: z.string().min(32, "must have at least 32 characters"),
		CRON_SECRET: optional(z.string().min(16, "must have at least 16 characters")),
		BROADSHEET_DEMO: flag,
		CURATOR: z.preprocess((value) => value || "AK", z.string().max(80)),
		RESEND_API_KEY: optional(z.string()),
		RESEND_BASE_URL: optional(z.url({ protocol: /^https?$/ })),
		MAIL_FROM: optional(z.string()),
		OUTBOX_DIR: optional(z.string()),
		DIGEST_HOUR_UTC: z.preprocess((value) => (value ? value : "6"), z.coerce.number().int().min(0).max(23)),
		HUGGINGFACE_URL: source("https://huggingface.co"),
		ARXIV_API_URL: source("https://export.arxiv.org"),
		ARXIV_RSS_URL: source("https://rss.arxiv.org"),
		LOG_LEVEL: z.preprocess(
			(value) => value || "info",
			z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]),
		),
	})
	.refine((env) => env.RESEND_API_KEY !== undefined || env.OUTBOX_DIR !== undefined, {
		path: ["RESEND_API_KEY"],
		error: "must be set, or OUTBOX_DIR for keeping mail in files instead",
	})
	.refine((env) => env.RESEND_API_KEY === undefined || env.MAIL_FROM !== undefined, {
		path: ["MAIL_FROM"],
		error: "must be set with RESEND_API_KEY, to a sender on a domain that Resend has verified",
	});

export type Env = z.infer<typeof schema>;

/**
 * Reads the settings from a set of environment variables.
 *
 * @throws with one line for every variable that is missing or wrong, all at once; never with a value, which may be secret
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
	const parsed = schema.safeParse(variables);
	if (parsed.success) return parsed.data;
	const lines = parsed.error.issues.map((issue) => {
		const name = issue.path.join(".");
		return variables[name] ? `${name} ${issue.message}` : `${name} is not set: ${issue.message}`;
	});
	throw new Error(`Broadsheet can't start with these settings (see .env.example):\n  ${lines.join("\n  ")}`);
}

let parsed: Env | undefined;

/** The settings of this process, read at first use: pages build without any. */
export function env(): Env {
	parsed ??= parseEnv(process.env);
	return parsed;
}
