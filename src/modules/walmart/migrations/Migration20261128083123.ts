import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128083123 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "line_cancellations" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" drop column if exists "line_cancellations";`);
  }

}
