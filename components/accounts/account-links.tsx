"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { signInPath } from "@/lib/accounts/intent";
import { askMe, onMe } from "./ask-me";

/**
 * The links for who is signed in and the one for who is not, which the mark on the element around them chooses. Signing in and out change the page without loading it
 * anew, so the mark is set right after each change of page, and after each answer about who is looking.
 */
export function AccountLinks() {
	const inner = useRef<HTMLSpanElement>(null);
	const pathname = usePathname();
	const [signIn, setSignIn] = useState("/sign-in");

	useEffect(() => {
		const mark = () => inner.current?.parentElement?.toggleAttribute("data-signed-in", hasHint(document.cookie));
		mark();
		askMe([]);
		// A page of this domain is no place to come back to.
		setSignIn(pathname.startsWith("/sign-in") ? "/sign-in" : signInPath({ next: location.pathname + location.search }));
		window.addEventListener("pageshow", mark);
		const stop = onMe(mark);
		return () => {
			window.removeEventListener("pageshow", mark);
			stop();
		};
	}, [pathname]);

	return (
		<span ref={inner}>
			<a href={signIn} className="group-data-signed-in:hidden">
				Sign in
			</a>
			<span className="hidden gap-5 group-data-signed-in:flex">
				{/* Where there is no room for them: the account's page leads there as well. */}
				<a href="/library" className="hidden min-[56rem]:inline">
					Library
				</a>
				<a href="/following" className="hidden min-[56rem]:inline">
					Following
				</a>
				<a href="/settings">Account</a>
			</span>
		</span>
	);
}
