import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const inBrowser = () => typeof window.PublicKeyCredential === "function";
const atServer = () => false;

/** Whether passkeys work in this browser; false until the page's script runs. */
export function usePasskeySupport(): boolean {
	return useSyncExternalStore(never, inBrowser, atServer);
}
