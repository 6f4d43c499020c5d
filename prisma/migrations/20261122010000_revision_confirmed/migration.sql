-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "confirmed" TEXT[];
