using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>How subscriptions and what is sold at the desk lie in the tables.</summary>
internal static class SalesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("customers_subscription").HasKey(s => s.Id);
            subscription.Property(s => s.Id).ValueGeneratedNever();
            subscription.Ignore(s => s.AuditId).Ignore(s => s.Address);
            subscription.Property(s => s.Unit).HasMaxLength(40);
            subscription.Property(s => s.NumberSeries).HasMaxLength(20);
            subscription.Property(s => s.Number).HasMaxLength(40).IsRequired();
            subscription.Property(s => s.Subject).HasMaxLength(200);
            subscription.Property(s => s.SpecialCode).HasMaxLength(50);
            subscription.Property(s => s.Description).HasMaxLength(4000);
            subscription.Property(s => s.Line1).HasMaxLength(200);
            subscription.Property(s => s.Line2).HasMaxLength(200);
            subscription.Property(s => s.PostalCode).HasMaxLength(20);
            subscription.Property(s => s.City).HasMaxLength(100);
            subscription.Property(s => s.Region).HasMaxLength(100);
            subscription.Property(s => s.Country).HasMaxLength(2);
            subscription.HasIndex(s => s.Number).IsUnique();
            subscription.HasIndex(s => new { s.CustomerId, s.Status });
            subscription.HasIndex(s => new { s.NumberOrder, s.Number });
            subscription.HasIndex(s => s.CategoryId);
            subscription.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Restrict);
            subscription.HasOne<Customer>().WithMany().HasForeignKey(s => s.InvoiceCustomerId).OnDelete(DeleteBehavior.Restrict);
            subscription.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
            subscription.HasMany(s => s.Moves).WithOne().HasForeignKey(m => m.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SubscriptionLine>(line =>
        {
            line.ToTable("customers_subscription_line").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Ignore(l => l.AuditId).Ignore(l => l.Monthly);
            line.Property(l => l.Name).HasMaxLength(200);
            line.Property(l => l.Currency).HasMaxLength(3);
        });
        model.Entity<SubscriptionMove>(move =>
        {
            move.ToTable("customers_subscription_move").HasKey(m => m.Id);
            move.Property(m => m.Id).ValueGeneratedNever();
            move.Property(m => m.Reason).HasMaxLength(500);
        });
        model.Entity<Opportunity>(opportunity =>
        {
            opportunity.ToTable("customers_opportunity").HasKey(o => o.Id);
            opportunity.Property(o => o.Id).ValueGeneratedNever();
            opportunity.Ignore(o => o.NumberSeries).Ignore(o => o.AuditId).Ignore(o => o.Amount);
            opportunity.Property(o => o.Number).HasMaxLength(40).IsRequired();
            opportunity.Property(o => o.Subject).HasMaxLength(200);
            opportunity.Property(o => o.Note).HasMaxLength(4000);
            opportunity.Property(o => o.Currency).HasMaxLength(3);
            opportunity.HasIndex(o => o.Number).IsUnique();
            opportunity.HasIndex(o => new { o.CustomerId, o.OpenedAt });
            opportunity.HasIndex(o => new { o.Stage, o.OpenedAt });
            opportunity.HasIndex(o => o.RequestId);
            opportunity.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OrderNote>(order =>
        {
            order.ToTable("customers_order_note").HasKey(o => o.Id);
            order.Property(o => o.Id).ValueGeneratedNever();
            order.Ignore(o => o.NumberSeries).Ignore(o => o.AuditId).Ignore(o => o.Total);
            order.Property(o => o.Number).HasMaxLength(40).IsRequired();
            order.Property(o => o.Note).HasMaxLength(4000);
            order.HasIndex(o => o.Number).IsUnique();
            order.HasIndex(o => new { o.CustomerId, o.TakenAt });
            order.HasIndex(o => o.RequestId);
            order.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict);
            order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderNoteId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OrderLine>(line =>
        {
            line.ToTable("customers_order_line").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Ignore(l => l.AuditId).Ignore(l => l.UnitPrice).Ignore(l => l.Total);
            line.Property(l => l.Product).HasMaxLength(200);
            line.Property(l => l.Currency).HasMaxLength(3);
        });
        model.Entity<CrossSellRule>(rule =>
        {
            rule.ToTable("customers_cross_sell_rule").HasKey(r => r.Id);
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Ignore(r => r.AuditId).Ignore(r => r.Offer).Ignore(r => r.Amount);
            rule.Property(r => r.Unit).HasMaxLength(40);
            rule.Property(r => r.HasPlan).HasMaxLength(100);
            rule.Property(r => r.LacksPlan).HasMaxLength(100);
            rule.Property(r => r.OfferTr).HasMaxLength(200);
            rule.Property(r => r.OfferSv).HasMaxLength(200);
            rule.Property(r => r.OfferEn).HasMaxLength(200);
            rule.Property(r => r.Currency).HasMaxLength(3);
        });
        model.Entity<OpenedOnce>(opened =>
        {
            opened.ToTable("customers_opened").HasKey(o => new { o.UserId, o.Key });
            opened.Property(o => o.Key).HasMaxLength(100);
            opened.Property(o => o.Asked).HasMaxLength(64);
        });
    }
}
