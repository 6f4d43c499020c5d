-- CreateEnum
CREATE TYPE "SigningState" AS ENUM ('waiting', 'accepted', 'refused', 'cancelled');

-- CreateTable
CREATE TABLE "signing_session" (
    "id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "portal_session_id" UUID NOT NULL,
    "paper_sha256" TEXT NOT NULL,
    "source_token_hash" TEXT,
    "upload_token_hash" TEXT,
    "source_taken_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "transaction" TEXT,
    "code" TEXT,
    "state" "SigningState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "signing_session_source_token_hash_key" ON "signing_session"("source_token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "signing_session_upload_token_hash_key" ON "signing_session"("upload_token_hash");

-- CreateIndex
CREATE INDEX "signing_session_subject_subject_id_idx" ON "signing_session"("subject", "subject_id");

-- CreateIndex
CREATE INDEX "signing_session_user_id_state_idx" ON "signing_session"("user_id", "state");

-- AddForeignKey
ALTER TABLE "signing_session" ADD CONSTRAINT "signing_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
