using System.ComponentModel.DataAnnotations;

namespace Santral.Identity.Features.Audit;

/// <summary>What a reader of the trail asks for; every part narrows it.</summary>
public sealed record AuditQuestion
{
    /// <summary>`requests`, `customers`: only what this module wrote.</summary>
    [MaxLength(40)] public string? Module { get; init; }

    /// <summary>The kind of record: `Request`, `User`.</summary>
    [MaxLength(60)] public string? Entity { get; init; }

    /// <summary>One record.</summary>
    public Guid? Id { get; init; }

    /// <summary>Who acted.</summary>
    public Guid? User { get; init; }

    /// <summary>`added`, `changed`, `deleted`, or an act of its own name.</summary>
    [MaxLength(60)] public string? Act { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant that is not asked for.</summary>
    public DateTimeOffset? Until { get; init; }

    internal AuditFilter After(Guid? before) => new()
    {
        Entity = Entity,
        EntityId = Id,
        By = User is { } user ? new UserId(user) : null,
        Act = Act,
        From = From?.ToUniversalTime(),
        Until = Until?.ToUniversalTime(),
        Before = before,
    };
}
