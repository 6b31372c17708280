import { useEffect } from "react";

const COMMENT = /^#comment-(\d+)$/;

/**
 * Leads to a comment's own page where its writer would stay on a page that does not show it: when a newer version of the site has
 * taken the comment, Next loads the paper's page whole instead of going on in it, and of the same page a browser changes no more than
 * the fragment.
 *
 * @param isPending whether a comment is being posted
 */
export function useOwnPage(isPending: boolean): void {
	useEffect(() => {
		if (!isPending) return;
		const leave = () => {
			const [, id] = COMMENT.exec(window.location.hash) ?? [];
			if (id !== undefined) window.location.replace(`/comments/${id}`);
		};
		window.addEventListener("hashchange", leave);
		return () => window.removeEventListener("hashchange", leave);
	}, [isPending]);
}
