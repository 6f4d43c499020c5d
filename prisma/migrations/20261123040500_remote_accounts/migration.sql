-- AlterTable
ALTER TABLE "signer_certificate" ADD COLUMN     "remote_account" TEXT;

-- AlterTable
ALTER TABLE "certificate_enrolment" ADD COLUMN     "remote_account" TEXT;
