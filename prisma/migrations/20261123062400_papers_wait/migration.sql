-- A signed paper may wait for the authority, as a batch does.
ALTER TYPE "ExportState" ADD VALUE 'signatureWaits';
ALTER TYPE "ExportState" ADD VALUE 'sealWaits';

-- AlterEnum
ALTER TYPE "WithdrawalState" ADD VALUE 'waiting';

-- AlterTable
ALTER TABLE "legal_export" ADD COLUMN     "ask_again_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "given_back" TEXT,
ADD COLUMN     "offered_number" INTEGER,
ADD COLUMN     "offered_on" TEXT,
ADD COLUMN     "received_at" TIMESTAMPTZ(3),
ADD COLUMN     "returned_pdf" BYTEA;

-- AlterTable
ALTER TABLE "approval_withdrawal" ADD COLUMN     "ask_again_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "given_back" TEXT,
ADD COLUMN     "received_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "legal_export_ask_again_at_idx" ON "legal_export"("ask_again_at");

-- CreateIndex
CREATE INDEX "approval_withdrawal_ask_again_at_idx" ON "approval_withdrawal"("ask_again_at");
