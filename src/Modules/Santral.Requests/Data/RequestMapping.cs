using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>How requests and contacts lie in the tables; each index serves a filter or a sort of the list.</summary>
internal static class RequestMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Request>(request =>
        {
            request.ToTable("requests_request").HasKey(r => r.Id);
            request.Property(r => r.Id).ValueGeneratedNever();
            request.Ignore(r => r.AuditId).Ignore(r => r.IsOver).Ignore(r => r.CanHaveWorkOrder);
            request.Property(r => r.Unit).HasMaxLength(40);
            request.Property(r => r.NumberSeries).HasMaxLength(20);
            request.Property(r => r.Number).HasMaxLength(40).IsRequired();
            request.Property(r => r.Subject).HasMaxLength(Request.LongestSubject);
            request.Property(r => r.Text).HasMaxLength(Request.LongestText);
            request.Property(r => r.Answer).HasMaxLength(Request.LongestText);
            request.Property(r => r.Work).HasMaxLength(Request.LongestText);
            request.Property(r => r.Place).HasMaxLength(RequestSections.LongestPlace);
            request.Property(r => r.Product).HasMaxLength(Request.LongestProduct);
            request.Property(r => r.OpeningKey).HasMaxLength(100);
            request.Property(r => r.OpeningAsked).HasMaxLength(150);

            // Priorities were words before they were definitions; read once, at the first start after that.
            request.Property<string?>("FormerPriority").HasColumnName("Priority").HasMaxLength(40);
            request.HasIndex(r => r.Number).IsUnique();
            request.HasIndex(r => new { r.OpenedBy, r.OpeningKey }).IsUnique();

            // Walked along until a page is full, so the filters that leave most rows out or are counted stand in them too.
            request.HasIndex(r => new { r.OpenedAt, r.Number, r.Unit, r.StageKind, r.Kind, r.MergedIntoId, r.PriorityId, r.TeamId }).HasDatabaseName("IX_requests_request_by_opening");
            request.HasIndex(r => new { r.ChangedAt, r.Number, r.Unit, r.StageKind, r.MergedIntoId }).HasDatabaseName("IX_requests_request_by_change");
            request.HasIndex(r => new { r.NumberOrder, r.Number });

            // Counted from alone.
            request.HasIndex(r => new { r.Unit, r.StageKind, r.MergedIntoId, r.Kind, r.PriorityId }).HasDatabaseName("IX_requests_request_counts");
            request.HasIndex(r => new { r.OwnerId, r.StageKind, r.OpenedAt, r.Unit, r.MergedIntoId }).HasDatabaseName("IX_requests_request_of_owner");
            request.HasIndex(r => new { r.OpenedBy, r.Unit });

            // Only what is rare: SQLite takes any index for "is this stage" or "is not merged", also where that says nothing.
            request.HasIndex(r => r.StageSince).HasFilter("\"StageKind\" = 'Approval'");
            request.HasIndex(r => new { r.CustomerId, r.OpenedAt });
            request.HasIndex(r => new { r.CategoryId, r.OpenedAt });
            request.HasIndex(r => new { r.TeamId, r.StageKind, r.OpenedAt });
            request.HasIndex(r => r.ParentId);
            request.HasIndex(r => r.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");
            request.HasIndex(r => r.ResolvedAt);
            request.HasOne<Request>().WithMany().HasForeignKey(r => r.ParentId).OnDelete(DeleteBehavior.NoAction);
            request.HasOne<Request>().WithMany().HasForeignKey(r => r.MergedIntoId).OnDelete(DeleteBehavior.NoAction);
            request.HasMany(r => r.Tags).WithOne().HasForeignKey(t => t.RequestId).OnDelete(DeleteBehavior.Cascade);
            request.HasMany(r => r.Watchers).WithOne().HasForeignKey(w => w.RequestId).OnDelete(DeleteBehavior.Cascade);
            request.HasOne(r => r.Search).WithOne().HasForeignKey<RequestSearch>(s => s.RequestId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RequestSearch>(search =>
        {
            // The database keeps its index of words from these rows, see the migration WordsOfRequests.
            search.ToTable("requests_search").HasKey(s => s.Sequence);
            search.HasIndex(s => s.RequestId).IsUnique();
            search.Property(s => s.UnitWord).HasMaxLength(50);
            search.Property(s => s.Number).HasMaxLength(40);
        });
        model.MapStages<Request, RequestId>("requests", column: "RequestId");
        model.Entity<Note>(note =>
        {
            note.ToTable("requests_note").HasKey(n => n.Id);
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Text).HasMaxLength(Request.LongestText);
            note.HasOne<Request>().WithMany().HasForeignKey(n => n.RequestId).OnDelete(DeleteBehavior.Cascade);
            note.HasIndex(n => new { n.RequestId, n.At });
        });
        model.Entity<AttachedFile>(file =>
        {
            file.ToTable("requests_file").HasKey(f => f.Id);
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Property(f => f.Name).HasMaxLength(200);
            file.Property(f => f.ContentType).HasMaxLength(150);
            file.HasOne<Request>().WithMany().HasForeignKey(f => f.RequestId).OnDelete(DeleteBehavior.Cascade);
            file.HasIndex(f => new { f.RequestId, f.FileId }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
            file.HasIndex(f => f.FileId);
        });
    }
}
