import { z } from "zod";
import { displayName } from "./handles";

const base64url = z
	.string()
	.regex(/^[\w-]+$/)
	.max(20_000);

const credential = {
	id: base64url.max(1400),
	rawId: base64url.max(1400),
	type: z.literal("public-key"),
	// None is asked for.
	clientExtensionResults: z.object({}),
};

/** What a browser gives for a new passkey, as JSON: https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson */
export const newPasskey = z.object({
	...credential,
	response: z.object({
		clientDataJSON: base64url,
		attestationObject: base64url,
		transports: z
			.array(z.string().regex(/^[a-z-]{1,20}$/))
			.max(10)
			.default([]),
	}),
});

/** What it gives to sign in with one: https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson */
export const usedPasskey = z.object({
	...credential,
	response: z.object({
		clientDataJSON: base64url,
		authenticatorData: base64url,
		signature: base64url,
		userHandle: base64url.max(100).optional(),
	}),
});

/** How its owner tells a passkey from others. */
export const passkeyName = displayName.transform((name) => name || "Passkey");
