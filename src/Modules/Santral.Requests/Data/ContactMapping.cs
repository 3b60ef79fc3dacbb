using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>How contacts and their ties to requests lie in the tables.</summary>
internal static class ContactMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LinkedCall>(link =>
        {
            link.ToTable("requests_call").HasKey(l => new { l.RequestId, l.CallId });
            link.HasOne<Request>().WithMany().HasForeignKey(l => l.RequestId).OnDelete(DeleteBehavior.Cascade);
            link.HasIndex(l => l.CallId);
        });
        model.Entity<Interaction>(contact =>
        {
            contact.ToTable("requests_interaction").HasKey(i => i.Id);
            contact.Property(i => i.Id).ValueGeneratedNever();
            contact.Ignore(i => i.MenuPath);
            contact.Property(i => i.Unit).HasMaxLength(40);
            contact.Property(i => i.CalledNumber).HasMaxLength(40);
            contact.Property(i => i.Text).HasMaxLength(Request.LongestText);
            contact.Property(i => i.AutomaticAnswer).HasMaxLength(Request.LongestText);
            contact.HasIndex(i => i.StartedAt);
            contact.HasIndex(i => new { i.CustomerId, i.StartedAt });
            contact.HasIndex(i => new { i.Unit, i.StartedAt });
            contact.HasIndex(i => i.CategoryId);
        });
    }
}
