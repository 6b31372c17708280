"use client";

import type { ReactNode } from "react";
import { useDesk } from "@/components/curation/desk";
import { Button } from "@/components/ui/button";
import type { ChannelOperation } from "@/lib/channels/schemas";
import type { Operation } from "@/lib/operator/schemas";

type OperateFormProps = {
	act: Operation | ChannelOperation;
	/** What it is done to, where it is one thing. */
	id?: string;
	children: ReactNode;
};

/** A button that does something about mail or channels. */
export function OperateForm({ act, id, children }: OperateFormProps) {
	const press = useDesk();
	return (
		<form action={press.act}>
			<input type="hidden" name="act" value={act} />
			{id !== undefined && <input type="hidden" name="id" value={id} />}
			<Button look="quiet" disabled={press.isPending}>
				{children}
			</Button>
		</form>
	);
}
