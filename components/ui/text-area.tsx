"use client";

import type { RefObject, TextareaHTMLAttributes } from "react";

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
	ref?: RefObject<HTMLTextAreaElement | null> | undefined;
};

/** What somebody had written when the page's scripts came: React then gives a field the text it began with. */
const written = new Map<HTMLTextAreaElement, string>();
if (typeof document !== "undefined")
	for (const area of document.querySelectorAll("textarea"))
		if (area.value !== area.defaultValue) written.set(area, area.value);

/** A field for several lines, which keeps what is written into it before the page's scripts are there. */
export function TextArea({ ref, ...area }: TextAreaProps) {
	function keepWritten(field: HTMLTextAreaElement | null) {
		if (ref) ref.current = field;
		const text = field && written.get(field);
		if (!field || text == null) return;
		written.delete(field);
		field.value = text;
	}
	return <textarea ref={keepWritten} {...area} />;
}
