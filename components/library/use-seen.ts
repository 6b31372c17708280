import { useEffect, useSyncExternalStore } from "react";
import { createSeenLog } from "./seen-log";
import { readSeen, readSeenAtServer, type SeenState, subscribeToSeen } from "./seen-store";

const FLUSH_EACH_MS = 5_000;

const seenLog = createSeenLog({ send, now: () => performance.now() });

/** What is known of what the viewer has seen; nothing at the server and for who keeps nothing. */
export function useSeen(): SeenState {
	return useSyncExternalStore(subscribeToSeen, readSeen, readSeenAtServer);
}

/** Notes which papers of a list are scrolled past, while the viewer has asked for that. */
export function useSeenWatch(isOn: boolean): void {
	useEffect(() => {
		if (!isOn) return;
		const observer = new IntersectionObserver((entries) => {
			for (const { target, isIntersecting, boundingClientRect } of entries) {
				const place = isIntersecting ? "in" : isAbove(boundingClientRect) ? "above" : "below";
				seenLog.move(target.id.replace(/^paper-/, ""), place);
			}
		});
		for (const paper of document.querySelectorAll("li.paper")) observer.observe(paper);
		const timer = setInterval(() => seenLog.flush(false), FLUSH_EACH_MS);
		const leave = () => {
			if (document.visibilityState === "hidden") seenLog.flush(true);
		};
		document.addEventListener("visibilitychange", leave);
		return () => {
			observer.disconnect();
			clearInterval(timer);
			document.removeEventListener("visibilitychange", leave);
			seenLog.flush(true);
		};
	}, [isOn]);
}

/** Notes that a paper's page is open, while the viewer has asked for that. */
export function useSeenOpened(paperId: string): void {
	const isOn = useSeen().mode !== "off";
	useEffect(() => {
		if (isOn) seenLog.open(paperId);
	}, [isOn, paperId]);
}

/** What is not laid out, as filters leave it, is nowhere. */
function isAbove({ bottom, height }: DOMRectReadOnly): boolean {
	return height > 0 && bottom <= 0;
}

/** What gets lost is seen once more. */
function send(papers: string[]): void {
	fetch("/api/seen", {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ papers }),
		keepalive: true,
	}).catch(() => undefined);
}
