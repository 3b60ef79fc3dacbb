using Microsoft.EntityFrameworkCore;
using Santral.Calls.Domain;

namespace Santral.Calls.Data;

/// <summary>How trunks, the outbound policy and the ledger of called numbers lie in the tables.</summary>
internal static class OutsideMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Trunk>(trunk =>
        {
            trunk.ToTable("calls_trunk").HasKey(t => t.Id);
            trunk.Property(t => t.Id).ValueGeneratedNever();
            trunk.Property(t => t.Name).HasMaxLength(Trunk.LongestName);
            trunk.Property(t => t.Host).HasMaxLength(Trunk.LongestHost);
            trunk.Property(t => t.Domain).HasMaxLength(Trunk.LongestHost);
            trunk.Property(t => t.User).HasMaxLength(Trunk.LongestName);
            trunk.Property(t => t.AuthUser).HasMaxLength(Trunk.LongestName);
            trunk.Property(t => t.Secret).HasMaxLength(1_000);
            trunk.Property(t => t.Networks).HasMaxLength(Trunk.LongestNetworks);
            trunk.Property(t => t.Region).HasMaxLength(2);
            trunk.Property(t => t.Prefix).HasMaxLength(Trunk.LongestPrefix);
        });

        model.Entity<OutboundRule>(rule =>
        {
            rule.ToTable("calls_outbound_rule").HasKey(r => r.Id);
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Property(r => r.Role).HasMaxLength(CallLimits.Code);
            rule.Property(r => r.Allowed).HasMaxLength(OutboundRule.LongestPrefixes);
            rule.Property(r => r.Barred).HasMaxLength(OutboundRule.LongestPrefixes);
            rule.HasIndex(r => r.Role).IsUnique();
        });

        model.Entity<DialledNumber>(dialled =>
        {
            dialled.ToTable("calls_dialled").HasKey(d => d.Id);
            dialled.Property(d => d.Id).ValueGeneratedNever();
            dialled.Property(d => d.Unit).HasMaxLength(CallLimits.Code);
            dialled.Property(d => d.Trunk).HasMaxLength(Trunk.LongestName);
            dialled.HasIndex(d => new { d.By, d.At });
            dialled.HasIndex(d => d.At).IsDescending();
        });
    }
}
