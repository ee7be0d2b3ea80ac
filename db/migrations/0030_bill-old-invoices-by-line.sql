-- Invoices from before contracts had lines: what they billed counts for the line of their milestone.
SET LOCAL row_security = off;--> statement-breakpoint
ALTER TABLE "invoice_lines" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "invoice_lines" l SET "contract_line_id" = m."contract_line_id" FROM "billing_milestones" m
  WHERE m."id" = l."billing_milestone_id" AND l."contract_line_id" IS NULL AND m."contract_line_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ENABLE TRIGGER USER;--> statement-breakpoint
-- Where there are none, all totals are made anew when access is declared.
DELETE FROM "project_totals";
