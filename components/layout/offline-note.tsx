"use client";

import { useSyncExternalStore } from "react";

/** Says that the connection is gone, and what that means, for as long as it is. */
export function OfflineNote() {
	const isOnline = useSyncExternalStore(
		listen,
		() => navigator.onLine,
		() => true,
	);
	return (
		<p
			role="status"
			className="fixed inset-x-0 bottom-0 z-10 mx-auto w-fit max-w-[calc(100%-2rem)] rounded-t-lg text-sm text-paper not-empty:bg-ink not-empty:px-4 not-empty:py-2"
		>
			{!isOnline && "You are offline. What is on this page stays; upvotes and other pages have to wait."}
		</p>
	);
}

function listen(changed: () => void): () => void {
	window.addEventListener("online", changed);
	window.addEventListener("offline", changed);
	return () => {
		window.removeEventListener("online", changed);
		window.removeEventListener("offline", changed);
	};
}
