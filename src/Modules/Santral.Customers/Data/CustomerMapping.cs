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
            customer.Property(c => c.Country).HasMaxLength(2);
            customer.Property(c => c.TaxNumber).HasMaxLength(NationalNumbers.LongestTax);
            customer.Property(c => c.TaxOffice).HasMaxLength(100);
            customer.Property(c => c.IdentityNumber).HasMaxLength(NationalNumbers.LongestIdentity);
            customer.Property(c => c.Note).HasMaxLength(4000);
            customer.Property(c => c.ServicePasswordHash).HasMaxLength(200);
            customer.HasIndex(c => c.Number).IsUnique();
            customer.HasIndex(c => new { c.Country, c.TaxNumber }).IsUnique();
            customer.HasIndex(c => new { c.Country, c.IdentityNumber }).IsUnique();
            customer.HasMany(c => c.AllPhones).WithOne().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Cascade);
            customer.HasMany(c => c.Emails).WithOne().HasForeignKey(e => e.CustomerId).OnDelete(DeleteBehavior.Cascade);
            customer.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Cascade);
            customer.HasMany(c => c.Addresses).WithOne().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Cascade);
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
        model.Entity<CustomerAddress>(address =>
        {
            address.ToTable("customers_address").HasKey(a => a.Id);
            address.Property(a => a.Id).ValueGeneratedNever();
            address.Ignore(a => a.AuditId).Ignore(a => a.Address);
            address.Property(a => a.Line1).HasMaxLength(200);
            address.Property(a => a.Line2).HasMaxLength(200);
            address.Property(a => a.PostalCode).HasMaxLength(20);
            address.Property(a => a.City).HasMaxLength(100);
            address.Property(a => a.Region).HasMaxLength(100);
            address.Property(a => a.Country).HasMaxLength(2);
            address.HasIndex(a => new { a.CustomerId, a.Kind }).IsUnique();
        });
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("customers_consent").HasKey(c => c.Id);
            consent.Property(c => c.Id).ValueGeneratedNever();
            consent.Ignore(c => c.AuditId);
            consent.Property(c => c.TextVersion).HasMaxLength(Consent.LongestTextVersion);
            consent.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Cascade);
            consent.HasIndex(c => new { c.CustomerId, c.At });
        });
        model.Entity<CustomerNote>(note =>
        {
            note.ToTable("customers_note").HasKey(n => n.Id);
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Ignore(n => n.AuditId);
            note.Property(n => n.Text).HasMaxLength(CustomerNote.LongestText);
            note.HasOne<Customer>().WithMany().HasForeignKey(n => n.CustomerId).OnDelete(DeleteBehavior.Cascade);
            note.HasIndex(n => new { n.CustomerId, n.At });
        });
        model.Entity<CustomerNameKey>(key =>
        {
            key.ToTable("customers_name_key").HasKey(k => new { k.CustomerId, k.Key });
            key.Property(k => k.Key).HasMaxLength(NameKeys.LongestKey);
            key.HasOne<Customer>().WithMany().HasForeignKey(k => k.CustomerId).OnDelete(DeleteBehavior.Cascade);
            key.HasIndex(k => k.Key);
        });
        model.Entity<VerificationLock>(row =>
        {
            row.ToTable("customers_verification_lock").HasKey(l => l.Key);
            row.Property(l => l.Key).HasMaxLength(40);
            row.HasIndex(l => l.LastAt);
        });
    }
}
