import type { Suggestion } from "@/lib/search/page-types";
import { optionId } from "./option-id";

/** In the order in which they stand under the field. */
const KINDS = ["Papers", "Authors", "Topics"] as const satisfies readonly Suggestion["kind"][];

type SuggestionListProps = {
	id: string;
	suggestions: readonly Suggestion[];
	/** The place of the one that the keyboard stands on; -1 for none. */
	active: number;
};

/** What a search field suggests. The focus stays in the field, which says where the keyboard stands here. */
export function SuggestionList({ id, suggestions, active }: SuggestionListProps) {
	return (
		<div
			id={id}
			role="listbox"
			tabIndex={-1}
			aria-label="Suggestions"
			className="absolute top-full left-0 z-20 wide:right-0 wide:left-auto mt-1.5 max-h-[70vh] w-full min-w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-xl border border-rule bg-sheet py-2 text-sm whitespace-normal text-ink shadow-lg"
			onMouseDown={(event) => event.preventDefault()}
		>
			{KINDS.filter((kind) => suggestions.some((one) => one.kind === kind)).map((kind) => (
				<fieldset key={kind} className="min-w-0">
					<legend className="px-3 pt-2 pb-1 text-xs leading-none font-semibold tracking-[0.08em] text-ink-faint uppercase">
						{kind}
					</legend>
					{suggestions.map(
						(one, place) =>
							one.kind === kind && (
								<a
									key={one.path}
									id={optionId(id, place)}
									role="option"
									aria-selected={place === active}
									tabIndex={-1}
									href={one.path}
									className="block px-3 py-1.5 hover:bg-accent-soft hover:no-underline aria-selected:bg-accent-soft"
								>
									<span className="line-clamp-2">{one.text}</span>
								</a>
							),
					)}
				</fieldset>
			))}
		</div>
	);
}
