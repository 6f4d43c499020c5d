-- CreateEnum
CREATE TYPE "WithdrawalState" AS ENUM ('open', 'signed', 'cancelled');

-- CreateTable
CREATE TABLE "approval_withdrawal" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "state" "WithdrawalState" NOT NULL DEFAULT 'open',
    "number" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "document_no" TEXT,
    "statement" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "paper" BYTEA NOT NULL,
    "prepared_pdf" BYTEA,
    "prepared_sha256" TEXT,
    "gap" JSONB,
    "attributes" BYTEA,
    "certificate_id" UUID,
    "signed_pdf" BYTEA,
    "verdict" JSONB,
    "prepared_by_id" UUID NOT NULL,
    "signer_name" TEXT NOT NULL,
    "mandate_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawn_revision" (
    "revision_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "withdrawal_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "withdrawn_revision_pkey" PRIMARY KEY ("revision_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "approval_withdrawal_number_key" ON "approval_withdrawal"("number");

-- CreateIndex
CREATE INDEX "approval_withdrawal_batch_id_idx" ON "approval_withdrawal"("batch_id");

-- CreateIndex
CREATE INDEX "withdrawn_revision_record_id_idx" ON "withdrawn_revision"("record_id");

-- CreateIndex
CREATE INDEX "withdrawn_revision_withdrawal_id_idx" ON "withdrawn_revision"("withdrawal_id");

-- AddForeignKey
ALTER TABLE "approval_withdrawal" ADD CONSTRAINT "approval_withdrawal_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "approval_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawn_revision" ADD CONSTRAINT "withdrawn_revision_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawn_revision" ADD CONSTRAINT "withdrawn_revision_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "approval_withdrawal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "withdrawn_revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- A signed withdrawal is never edited and never deleted.
CREATE FUNCTION keep_signed_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'signed' THEN
    RAISE EXCEPTION 'a withdrawal of an approval is never edited' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_signed BEFORE UPDATE OR DELETE ON "approval_withdrawal" FOR EACH ROW EXECUTE FUNCTION keep_signed_withdrawal();
