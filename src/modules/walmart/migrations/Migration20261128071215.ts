import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128071215 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "discrepancies" jsonb null, add column if not exists "dismissed_discrepancies" jsonb null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_discrepancies" ON "walmart_order" ("account_id") WHERE discrepancies IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_walmart_order_discrepancies";`);
    this.addSql(`alter table if exists "walmart_order" drop column if exists "discrepancies", drop column if exists "dismissed_discrepancies";`);
  }

}
