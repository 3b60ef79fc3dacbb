using Santral.Calls.Domain;

namespace Santral.Calls.Live.Outside;

/// <summary>What is known of the other side.</summary>
public enum TrunkStanding
{
    Paused,

    /// <summary>Nothing has been heard yet; calls are tried.</summary>
    Unknown,
    Up,

    /// <summary>The registration was refused, or nobody answered it.</summary>
    NotRegistered,

    /// <summary>OPTIONS were not answered, or with 408 or 503, several times in a row.</summary>
    Down,
}

/// <summary>
/// How a trunk goes: down after three bad answers in a row, up again after two good ones, so that one lost datagram moves no calls. Any answer but 408 and 503 is
/// good: who refuses OPTIONS is there.
/// </summary>
internal sealed record TrunkHealth
{
    public const int DownAfter = 3;
    public const int UpAfter = 2;

    public TrunkStanding Standing { get; init; } = TrunkStanding.Unknown;

    /// <summary>The last SIP status, of an OPTIONS or a REGISTER; 0 where none came.</summary>
    public int Code { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Since when it stands so.</summary>
    public DateTimeOffset Since { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public bool IsRegistered { get; init; }

    public int BadInARow { get; init; }

    public int GoodInARow { get; init; }

    /// <summary>Whether calls may go out over it.</summary>
    public bool TakesCalls => Standing is TrunkStanding.Up or TrunkStanding.Unknown;

    public static bool IsGood(int code) => code is not (0 or 408 or 503);

    public TrunkHealth Asked(TrunkKind kind, int code, DateTimeOffset now)
    {
        var next = IsGood(code)
            ? this with { Code = code, Reason = "", AskedAt = now, BadInARow = 0, GoodInARow = GoodInARow + 1 }
            : this with { Code = code, Reason = "", AskedAt = now, BadInARow = BadInARow + 1, GoodInARow = 0 };
        return next.Stand(kind, now);
    }

    public TrunkHealth Registered(TrunkKind kind, bool isRegistered, int code, string reason, DateTimeOffset now)
        => (this with { IsRegistered = isRegistered, Code = code, Reason = reason, AskedAt = now }).Stand(kind, now, isRegistration: true);

    private TrunkHealth Stand(TrunkKind kind, DateTimeOffset now, bool isRegistration = false)
    {
        var standing = kind == TrunkKind.Registration && !IsRegistered ? (isRegistration ? TrunkStanding.NotRegistered : Standing)
            : BadInARow >= DownAfter ? TrunkStanding.Down
            : Standing == TrunkStanding.Down && GoodInARow < UpAfter ? TrunkStanding.Down
            : GoodInARow > 0 || IsRegistered ? TrunkStanding.Up
            : Standing;
        return standing == Standing ? this with { } : this with { Standing = standing, Since = now };
    }
}
