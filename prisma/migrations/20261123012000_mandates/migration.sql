-- AlterTable
ALTER TABLE "approval_batch" ADD COLUMN     "mandate_id" UUID;

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "mandator_id" UUID NOT NULL,
    "mandatary_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "monthly" BOOLEAN NOT NULL,
    "ad_hoc" BOOLEAN NOT NULL,
    "given_by_id" UUID NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "revoke_reason" TEXT,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mandate_mandatary_id_idx" ON "mandate"("mandatary_id");

-- CreateIndex
CREATE INDEX "mandate_mandator_id_idx" ON "mandate"("mandator_id");

-- CreateIndex
CREATE INDEX "mandate_unit_id_idx" ON "mandate"("unit_id");

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_mandator_id_fkey" FOREIGN KEY ("mandator_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_mandatary_id_fkey" FOREIGN KEY ("mandatary_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_batch" ADD CONSTRAINT "approval_batch_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE SET NULL ON UPDATE CASCADE;
