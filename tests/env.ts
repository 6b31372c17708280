import os from "node:os";
import path from "node:path";

/** Connects to nothing: a test that reaches for a database without having one fails at once. */
const NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none";

/**
 * The environment that tests run the app under. Every secret in it is fake and says so.
 *
 * @param own what a project, a test file or a server has of its own, above all its DATABASE_URL and OUTBOX_DIR
 */
export function testEnvironment(own: Record<string, string> = {}) {
	return {
		DATABASE_URL: NO_DATABASE,
		DIRECT_DATABASE_URL: "",
		APP_URL: "http://127.0.0.1:4200",
		APP_SECRET: "fake-app-secret-for-tests-only-0123456789",
		CRON_SECRET: "fake-cron-secret-for-tests-only",
		OUTBOX_DIR: path.join(os.tmpdir(), `broadsheet-tests-${process.pid}`, "outbox"),
		BROADSHEET_DEMO: "1",
		LOG_LEVEL: "silent",
		// Unset, whatever the developer's shell or .env file says: no test sends mail.
		RESEND_API_KEY: "",
		RESEND_BASE_URL: "",
		RESEND_WEBHOOK_SECRET: "",
		SMTP_URL: "",
		UNSUBSCRIBE_MAILTO: "",
		MAIL_FROM: "",
		// Nobody listens there: no test posts to a real chat.
		SLACK_BASE_URL: "http://127.0.0.1:1",
		DISCORD_BASE_URL: "http://127.0.0.1:1",
		// Nobody listens there: no test asks the real sources.
		HUGGINGFACE_URL: "http://127.0.0.1:1",
		ARXIV_API_URL: "http://127.0.0.1:1",
		ARXIV_RSS_URL: "http://127.0.0.1:1",
		// Unset, as above: nobody is offered to sign in with others, and nobody asks them.
		GITHUB_CLIENT_ID: "",
		GITHUB_CLIENT_SECRET: "",
		HUGGINGFACE_CLIENT_ID: "",
		HUGGINGFACE_CLIENT_SECRET: "",
		ORCID_CLIENT_ID: "",
		ORCID_CLIENT_SECRET: "",
		...own,
	};
}
