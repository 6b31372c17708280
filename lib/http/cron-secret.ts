import { env } from "../env";
import { hasBearerSecret } from "./bearer";
import { jsonError } from "./json";

/**
 * Refuses whoever does not bring `Authorization: Bearer CRON_SECRET`: 401, or 503 where no secret is set, as then nobody can.
 *
 * @returns undefined for who does
 */
export function refuseWithoutCronSecret(headers: Headers): Response | undefined {
	const { CRON_SECRET } = env();
	if (CRON_SECRET === undefined) return jsonError(503, "CRON_SECRET is not set, so nobody may do this here.");
	if (hasBearerSecret(headers, CRON_SECRET)) return undefined;
	return jsonError(401, "This needs the header Authorization: Bearer CRON_SECRET.", { "WWW-Authenticate": "Bearer" });
}
