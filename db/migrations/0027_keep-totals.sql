CREATE TABLE "disclosed_costs" (
	"project_id" uuid NOT NULL,
	"month_on" date NOT NULL,
	"difference_minor" bigint NOT NULL,
	CONSTRAINT "disclosed_costs_project_id_month_on_pk" PRIMARY KEY("project_id","month_on")
);
--> statement-breakpoint
CREATE TABLE "line_totals" (
	"contract_line_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"value_minor" bigint DEFAULT 0 NOT NULL,
	"minutes" bigint DEFAULT 0 NOT NULL,
	"labour_minor" bigint DEFAULT 0 NOT NULL,
	"standard_minor" bigint DEFAULT 0 NOT NULL,
	"expense_minor" bigint DEFAULT 0 NOT NULL,
	"vendor_minor" bigint DEFAULT 0 NOT NULL,
	"etc_minutes" bigint DEFAULT 0 NOT NULL,
	"etc_minor" bigint DEFAULT 0 NOT NULL,
	"worked_minor" bigint DEFAULT 0 NOT NULL,
	"released_minor" bigint DEFAULT 0 NOT NULL,
	"scheduled_minor" bigint DEFAULT 0 NOT NULL,
	"invoiced_minor" bigint DEFAULT 0 NOT NULL,
	"recognised_minor" bigint DEFAULT 0 NOT NULL,
	"by_the_day" boolean NOT NULL,
	"completion_minor" bigint DEFAULT 0 NOT NULL,
	"written_down_minor" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "out_of_scope_work" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "unapproved_minutes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "labour_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "standard_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "disclosed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "expense_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "vendor_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "unapproved_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "etc_minutes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "etc_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "etc_labour_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "completion_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "written_down_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "sold_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "sold_cost_minor" bigint;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "planned_cost_minor" bigint;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "planned_labour_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "planned_minutes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "estimate_from" text;--> statement-breakpoint
ALTER TABLE "task_month_costs" DROP CONSTRAINT "task_month_costs_project_id_task_key_month_on_pk";--> statement-breakpoint
ALTER TABLE "task_month_costs" ADD COLUMN "line_key" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "task_month_costs" ADD CONSTRAINT "task_month_costs_key" PRIMARY KEY("project_id","task_key","line_key","month_on");--> statement-breakpoint
ALTER TABLE "task_month_costs" ADD COLUMN "unapproved_minutes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_month_costs" ADD COLUMN "standard_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_month_costs" ADD COLUMN "worked_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_month_costs" ADD COLUMN "unapproved_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "standard_minor" bigint;--> statement-breakpoint
ALTER TABLE "disclosed_costs" ADD CONSTRAINT "disclosed_costs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_totals" ADD CONSTRAINT "line_totals_contract_line_id_contract_lines_id_fk" FOREIGN KEY ("contract_line_id") REFERENCES "public"."contract_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_totals" ADD CONSTRAINT "line_totals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "line_totals_project" ON "line_totals" USING btree ("project_id");--> statement-breakpoint
ALTER TABLE "out_of_scope_work" ADD CONSTRAINT "out_of_scope_work_change_request" FOREIGN KEY ("project_id","change_request_id") REFERENCES "public"."change_requests"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "out_of_scope_work_project" ON "out_of_scope_work" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "time_entries_booked" ON "time_entries" USING btree ("booked_on","project_id");--> statement-breakpoint
ALTER TABLE "out_of_scope_work" ADD CONSTRAINT "out_of_scope_work_change" CHECK (("out_of_scope_work"."outcome" is not distinct from 'change-request') = ("out_of_scope_work"."change_request_id" is not null));