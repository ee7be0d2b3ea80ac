ALTER TABLE "budget_reviews" DROP CONSTRAINT "budget_reviews_budget";
--> statement-breakpoint
ALTER TABLE "budget_reviews" ADD CONSTRAINT "budget_reviews_budget" FOREIGN KEY ("project_id","budget_id") REFERENCES "public"."budgets"("project_id","id") ON DELETE restrict ON UPDATE no action;