"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Takes the focus when it appears: it stands below the button that was pressed, where a screen reader would not look by itself. */
export function OutcomeHeading({ children }: { children: ReactNode }) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<h2
			ref={heading}
			tabIndex={-1}
			className="text-[21px] leading-[1.28] font-semibold text-balance break-words text-ink"
		>
			{children}
		</h2>
	);
}
