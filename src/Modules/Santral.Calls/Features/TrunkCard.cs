using System.ComponentModel.DataAnnotations;
using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;

namespace Santral.Calls.Features;

/// <summary>A trunk as its operator sees it; its password is never among it.</summary>
public sealed record TrunkCard(
    TrunkId Id,
    string Name,
    TrunkKind Kind,
    string Host,
    int Port,
    TrunkTransport Transport,
    string? Domain,
    string? User,
    string? AuthUser,
    bool HasPassword,
    string? Networks,
    int Order,
    TrunkNumberFormat Format,
    string Region,
    string? Prefix,
    PhoneNumber? CallerNumber,
    bool CallsOut,
    bool TakesIn,
    int MostCalls,
    int AsksEverySeconds,
    int RegistersMinutes,
    bool HandsOver,
    bool IsPaused,
    TrunkState State,
    int Version)
{
    internal static TrunkCard Of(Trunk trunk, TrunkLine? line) => new(
        trunk.Id, trunk.Name, trunk.Kind, trunk.Host, trunk.Port, trunk.Transport, trunk.Domain, trunk.User, trunk.AuthUser, trunk.Secret is not null,
        trunk.Networks, trunk.Order, trunk.Format, trunk.Region, trunk.Prefix, trunk.CallerNumber, trunk.CallsOut, trunk.TakesIn, trunk.MostCalls,
        (int)trunk.AsksEvery.TotalSeconds, (int)trunk.Registers.TotalMinutes, trunk.HandsOver, trunk.IsPaused,
        line is null ? new TrunkState(trunk.IsPaused ? TrunkStanding.Paused : TrunkStanding.Unknown, 0, "", null, null, 0)
            : new TrunkState(line.Health.Standing, line.Health.Code, line.Health.Reason, line.Health.Since, line.Health.AskedAt, line.Calls),
        trunk.Version);
}

/// <param name="Code">The last SIP status; 0 where nobody answered.</param>
/// <param name="Reason">The other side's words for it.</param>
/// <param name="Since">Since when it stands so; null while it does not run yet.</param>
/// <param name="AskedAt">Of the last answer or silence.</param>
/// <param name="Calls">Out over it just now.</param>
public sealed record TrunkState(TrunkStanding Standing, int Code, string Reason, DateTimeOffset? Since, DateTimeOffset? AskedAt, int Calls);

/// <summary>A trunk as a form sends it.</summary>
/// <param name="Version">0 for a new one.</param>
/// <param name="Password">Null keeps the one that is there.</param>
public sealed record TrunkRequest(
    int Version,
    [property: StringLength(Trunk.LongestName)] string Name,
    TrunkKind Kind,
    [property: StringLength(Trunk.LongestHost)] string Host,
    int Port,
    TrunkTransport Transport,
    [property: StringLength(Trunk.LongestHost)] string? Domain,
    [property: StringLength(Trunk.LongestName)] string? User,
    [property: StringLength(Trunk.LongestName)] string? AuthUser,
    [property: StringLength(200)] string? Password,
    [property: StringLength(Trunk.LongestNetworks)] string? Networks,
    int Order,
    TrunkNumberFormat Format,
    [property: StringLength(2)] string Region,
    [property: StringLength(Trunk.LongestPrefix)] string? Prefix,
    [property: StringLength(40)] string? CallerNumber,
    bool CallsOut,
    bool TakesIn,
    int MostCalls,
    int AsksEverySeconds,
    int RegistersMinutes,
    bool HandsOver = false)
{
    internal TrunkPlan PlanOrRefuse(Trunk? kept, TrunkSecrets secrets)
    {
        PhoneNumber? shown = null;
        if (Typed.Line(CallerNumber) is { } text)
        {
            shown = PhoneNumber.TryRead(text, Region, out var number) ? number : throw new Refusal("calls.caller_number_wrong", RefusalKind.Invalid);
        }

        var host = Typed.Line(Host) ?? "";

        // A kept password is for the host it was given for: a form with another one must not carry it there.
        var secret = Password is { Length: > 0 } password ? secrets.Protect(password)
            : kept?.Secret is not null && host.Equals(kept.Host, StringComparison.OrdinalIgnoreCase) ? kept.Secret
            : null;
        return new TrunkPlan(
            Typed.Line(Name) ?? "", Kind, host, Port, Transport, Typed.Line(Domain), Typed.Line(User), Typed.Line(AuthUser), secret, Typed.Line(Networks), Order, Format,
            Region, Typed.Line(Prefix), shown, CallsOut, TakesIn, MostCalls, TimeSpan.FromSeconds(AsksEverySeconds), TimeSpan.FromMinutes(RegistersMinutes), HandsOver);
    }
}
