CREATE TABLE "vendor_invoice_refusals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"purchase_order_id" uuid NOT NULL,
	"number" text NOT NULL,
	"invoiced_on" date NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"document_sha256" text,
	"document_name" text,
	"reason" text NOT NULL,
	"refused_by" uuid NOT NULL,
	"refused_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vendor_invoice_refusals_reason" CHECK ("vendor_invoice_refusals"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "purchase_order_lines" ADD COLUMN "position" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD COLUMN "document_sha256" text;--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD COLUMN "document_name" text;--> statement-breakpoint
ALTER TABLE "vendor_invoice_refusals" ADD CONSTRAINT "vendor_invoice_refusals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invoice_refusals" ADD CONSTRAINT "vendor_invoice_refusals_document_sha256_files_sha256_fk" FOREIGN KEY ("document_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invoice_refusals" ADD CONSTRAINT "vendor_invoice_refusals_refused_by_staff_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invoice_refusals" ADD CONSTRAINT "vendor_invoice_refusals_order_in_project" FOREIGN KEY ("project_id","purchase_order_id") REFERENCES "public"."purchase_orders"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vendor_invoice_refusals_order" ON "vendor_invoice_refusals" USING btree ("purchase_order_id");--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_document_sha256_files_sha256_fk" FOREIGN KEY ("document_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "purchase_order_lines_order" ON "purchase_order_lines" USING btree ("purchase_order_id");--> statement-breakpoint
CREATE INDEX "purchase_receipts_line" ON "purchase_receipts" USING btree ("purchase_order_line_id");--> statement-breakpoint
ALTER TABLE "purchase_order_lines" ADD CONSTRAINT "purchase_order_lines_position" UNIQUE("purchase_order_id","position");--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_submitted_first" CHECK ("expenses"."approved_at" is null or "expenses"."submitted_at" is not null);--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_priced" CHECK ("expenses"."approved_at" is null or "expenses"."cost_minor" is not null);--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_four_eyes" CHECK ("vendor_invoices"."approved_by" <> "vendor_invoices"."recorded_by");--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_paid" CHECK ("vendor_invoices"."paid_on" is null or "vendor_invoices"."approved_at" is not null);--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_document" CHECK (("vendor_invoices"."document_sha256" is null) = ("vendor_invoices"."document_name" is null));