/** What SMTP_URL says. */
export type SmtpSettings = {
	host: string;
	port: number;
	/** TLS from the first byte on, as on port 465. */
	secure: boolean;
	/** Where it is not: nothing is said before STARTTLS has made the connection safe, unless it never leaves this machine. */
	requireTLS: boolean;
	ignoreTLS: boolean;
	credentials: { user: string; pass: string } | undefined;
};

const PORTS: Record<string, number> = { "smtps:": 465, "smtp:": 587 };

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/**
 * Reads the address of an SMTP server: `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS.
 *
 * @returns undefined for what is none: another scheme, a path, half of the credentials, a bad escape in them
 */
export function readSmtpUrl(text: string): SmtpSettings | undefined {
	const url = URL.parse(text);
	const port = url === null ? undefined : Number(url.port) || PORTS[url.protocol];
	if (url === null || port === undefined || !(url.protocol in PORTS)) return undefined;
	if (url.hostname === "" || !/^\/?$/.test(url.pathname) || url.search !== "" || url.hash !== "") return undefined;
	if ((url.username === "") !== (url.password === "")) return undefined;
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const secure = url.protocol === "smtps:";
	const isLocal = LOCAL.test(host);
	try {
		const credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
		return {
			host,
			port,
			secure,
			requireTLS: !secure && !isLocal,
			ignoreTLS: !secure && isLocal,
			credentials: url.username === "" ? undefined : credentials,
		};
	} catch {
		// A `%` in the password that begins no escape.
		return undefined;
	}
}
