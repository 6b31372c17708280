-- CreateEnum
CREATE TYPE "suppression" AS ENUM ('bounced', 'complained');

-- CreateEnum
CREATE TYPE "mail_event_state" AS ENUM ('soft_bounced', 'delivered', 'bounced', 'complained');

-- AlterTable
ALTER TABLE "subscribers" ADD COLUMN "suppressed_for" "suppression";

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "event_at" TIMESTAMPTZ(3),
    ADD COLUMN "event_state" "mail_event_state";

-- CreateTable
CREATE TABLE "mail_events" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state" "mail_event_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deliveries_provider_id_idx" ON "deliveries"("provider_id");

-- CreateIndex
CREATE INDEX "mail_events_provider_id_idx" ON "mail_events"("provider_id");

-- CreateIndex
CREATE INDEX "mail_events_received_at_idx" ON "mail_events"("received_at");


-- What Prisma's language has no words for.

ALTER TABLE "subscribers"
    ADD CONSTRAINT "subscribers_suppressed_are_unsubscribed" CHECK ("suppressed_for" IS NULL OR "state" = 'unsubscribed');
ALTER TABLE "deliveries"
    ADD CONSTRAINT "deliveries_event_has_an_instant" CHECK (("event_state" IS NULL) = ("event_at" IS NULL));

-- Word of a mail may come before we have written down that it was submitted. Both sides hold a lock on the provider's id, so
-- that whichever comes second sees the other.
CREATE FUNCTION "lock_provider_id"("provider_id" TEXT) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('mail ' || "provider_id", 0))
$$;
CREATE FUNCTION "learn_mail_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM "lock_provider_id"(NEW."provider_id");
    SELECT "state", "at" INTO NEW."event_state", NEW."event_at" FROM "mail_events"
    WHERE "provider_id" = NEW."provider_id" ORDER BY "state" DESC, "at" LIMIT 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER "deliveries_learn_mail_events" BEFORE UPDATE OF "provider_id" ON "deliveries"
    FOR EACH ROW WHEN (NEW."provider_id" IS NOT NULL AND OLD."provider_id" IS DISTINCT FROM NEW."provider_id")
    EXECUTE FUNCTION "learn_mail_events"();
