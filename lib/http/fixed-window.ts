/** What is left to a client after a request: `remaining` requests until `resetsIn` seconds from now. */
export type Turn = { isOver: boolean; remaining: number; resetsIn: number };

/**
 * Counts requests by client. A client's window begins with its first request.
 *
 * @param options.quota requests in a window
 * @param options.seconds how long a window is
 * @param options.clients how many are remembered at once, so that no crowd fills the memory: beyond, the window that began first is
 * forgotten
 * @returns takes a turn for a client, at an instant in milliseconds
 */
export function createFixedWindow({ quota, seconds, clients }: { quota: number; seconds: number; clients: number }) {
	/** In the order in which the windows began, which is that in which they end. */
	const windows = new Map<string, { taken: number; end: number }>();

	function forgetOver(now: number): void {
		for (const [client, { end }] of windows) {
			if (end > now && windows.size <= clients) break;
			windows.delete(client);
		}
	}

	return (client: string, now: number): Turn => {
		forgetOver(now);
		const window = windows.get(client) ?? { taken: 0, end: now + seconds * 1000 };
		window.taken++;
		windows.set(client, window);
		return {
			isOver: window.taken > quota,
			remaining: Math.max(0, quota - window.taken),
			resetsIn: Math.ceil((window.end - now) / 1000),
		};
	};
}
