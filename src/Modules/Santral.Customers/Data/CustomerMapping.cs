using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>How customers lie in the tables. Keys are made by us, never by the database: a child with a key is still a new child.</summary>
internal static class CustomerMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Customer>(customer =>
        {
            customer.ToTable("customers_customer").HasKey(c => c.Id);
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.Ignore(c => c.NumberSeries).Ignore(c => c.AuditId);
            customer.Property(c => c.Number).HasMaxLength(20).IsRequired();
            customer.Property(c => c.Name).HasMaxLength(250);
            customer.Property(c => c.FirstName).HasMaxLength(100);
            customer.Property(c => c.LastName).HasMaxLength(100);
            customer.Property(c => c.Company).HasMaxLength(200);
            customer.Property(c => c.Language).HasMaxLength(2);
            customer.Property(c => c.TaxNumber).HasMaxLength(10);
            customer.Property(c => c.TaxOffice).HasMaxLength(100);
            customer.Property(c => c.Address).HasMaxLength(300);
            customer.Property(c => c.City).HasMaxLength(100);
            customer.Property(c => c.Note).HasMaxLength(4000);
            customer.Property(c => c.ServicePasswordHash).HasMaxLength(200);
            customer.HasIndex(c => c.Number).IsUnique();
            customer.HasIndex(c => c.TaxNumber).IsUnique();
            customer.HasMany(c => c.AllPhones).WithOne().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Cascade);
            customer.HasMany(c => c.Emails).WithOne().HasForeignKey(e => e.CustomerId).OnDelete(DeleteBehavior.Cascade);
            customer.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Cascade);
            customer.HasOne(c => c.Search).WithOne().HasForeignKey<CustomerSearch>(s => s.CustomerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CustomerPhone>(phone =>
        {
            phone.ToTable("customers_phone").HasKey(p => p.Id);
            phone.Property(p => p.Id).ValueGeneratedNever();
            phone.Ignore(p => p.AuditId);
            phone.HasIndex(p => p.Number);
        });
        model.Entity<CustomerContact>(contact =>
        {
            contact.ToTable("customers_contact").HasKey(c => c.Id);
            contact.Property(c => c.Id).ValueGeneratedNever();
            contact.Ignore(c => c.AuditId);
            contact.Property(c => c.Name).HasMaxLength(200);
            contact.Property(c => c.Title).HasMaxLength(100);
            contact.Property(c => c.Email).HasMaxLength(254);
        });
        model.Entity<CustomerEmail>(email =>
        {
            email.ToTable("customers_email").HasKey(e => e.Id);
            email.Property(e => e.Id).ValueGeneratedNever();
            email.Ignore(e => e.AuditId);
            email.Property(e => e.Address).HasMaxLength(254);
            email.HasIndex(e => e.Address);
        });
        model.Entity<CustomerSearch>(search =>
        {
            search.ToTable("customers_search").HasKey(s => s.CustomerId);
            search.Property(s => s.CustomerId).ValueGeneratedNever();
            search.Property(s => s.SortName).HasMaxLength(300);
            search.HasIndex(s => s.SortName);
        });
        model.Entity<VerificationLock>(row =>
        {
            row.ToTable("customers_verification_lock").HasKey(l => l.Key);
            row.Property(l => l.Key).HasMaxLength(40);
            row.HasIndex(l => l.LastAt);
        });
    }
}
