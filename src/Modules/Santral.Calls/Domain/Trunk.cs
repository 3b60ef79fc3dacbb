using System.Net;

namespace Santral.Calls.Domain;

/// <summary>A line to the telephone network or to another switchboard.</summary>
public readonly record struct TrunkId(Guid Value) : IId<TrunkId>
{
    public static TrunkId From(Guid value) => new(value);

    public static TrunkId Parse(string s, IFormatProvider? provider) => Id.Parse<TrunkId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out TrunkId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>How the other side knows us.</summary>
public enum TrunkKind
{
    /// <summary>By our address: nothing is registered.</summary>
    Address,

    /// <summary>By a registration that we keep up with user name and password (RFC 3261 §10).</summary>
    Registration,
}

public enum TrunkTransport
{
    Udp,
    Tcp,

    /// <summary>TLS; the other side must prove its name by a certificate.</summary>
    Tls,
}

/// <summary>How the other side wants numbers written.</summary>
public enum TrunkNumberFormat
{
    /// <summary>`+905321112233`.</summary>
    E164,

    /// <summary>`905321112233`.</summary>
    Digits,

    /// <summary>`05321112233` for numbers of the trunk's region, `0046701234567` for others.</summary>
    National,
}

/// <summary>
/// A trunk as an operator set it up: calls come from it and go out over it, in the order of <see cref="Order"/>. How it goes is known to the running telephone alone.
/// </summary>
public sealed class Trunk : Aggregate, IAudited
{
    public const int LongestName = 80;
    public const int LongestHost = 253;
    public const int LongestNetworks = 500;
    public const int LongestPrefix = 10;

    private Trunk()
    {
    }

    public TrunkId Id { get; private set; }

    public string Name { get; private set; } = "";

    public TrunkKind Kind { get; private set; }

    /// <summary>Where calls and registrations are sent.</summary>
    public string Host { get; private set; } = "";

    public int Port { get; private set; }

    public TrunkTransport Transport { get; private set; }

    /// <summary>Host part of our address there and of the numbers called; null: the host.</summary>
    public string? Domain { get; private set; }

    /// <summary>User part of our address there.</summary>
    public string? User { get; private set; }

    /// <summary>Name in proofs where it differs from the user.</summary>
    public string? AuthUser { get; private set; }

    [Unaudited]
    public string? Secret { get; private set; }

    /// <summary>Addresses and networks that its calls come from, besides the addresses of its host; separated by commas.</summary>
    public string? Networks { get; private set; }

    /// <summary>Lower goes first; the next one is tried when a call cannot be placed.</summary>
    public int Order { get; private set; }

    public TrunkNumberFormat Format { get; private set; }

    /// <summary>`TR`, `SE`: how national numbers are read and written.</summary>
    public string Region { get; private set; } = "";

    /// <summary>Digits before each number dialled, as some switchboards want them.</summary>
    public string? Prefix { get; private set; }

    /// <summary>Shown to who is called; null: the number of the unit that calls.</summary>
    public PhoneNumber? CallerNumber { get; private set; }

    public bool CallsOut { get; private set; }

    public bool TakesIn { get; private set; }

    /// <summary>A caller who came over it and is sent on to a number outside is given back to it (REFER), so that the network connects the two.</summary>
    public bool HandsOver { get; private set; }

    /// <summary>Calls out at once.</summary>
    public int MostCalls { get; private set; }

    /// <summary>Between two OPTIONS; zero asks never.</summary>
    public TimeSpan AsksEvery { get; private set; }

    /// <summary>Life of a registration, as asked for.</summary>
    public TimeSpan Registers { get; private set; }

    public bool IsPaused { get; private set; }

    public Guid AuditId => Id.Value;

    public static Trunk SetUp(TrunkId id, TrunkPlan plan)
    {
        var trunk = new Trunk { Id = id };
        trunk.Change(plan);
        return trunk;
    }

    public void Change(TrunkPlan plan)
    {
        plan.CheckOrRefuse();
        (Name, Kind, Host, Port, Transport, Domain) = (plan.Name, plan.Kind, plan.Host, plan.Port, plan.Transport, plan.Domain);
        (User, AuthUser, Secret, Networks) = (plan.User, plan.AuthUser, plan.Secret, plan.Networks);
        (Order, Format, Region, Prefix, CallerNumber) = (plan.Order, plan.Format, plan.Region, plan.Prefix, plan.CallerNumber);
        (CallsOut, TakesIn, MostCalls, AsksEvery, Registers) = (plan.CallsOut, plan.TakesIn, plan.MostCalls, plan.AsksEvery, plan.Registers);
        HandsOver = plan.HandsOver;
    }

    public void Pause() => IsPaused = true;

    public void GoOn() => IsPaused = false;
}

/// <summary>What an operator writes about a trunk.</summary>
public sealed record TrunkPlan(
    string Name,
    TrunkKind Kind,
    string Host,
    int Port,
    TrunkTransport Transport,
    string? Domain,
    string? User,
    string? AuthUser,
    string? Secret,
    string? Networks,
    int Order,
    TrunkNumberFormat Format,
    string Region,
    string? Prefix,
    PhoneNumber? CallerNumber,
    bool CallsOut,
    bool TakesIn,
    int MostCalls,
    TimeSpan AsksEvery,
    TimeSpan Registers,
    bool HandsOver = false)
{
    internal void CheckOrRefuse()
    {
        if (Name.Length is 0 or > Trunk.LongestName)
        {
            throw new Refusal("calls.trunk_name_needed", RefusalKind.Invalid, ("max", Trunk.LongestName));
        }

        if (!IsHost(Host) || (Domain is not null && !IsHost(Domain)) || Port is < 1 or > ushort.MaxValue)
        {
            throw new Refusal("calls.trunk_host_wrong", RefusalKind.Invalid);
        }

        if (Kind == TrunkKind.Registration && (string.IsNullOrEmpty(User) || string.IsNullOrEmpty(Secret)))
        {
            throw new Refusal("calls.trunk_account_needed", RefusalKind.Invalid);
        }

        if (!TrunkNetworks.TryRead(Networks, out _))
        {
            throw new Refusal("calls.trunk_networks_wrong", RefusalKind.Invalid);
        }

        if (Prefix?.Any(c => !char.IsAsciiDigit(c) && c is not ('*' or '#')) == true || Region.Length != 2)
        {
            throw new Refusal("calls.trunk_prefix_wrong", RefusalKind.Invalid);
        }

        if (MostCalls is < 1 or > 10_000 || Order is < 0 or > 999 || AsksEvery < TimeSpan.Zero || AsksEvery > TimeSpan.FromHours(1)
            || Registers < TimeSpan.FromMinutes(1) || Registers > TimeSpan.FromDays(1))
        {
            throw new Refusal("calls.trunk_limit_wrong", RefusalKind.Invalid);
        }
    }

    private static bool IsHost(string host) => host.Length <= Trunk.LongestHost
        && (IPAddress.TryParse(host.Trim('[', ']'), out _) || Uri.CheckHostName(host) == UriHostNameType.Dns);
}
