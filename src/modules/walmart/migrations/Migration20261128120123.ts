import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128120123 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "chosen_reasons" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" drop column if exists "chosen_reasons";`);
  }

}
