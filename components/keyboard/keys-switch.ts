/** Kept in this browser: who dictates or steers by other means can turn single keys off (WCAG 2.1.4). */
const OFF = "keyboard-off";

export function areKeysOn(): boolean {
	return localStorage.getItem(OFF) === null;
}

export function turnKeys(on: boolean): void {
	if (on) localStorage.removeItem(OFF);
	else localStorage.setItem(OFF, "1");
}
