-- AlterEnum
ALTER TYPE "audited_act" ADD VALUE 'stop_digests';
ALTER TYPE "audited_act" ADD VALUE 'resume_digests';
ALTER TYPE "audited_act" ADD VALUE 'test_digest';
ALTER TYPE "audited_act" ADD VALUE 'resend_delivery';
ALTER TYPE "audited_act" ADD VALUE 'end_subscription';
ALTER TYPE "audited_act" ADD VALUE 'import_subscribers';

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "resent_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "subscribers" ADD COLUMN "consent_at" TIMESTAMPTZ(3),
    ADD COLUMN "consent_source" TEXT,
    ADD COLUMN "import_id" UUID;

-- CreateTable
CREATE TABLE "digest_runs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "submitted" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "paused_because" TEXT,

    CONSTRAINT "digest_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_stops" (
    "is_stopped" BOOLEAN NOT NULL DEFAULT true,
    "stopped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_stops_pkey" PRIMARY KEY ("is_stopped")
);

-- CreateTable
CREATE TABLE "subscriber_imports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "is_check" BOOLEAN NOT NULL,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "refused" JSONB NOT NULL,
    "lines" JSONB NOT NULL,

    CONSTRAINT "subscriber_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "digest_runs_ended_at_idx" ON "digest_runs"("ended_at");

-- CreateIndex
CREATE INDEX "subscribers_import_id_idx" ON "subscribers"("import_id");

-- AddForeignKey
ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "subscriber_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "digest_stops" ADD CONSTRAINT "digest_stops_at_most_one" CHECK ("is_stopped");
ALTER TABLE "subscribers"
    ADD CONSTRAINT "subscribers_consent_is_whole" CHECK (("consent_at" IS NULL) = ("consent_source" IS NULL)),
    ADD CONSTRAINT "subscribers_imported_have_consented" CHECK ("import_id" IS NULL OR "consent_at" IS NOT NULL);
-- By the acts that are about papers, as there are more of the others. As texts: values that this transaction has added can't be
-- used in it.
ALTER TABLE "audit_acts"
    DROP CONSTRAINT "audit_acts_are_about_something",
    ADD CONSTRAINT "audit_acts_are_about_something" CHECK ("paper_id" IS NOT NULL OR "act"::text NOT IN ('submit', 'add', 'hide',
        'unhide', 'move', 'accept_votes', 'void_votes', 'hide_comment', 'unhide_comment', 'dismiss_reports'));
