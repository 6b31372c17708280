"use client";

import { type ReactNode, useActionState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { libraryAction } from "@/lib/library/actions";
import { LIST_NAME_MAX } from "@/lib/library/schemas";
import type { LibraryState } from "@/lib/library/types";
import { SendButton } from "./send-button";

type LibraryFormProps = {
	/** What it does; without, each of its buttons says so. */
	act?: string;
	/** By which fields elsewhere on the page belong to it. */
	id?: string;
	className?: string;
	children: ReactNode;
};

/** A form of the library's pages, with what came of it. */
export function LibraryForm({ act, id, className, children }: LibraryFormProps) {
	const [state, send] = useActionState(libraryAction, {});
	return (
		<form id={id} action={send} className={className}>
			{act && <input type="hidden" name="act" value={act} />}
			{children}
			<Answer {...state} />
		</form>
	);
}

type NameFormProps = { label: string; button: string } & ({ list?: never } | { list: { id: string; name: string } });

/** Names a new list, or an old one anew. */
export function NameForm({ label, button, list }: NameFormProps) {
	const [state, send] = useActionState(libraryAction, {});
	return (
		<form action={send}>
			<input type="hidden" name="act" value={list ? "rename-list" : "create-list"} />
			{list && <input type="hidden" name="list" value={list.id} />}
			<div className="flex items-end gap-2">
				<Field
					label={label}
					name="name"
					required
					maxLength={LIST_NAME_MAX}
					autoComplete="off"
					defaultValue={state.name ?? list?.name}
				/>
				<SendButton>{button}</SendButton>
			</div>
			<Answer {...state} />
		</form>
	);
}

function Answer({ done, problem, feedUrl }: LibraryState) {
	return (
		<div role="status" className="text-sm not-empty:mt-2">
			{done && <p className="text-ink">{done}</p>}
			{problem && <p className="text-accent">{problem}</p>}
			{feedUrl && (
				<div className="space-y-2">
					<p className="text-ink">
						This is the address. Keep it like a password: it is shown this once, and whoever knows it can read what you
						save.
					</p>
					<p>
						<code id="feed-address" className="block rounded-lg border border-rule bg-sheet p-2 text-[13px] break-all">
							{feedUrl}
						</code>
					</p>
					<CopyButton label="Copy the address" textOf="feed-address" />
				</div>
			)}
		</div>
	);
}
