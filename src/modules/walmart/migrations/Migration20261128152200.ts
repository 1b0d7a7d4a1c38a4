import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128152200 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "compared_items" text[] null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_unfinished" ON "walmart_order" ("order_id") WHERE status IN ('open', 'partially_shipped') AND compared_as IS NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_walmart_order_unfinished";`);
    this.addSql(`alter table if exists "walmart_order" drop column if exists "compared_items";`);
  }

}
