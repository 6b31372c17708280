/** The body of an error answer of the Resend API. */
export type ResendError = { statusCode: number; name: string; message: string };

const error = (statusCode: number, name: string, message: string): ResendError => ({ statusCode, name, message });

/** Names, statuses and sentences as https://resend.com/docs/api-reference/errors lists them. */
export const resendErrors = {
	invalidIdempotencyKey: error(400, "invalid_idempotency_key", "The key must be between 1-256 chars."),
	validation: error(400, "validation_error", "We found an error with one or more fields in the request."),
	missingApiKey: error(401, "missing_api_key", "Missing API key in the authorization header."),
	restrictedApiKey: error(401, "restricted_api_key", "This API key is restricted to only send emails."),
	invalidApiKey: error(403, "invalid_api_key", "API key is invalid."),
	unverifiedDomain: error(
		403,
		"validation_error",
		"The example.org domain is not verified. Please, add and verify your domain.",
	),
	notFound: error(404, "not_found", "The requested endpoint does not exist."),
	methodNotAllowed: error(405, "method_not_allowed", "Method is not allowed for the requested path."),
	changedBody: error(409, "invalid_idempotent_request", "Same idempotency key used with a different request payload."),
	concurrent: error(
		409,
		"concurrent_idempotent_requests",
		"Same idempotency key used while original request is still in progress.",
	),
	missingField: error(422, "missing_required_field", "The request body is missing one or more required fields."),
	invalidTo: error(
		422,
		"validation_error",
		"Invalid `to` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.",
	),
	invalidFrom: error(422, "invalid_from_address", "Invalid from field."),
	tooMany: error(422, "validation_error", "The batch can hold at most 100 emails."),
	rateLimit: error(429, "rate_limit_exceeded", "Too many requests. You can only make 5 requests per second."),
	dailyQuota: error(429, "daily_quota_exceeded", "You have reached your daily email sending quota."),
	monthlyQuota: error(429, "monthly_quota_exceeded", "You have reached your monthly email sending quota."),
	security: error(451, "security_error", "We may have found a security issue with the request."),
	application: error(500, "application_error", "An unexpected error occurred."),
	internal: error(500, "internal_server_error", "An unexpected error occurred."),
} as const;

/** A mail as it was accepted. */
export type AcceptedMail = {
	id: string;
	key: string | undefined;
	from: string;
	to: string;
	subject: string;
	html: string;
	text: string;
	headers?: Record<string, string>;
};

const BATCH_MAX = 100;
const ADDRESS = /^([^<>]*<)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/;

/** Reads a body; undefined where it is not JSON. */
export function parseBody(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/**
 * Checks a request in strict mode: one bad mail refuses them all.
 *
 * @param poison addresses that are refused though they look like some
 */
export function validate(path: string, parsed: unknown, poison: string[] = []): ResendError | undefined {
	if (parsed === undefined) return resendErrors.validation;
	if (path === "/emails") return validateMail(parsed, poison);
	if (!Array.isArray(parsed)) return resendErrors.validation;
	if (parsed.length === 0) return resendErrors.missingField;
	if (parsed.length > BATCH_MAX) return resendErrors.tooMany;
	return parsed.map((mail) => validateMail(mail, poison)).find((found) => found !== undefined);
}

function validateMail(mail: unknown, poison: string[]): ResendError | undefined {
	if (typeof mail !== "object" || mail === null) return resendErrors.validation;
	const { from, to, subject, html, text } = mail as Record<string, unknown>;
	if (!from || !to || !subject || !(html || text)) return resendErrors.missingField;
	if (typeof from !== "string" || !ADDRESS.test(from)) return resendErrors.invalidFrom;
	const recipients = [to].flat();
	const isBad = (address: unknown) => typeof address !== "string" || !ADDRESS.test(address) || poison.includes(address);
	return recipients.some(isBad) ? resendErrors.invalidTo : undefined;
}
