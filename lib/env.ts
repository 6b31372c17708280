import { z } from "zod";
import { isSender, mailAddress } from "./mail-address";
import { readSmtpUrl } from "./smtp-url";

export const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

/** An empty variable counts as unset: `.env` files and hosting panels write `NAME=` for "none". */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const withDefault = <Schema extends z.ZodType>(value: string, schema: Schema) =>
	z.preprocess((given) => given || value, schema);

const flag = z.preprocess((value) => value === "1" || value === "true", z.boolean());

const HTTP_ADDRESS = "must be an http(s):// address";

const httpAddress = z
	.url({ protocol: /^https?$/, error: HTTP_ADDRESS })
	.refine((text) => !/^[^/]*\/\/[^/]*@/.test(text), { error: "must not hold a user name or password" });

const databaseAddress = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" });

/** Links drop whatever stands behind the host: they would lead elsewhere. */
const siteAddress = z
	.url({ protocol: /^https?$/, error: "must be the http(s):// address that readers see; links in mails begin with it" })
	.refine((text) => /^[^/]*\/\/[^/?#@]+\/?$/.test(text), {
		error:
			"must end after the host or port, as https://papers.example.org does: no path, no user name, nothing behind it",
	});

const secret = (length: number) => {
	const error = `must have at least ${length} characters`;
	return z.string(error).min(length, error);
};

/** What concerns two variables is told together with what is wrong with one. */
const always = () => true;

const count = (least: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/, `must be a whole number from ${least}`)
		.transform(Number)
		.refine((value) => value >= least, `must be a whole number from ${least}`);

/** What is of no use without the other. */
const together = <Id extends string, Secret extends string>(id: Id, secret: Secret) =>
	[
		(env: { [Name in Id | Secret]?: string | undefined }) => (env[id] === undefined) === (env[secret] === undefined),
		{ path: [secret] as string[], error: `must be set with ${id}, or neither`, when: always },
	] as const;

const hour = "must be a whole number from 0 to 23";

const schema = z
	.object({
		DATABASE_URL: databaseAddress,
		DIRECT_DATABASE_URL: optional(databaseAddress),
		APP_URL: siteAddress,
		APP_SECRET: secret(32),
		CRON_SECRET: optional(secret(16)),
		BROADSHEET_DEMO: flag,
		CURATOR: withDefault("AK", z.string().max(80, "must have at most 80 characters")),
		RESEND_API_KEY: optional(z.string()),
		RESEND_BASE_URL: optional(z.url({ protocol: /^https?$/, error: HTTP_ADDRESS })),
		RESEND_WEBHOOK_SECRET: optional(
			z
				.string()
				.regex(
					/^whsec_(?:[A-Za-z0-9+/]{4}){6,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
					"must be the signing secret of the webhook: whsec_…",
				),
		),
		SMTP_URL: optional(
			z.string().refine((text) => readSmtpUrl(text) !== undefined, {
				error: "must be the address of a mail server: smtps://user:password@host:465, or smtp://…:587",
			}),
		),
		UNSUBSCRIBE_MAILTO: optional(
			z.string().refine((text) => mailAddress.safeParse(text).success, {
				error: "must be an address, without a name: leave@papers.example.org",
			}),
		),
		MAIL_FROM: optional(
			z.string().refine(isSender, "must be an address, or a name and one: Broadsheet <digest@papers.example.org>"),
		),
		OUTBOX_DIR: optional(z.string()),
		DIGEST_HOUR_UTC: withDefault(
			"6",
			z
				.string()
				.regex(/^([01]?\d|2[0-3])$/, hour)
				.transform(Number),
		),
		SLACK_BASE_URL: withDefault("https://hooks.slack.com", httpAddress),
		DISCORD_BASE_URL: withDefault("https://discord.com", httpAddress),
		HUGGINGFACE_URL: withDefault("https://huggingface.co", httpAddress),
		ARXIV_API_URL: withDefault("https://export.arxiv.org", httpAddress),
		ARXIV_RSS_URL: withDefault("https://rss.arxiv.org", httpAddress),
		GITHUB_CLIENT_ID: optional(z.string()),
		GITHUB_CLIENT_SECRET: optional(z.string()),
		GITHUB_BASE_URL: withDefault("https://github.com", httpAddress),
		HUGGINGFACE_CLIENT_ID: optional(z.string()),
		HUGGINGFACE_CLIENT_SECRET: optional(z.string()),
		HUGGINGFACE_BASE_URL: withDefault("https://huggingface.co", httpAddress),
		ORCID_CLIENT_ID: optional(z.string()),
		ORCID_CLIENT_SECRET: optional(z.string()),
		ORCID_BASE_URL: withDefault("https://orcid.org", httpAddress),
		SUBMIT_MAX_AGE_DAYS: withDefault("14", count(0)),
		SUBMIT_DAILY_LIMIT: withDefault("5", count(1)),
		SLOW_STATEMENT_MS: withDefault("500", count(0)),
		LOG_LEVEL: withDefault("info", z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`)),
	})
	.refine((env) => [env.RESEND_API_KEY, env.SMTP_URL, env.OUTBOX_DIR].some((way) => way !== undefined), {
		path: ["RESEND_API_KEY"],
		error: "must be set, or SMTP_URL for a mail server of yours, or OUTBOX_DIR for keeping mail in files instead",
		when: always,
	})
	.refine((env) => env.RESEND_API_KEY === undefined || env.SMTP_URL === undefined, {
		path: ["SMTP_URL"],
		error: "can't be set together with RESEND_API_KEY: mail goes out by one of them",
		when: always,
	})
	.refine((env) => env.RESEND_API_KEY === undefined || env.MAIL_FROM !== undefined, {
		path: ["MAIL_FROM"],
		error: "must be set with RESEND_API_KEY, to a sender on a domain that Resend has verified",
		when: always,
	})
	.refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
		path: ["MAIL_FROM"],
		error: "must be set with SMTP_URL, to a sender that the mail server lets you send as",
		when: always,
	})
	.refine(...together("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"))
	.refine(...together("HUGGINGFACE_CLIENT_ID", "HUGGINGFACE_CLIENT_SECRET"))
	.refine(...together("ORCID_CLIENT_ID", "ORCID_CLIENT_SECRET"))
	.transform((env) => ({ ...env, DIRECT_DATABASE_URL: env.DIRECT_DATABASE_URL ?? env.DATABASE_URL }));

export type Env = z.infer<typeof schema>;

/**
 * Reads the settings from a set of environment variables.
 *
 * @throws with one line for every variable that is missing or wrong, all at once; never with a value, which may be secret
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
	const parsed = schema.safeParse(variables);
	if (parsed.success) return parsed.data;
	const faults = new Map<string, string>();
	for (const { path, message } of parsed.error.issues) {
		const name = path.join(".");
		if (!faults.has(name)) faults.set(name, variables[name] ? `${name} ${message}` : `${name} is not set: ${message}`);
	}
	const lines = [...faults.values()];
	throw new Error(`Broadsheet can't start with these settings (see .env.example):\n  ${lines.join("\n  ")}`);
}

let parsed: Env | undefined;

/** The settings of this process, read at first use: pages build without any. */
export function env(): Env {
	parsed ??= parseEnv(process.env);
	return parsed;
}
