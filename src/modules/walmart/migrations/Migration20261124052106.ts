import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124052106 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_ordered_at" ON "walmart_order" ("ordered_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_snapshot" ON "walmart_order" ("refreshed_at") WHERE snapshot IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_walmart_order_ordered_at";`);
    this.addSql(`drop index if exists "IDX_walmart_order_snapshot";`);
  }

}
