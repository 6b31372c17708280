import { parseSignInService } from "@/lib/accounts/oauth-names";
import { explainOAuthRefusal, OAUTH_REFUSALS } from "@/lib/accounts/oauth-words";

/** Says why somebody who came back from a service is not signed in; nothing for what is no such reason. */
export function OAuthRefusalNote({ refused }: { refused: unknown }) {
	const [name, reason] = String(refused ?? "").split(".");
	const service = parseSignInService(name);
	const refusal = OAUTH_REFUSALS.find((known) => known === reason);
	if (service === undefined || refusal === undefined) return null;
	return (
		<p role="alert" className="text-accent">
			{explainOAuthRefusal(service, refusal)}
		</p>
	);
}
