-- AlterTable
ALTER TABLE "delivery_attempt" ADD COLUMN     "mapping" TEXT;
