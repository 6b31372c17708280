-- CreateEnum
CREATE TYPE "seen_mode" AS ENUM ('off', 'dim', 'hide');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "seen_mode" "seen_mode" NOT NULL DEFAULT 'off';

-- CreateTable
CREATE TABLE "saves" (
    "user_id" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saves_pkey" PRIMARY KEY ("user_id","paper_id")
);

-- CreateTable
CREATE TABLE "reading_lists" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_list_papers" (
    "list_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_list_papers_pkey" PRIMARY KEY ("list_id","paper_id")
);

-- CreateTable
CREATE TABLE "seen_papers" (
    "user_id" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seen_papers_pkey" PRIMARY KEY ("user_id","paper_id")
);

-- CreateTable
CREATE TABLE "library_feeds" (
    "user_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "library_feeds_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "saves_user_id_saved_at_paper_id_idx" ON "saves"("user_id", "saved_at" DESC, "paper_id");

-- CreateIndex
CREATE INDEX "saves_paper_id_idx" ON "saves"("paper_id");

-- CreateIndex
CREATE UNIQUE INDEX "reading_lists_user_id_name_key" ON "reading_lists"("user_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "reading_lists_id_user_id_key" ON "reading_lists"("id", "user_id");

-- CreateIndex
CREATE INDEX "reading_list_papers_user_id_paper_id_idx" ON "reading_list_papers"("user_id", "paper_id");

-- CreateIndex
CREATE INDEX "seen_papers_paper_id_idx" ON "seen_papers"("paper_id");

-- CreateIndex
CREATE UNIQUE INDEX "library_feeds_token_hash_key" ON "library_feeds"("token_hash");

-- AddForeignKey
ALTER TABLE "saves" ADD CONSTRAINT "saves_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saves" ADD CONSTRAINT "saves_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_lists" ADD CONSTRAINT "reading_lists_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_list_papers" ADD CONSTRAINT "reading_list_papers_list_id_user_id_fkey" FOREIGN KEY ("list_id", "user_id") REFERENCES "reading_lists"("id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_list_papers" ADD CONSTRAINT "reading_list_papers_user_id_paper_id_fkey" FOREIGN KEY ("user_id", "paper_id") REFERENCES "saves"("user_id", "paper_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_papers" ADD CONSTRAINT "seen_papers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_papers" ADD CONSTRAINT "seen_papers_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_feeds" ADD CONSTRAINT "library_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "reading_lists" ADD CONSTRAINT "reading_lists_have_a_name" CHECK (length("name") BETWEEN 1 AND 80);
