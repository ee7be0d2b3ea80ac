ALTER TABLE "invoices" DROP COLUMN "tax_basis_points";--> statement-breakpoint
ALTER TABLE "contracts" DROP COLUMN "kind";