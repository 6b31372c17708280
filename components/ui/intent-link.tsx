"use client";

import Link, { useLinkStatus } from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link whose page is fetched ahead only when somebody is about to follow it: pages have dozens of links, and most are never
 * followed.
 */
export function IntentLink({ children, ...props }: ComponentProps<typeof Link>) {
	const [isIntended, setIntended] = useState(false);
	const intend = () => setIntended(true);
	return (
		<Link {...props} prefetch={isIntended ? null : false} onMouseEnter={intend} onFocus={intend} onTouchStart={intend}>
			{children}
			<PageOnItsWay />
		</Link>
	);
}

/** A thin line on top of the window while the link's page takes its time; the style waits a moment before it shows. */
function PageOnItsWay() {
	const { pending } = useLinkStatus();
	return pending ? <span role="status" aria-label="Loading the page" className="page-on-its-way" /> : null;
}
