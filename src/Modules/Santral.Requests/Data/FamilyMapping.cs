using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>How tags, watchers, links and merges lie in the tables.</summary>
internal static class FamilyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RequestTag>(tag =>
        {
            tag.ToTable("requests_tag").HasKey(t => new { t.RequestId, t.Folded });
            tag.Property(t => t.Folded).HasMaxLength(2 * Request.LongestTag);
            tag.Property(t => t.Name).HasMaxLength(Request.LongestTag);
            tag.HasIndex(t => new { t.Folded, t.RequestId });
        });
        model.Entity<RequestWatcher>(watcher =>
        {
            watcher.ToTable("requests_watcher").HasKey(w => new { w.RequestId, w.UserId });
            watcher.HasIndex(w => new { w.UserId, w.RequestId });
        });
        model.Entity<RequestLink>(link =>
        {
            link.ToTable("requests_link").HasKey(l => new { l.FirstId, l.SecondId });
            link.HasOne<Request>().WithMany().HasForeignKey(l => l.FirstId).OnDelete(DeleteBehavior.Cascade);
            link.HasOne<Request>().WithMany().HasForeignKey(l => l.SecondId).OnDelete(DeleteBehavior.Cascade);
            link.HasIndex(l => l.SecondId);
        });
        model.Entity<Merge>(merge =>
        {
            merge.ToTable("requests_merge").HasKey(m => m.Id);
            merge.Property(m => m.Id).ValueGeneratedNever();
            merge.Ignore(m => m.AuditId).Ignore(m => m.Gains).Ignore(m => m.ReversibleUntil);
            merge.HasIndex(m => m.FromId);
            merge.HasIndex(m => m.IntoId);
        });
    }
}
