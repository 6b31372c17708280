/** Services that people can sign in with, where the host has set them up, by the name they have in addresses. */
export const SIGN_IN_SERVICES = { github: "GitHub", huggingface: "Hugging Face" } as const;

export type SignInService = keyof typeof SIGN_IN_SERVICES;

/** @returns undefined for what is no such service, whether set up or not */
export function parseSignInService(text: unknown): SignInService | undefined {
	return typeof text === "string" && Object.hasOwn(SIGN_IN_SERVICES, text) ? (text as SignInService) : undefined;
}
