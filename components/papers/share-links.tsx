import { CopyButton } from "@/components/ui/copy-button";

/** Ways to tell others of a paper. Plain links: nobody learns that the page was opened. */
export function ShareLinks({ title, address }: { title: string; address: string }) {
	const [text, url] = [encodeURIComponent(title), encodeURIComponent(address)];
	const places = [
		["Mail", `mailto:?subject=${text}&body=${url}`],
		["Bluesky", `https://bsky.app/intent/compose?text=${text}%20${url}`],
		["X", `https://x.com/intent/post?text=${text}&url=${url}`],
		["Reddit", `https://www.reddit.com/submit?url=${url}&title=${text}`],
		["Hacker News", `https://news.ycombinator.com/submitlink?u=${url}&t=${text}`],
	] as const;
	return (
		<ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
			{places.map(([name, href]) => (
				<li key={name}>
					<a href={href} className="text-link">
						{name}
					</a>
				</li>
			))}
			<li>
				<CopyButton text={address} label="Copy link" />
			</li>
		</ul>
	);
}
