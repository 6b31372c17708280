import { Button } from "@/components/ui/button";
import type { SignInIntent } from "@/lib/accounts/intent";
import { SIGN_IN_SERVICES, type SignInService } from "@/lib/accounts/oauth-names";
import { IntentFields } from "./intent-fields";

/** A button for each service that one can sign in with; nothing where there is none. */
export function OAuthButtons({ services, intent }: { services: SignInService[]; intent: SignInIntent }) {
	return services.map((service) => (
		<form key={service} method="post" action={`/api/auth/sign-in/${service}`}>
			<IntentFields intent={intent} />
			<Button look="quiet" className="w-full">
				Continue with {SIGN_IN_SERVICES[service]}
			</Button>
		</form>
	));
}
