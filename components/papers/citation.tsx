import { useId } from "react";
import { CopyButton } from "@/components/ui/copy-button";

type CitationProps = { name: string; text: string; href: string };

/** A paper as a reference, to read, to copy and to download. */
export function Citation({ name, text, href }: CitationProps) {
	const id = useId();
	return (
		<details className="border-b border-rule py-2">
			<summary className="cursor-pointer text-sm font-medium">{name}</summary>
			<pre
				id={id}
				className="mt-2 overflow-x-auto rounded-lg border border-rule bg-sheet p-3 text-xs leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]"
			>
				{text}
			</pre>
			<p className="my-2 flex gap-4 text-sm">
				<CopyButton textOf={id} label={`Copy ${name}`} />
				<a href={href} download className="text-link underline underline-offset-3">
					Download
				</a>
			</p>
		</details>
	);
}
