import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128113242 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_import_failed" ON "walmart_order" ("account_id") WHERE imported_at IS NULL AND order_id IS NOT NULL AND import_error_code IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_created_at_id" ON "walmart_update" ("created_at", "id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_walmart_order_import_failed";`);

    this.addSql(`drop index if exists "IDX_walmart_update_created_at_id";`);
  }

}
