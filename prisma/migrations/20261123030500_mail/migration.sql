-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "email" TEXT,
ADD COLUMN     "email_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID,
    "sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "worth_until" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "last_problem" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_claim" (
    "user_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "wrong_tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "email_claim_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "reset_request" (
    "id" BIGSERIAL NOT NULL,
    "name_hash" TEXT NOT NULL,
    "sealed" TEXT,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reset_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reset_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "replaces" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "letter_due_at_idx" ON "letter"("due_at");

-- CreateIndex
CREATE INDEX "reset_request_name_hash_at_idx" ON "reset_request"("name_hash", "at");

-- CreateIndex
CREATE INDEX "reset_request_address_at_idx" ON "reset_request"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "reset_link_token_hash_key" ON "reset_link"("token_hash");

-- CreateIndex
CREATE INDEX "reset_link_user_id_idx" ON "reset_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- AddForeignKey
ALTER TABLE "email_claim" ADD CONSTRAINT "email_claim_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
