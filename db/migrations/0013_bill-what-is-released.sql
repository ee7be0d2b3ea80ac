ALTER TABLE "invoice_lines" DROP CONSTRAINT "invoice_lines_once";--> statement-breakpoint
DROP INDEX "invoice_lines_of_invoice";--> statement-breakpoint
CREATE INDEX "invoice_lines_of_milestone" ON "invoice_lines" USING btree ("billing_milestone_id");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_once_an_invoice" UNIQUE("invoice_id","billing_milestone_id");