-- CreateEnum
CREATE TYPE "channel_kind" AS ENUM ('slack', 'discord', 'webhook');

-- AlterEnum
ALTER TYPE "audited_act" ADD VALUE 'add_channel';
ALTER TYPE "audited_act" ADD VALUE 'change_channel';
ALTER TYPE "audited_act" ADD VALUE 'pause_channel';
ALTER TYPE "audited_act" ADD VALUE 'resume_channel';
ALTER TYPE "audited_act" ADD VALUE 'remove_channel';
ALTER TYPE "audited_act" ADD VALUE 'test_channel';
ALTER TYPE "audited_act" ADD VALUE 'repost_channel';

-- CreateTable
CREATE TABLE "channels" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "kind" "channel_kind" NOT NULL,
    "digest" "digest_kind" NOT NULL,
    "papers" SMALLINT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT,
    "paused_at" TIMESTAMPTZ(3),
    "paused_for" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_posts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "channel_id" UUID NOT NULL,
    "digest_id" UUID NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "body" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "in_doubt" BOOLEAN NOT NULL DEFAULT false,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_posts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "channel_posts_channel_id_digest_id_key" ON "channel_posts"("channel_id", "digest_id");

-- CreateIndex
CREATE INDEX "channel_posts_digest_id_idx" ON "channel_posts"("digest_id");

-- AddForeignKey
ALTER TABLE "channel_posts" ADD CONSTRAINT "channel_posts_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_posts" ADD CONSTRAINT "channel_posts_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "channels"
    ADD CONSTRAINT "channels_within_limits" CHECK ("name" <> '' AND "papers" BETWEEN 1 AND 25),
    ADD CONSTRAINT "channels_webhooks_have_a_secret" CHECK (("kind" = 'webhook') = ("secret" IS NOT NULL)),
    ADD CONSTRAINT "channels_paused_for_when_paused" CHECK ("paused_for" IS NULL OR "paused_at" IS NOT NULL);
ALTER TABLE "channel_posts"
    ADD CONSTRAINT "channel_posts_settled_have_an_instant" CHECK (("state" = 'planned') = ("settled_at" IS NULL)),
    ADD CONSTRAINT "channel_posts_tried_are_frozen" CHECK (NOT "in_doubt" OR "body" IS NOT NULL);

-- Says which acts are about a paper rather than which are not: the next kinds of acts have none.
ALTER TABLE "audit_acts" DROP CONSTRAINT "audit_acts_are_about_something";
ALTER TABLE "audit_acts"
    ADD CONSTRAINT "audit_acts_are_about_something" CHECK (
        "paper_id" IS NOT NULL OR "act"::text NOT IN ('submit', 'add', 'hide', 'unhide', 'move', 'accept_votes', 'void_votes',
            'hide_comment', 'unhide_comment', 'dismiss_reports')
    );
