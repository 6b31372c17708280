import type { ReactNode } from "react";
import { NarrowPage } from "@/components/layout/narrow-page";

/** A queue on a page of its own. */
export function QueuePage({ title, children }: { title: string; children: ReactNode }) {
	return (
		<NarrowPage title={title}>
			{children}
			<p>
				<a href="/curate" className="text-link underline underline-offset-3">
					All queues and acts
				</a>
			</p>
		</NarrowPage>
	);
}

export function QueueHeading({ children }: { children: ReactNode }) {
	return (
		<h2 className="pt-4 font-sans text-xs font-semibold tracking-[0.08em] text-ink-faint uppercase">{children}</h2>
	);
}

/** The way from a queue to what it is about. */
export function QueueLink({ href, children }: { href: string; children: ReactNode }) {
	return (
		<a href={href} className="text-link underline underline-offset-3">
			{children}
		</a>
	);
}
