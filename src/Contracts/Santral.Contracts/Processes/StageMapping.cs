using Microsoft.EntityFrameworkCore;

namespace Santral.Contracts.Processes;

/// <summary>How stages, moves and votes lie in the tables of every module: `(module)_stage_move`, `(module)_stage_vote`.</summary>
public static class StageMapping
{
    /// <param name="prefix">`requests`; for a module with several kinds of documents `supply_demand`.</param>
    /// <param name="column">Column that names the document.</param>
    public static void MapStages<TDocument, TId>(this ModelBuilder model, string prefix, string column = "DocumentId")
        where TDocument : StagedDocument<TId>
        where TId : struct, IId<TId>
    {
        model.Entity<TDocument>(document =>
        {
            document.Ignore(d => d.State);
            document.Property(d => d.StageCode).HasMaxLength(40);
            document.HasMany(d => d.Moves).WithOne().HasForeignKey(m => m.DocumentId).OnDelete(DeleteBehavior.Cascade);
            document.HasMany(d => d.Votes).WithOne().HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Cascade);
            document.Navigation(d => d.Moves).UsePropertyAccessMode(PropertyAccessMode.Field);
            document.Navigation(d => d.Votes).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<StageMove<TId>>(move =>
        {
            move.ToTable($"{prefix}_stage_move").HasKey(m => m.Id);
            move.Property(m => m.Id).ValueGeneratedNever();
            move.Property(m => m.DocumentId).HasColumnName(column);
            move.Property(m => m.From).HasMaxLength(40);
            move.Property(m => m.To).HasMaxLength(40);
            move.Property(m => m.Comment).HasMaxLength(Process.LongestComment);
            move.Property(m => m.Part).HasMaxLength(Process.LongestComment);
            move.HasIndex(m => m.At);
        });
        model.Entity<StageVote<TId>>(vote =>
        {
            vote.ToTable($"{prefix}_stage_vote").HasKey(v => v.Id);
            vote.Property(v => v.Id).ValueGeneratedNever();
            vote.Property(v => v.DocumentId).HasColumnName(column);
            vote.Property(v => v.Comment).HasMaxLength(Process.LongestComment);
            vote.Property(v => v.Part).HasMaxLength(Process.LongestComment);
            vote.HasIndex(v => new { v.DocumentId, v.Round });
        });
    }
}
