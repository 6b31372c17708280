"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

/** A form's button, out of use while what was sent is under way. */
export function SendButton({ look = "quiet", ...rest }: ComponentProps<typeof Button>) {
	const { pending } = useFormStatus();
	return <Button look={look} disabled={pending} {...rest} />;
}
