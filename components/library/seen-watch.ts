import { createSeenLog } from "./seen-log";

const FLUSH_EACH_MS = 5_000;

const seenLog = createSeenLog({ send, now: () => performance.now() });

/** Notes that a paper's page is open. */
export function noteOpened(paperId: string): void {
	seenLog.open(paperId);
}

/** Notes which papers of the page's list are scrolled past. Gives what ends it. */
export function watchScrolling(): () => void {
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
