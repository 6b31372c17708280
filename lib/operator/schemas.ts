import { z } from "zod";
import { subscriberAddress } from "../subscribers/schemas";

/** What the forms about mail send: an act, and what it is done to. */
export const operateForm = z.discriminatedUnion("act", [
	z.object({ act: z.enum(["stop_digests", "resume_digests", "test_digest"]) }),
	z.object({ act: z.enum(["resend_delivery", "end_subscription"]), id: z.uuid() }),
]);

export type Operation = z.infer<typeof operateForm>["act"];

export const findForm = z.object({ email: subscriberAddress });
