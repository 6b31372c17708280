"use client";

import { useEffect, useState } from "react";
import { askMe, onMe } from "@/components/accounts/ask-me";

/** Shows the links that are only for who wrote a comment: the page around them is cached for everybody. */
export function OwnComments() {
	const [handle, setHandle] = useState<string | null>(null);
	useEffect(() => {
		const stop = onMe((answer) => setHandle(answer.handle));
		askMe([]);
		return () => void stop();
	}, []);
	if (handle === null) return null;
	return <style>{`.comment[data-by="${CSS.escape(handle)}"] .own { display: inline }`}</style>;
}
