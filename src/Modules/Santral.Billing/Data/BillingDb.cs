using Microsoft.EntityFrameworkCore;
using Santral.Billing.Domain;

namespace Santral.Billing.Data;

/// <summary>Sales invoices.</summary>
public class BillingDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<SalesInvoice> Invoices => Set<SalesInvoice>();

    public override string Module => "billing";

    protected override void Map(ModelBuilder model)
        => model.Entity<SalesInvoice>(invoice =>
        {
            invoice.ToTable("billing_sales_invoice").HasKey(i => i.Id);
            invoice.Property(i => i.Id).ValueGeneratedNever();
            invoice.Ignore(i => i.NumberSeries).Ignore(i => i.AuditId).Ignore(i => i.Total).Ignore(i => i.Open).Ignore(i => i.IsPaid);
            invoice.Property(i => i.Number).HasMaxLength(30).IsRequired();
            invoice.Property(i => i.Currency).HasMaxLength(3);
            invoice.HasIndex(i => i.Number).IsUnique();
            invoice.HasIndex(i => new { i.CustomerId, i.OpenMinor, i.DueOn });
        });
}
