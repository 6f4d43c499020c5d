-- AlterTable
ALTER TABLE "approval_item" ADD COLUMN     "verify_code" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "check_visit" (
    "address" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "check_visit_pkey" PRIMARY KEY ("address","minute")
);

-- CreateIndex
CREATE UNIQUE INDEX "approval_item_verify_code_key" ON "approval_item"("verify_code");
