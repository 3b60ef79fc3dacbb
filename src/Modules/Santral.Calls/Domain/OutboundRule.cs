namespace Santral.Calls.Domain;

/// <summary>
/// What people of a role may call, against toll fraud. Everything that no rule opens is closed: abroad and premium numbers, and bringing two lines outside together.
/// Who has several roles may what any of them may.
/// </summary>
public sealed class OutboundRule : Aggregate, IAudited
{
    public const int LongestPrefixes = 400;
    public const int MostPerHour = 1_000;

    /// <summary>Stands for everybody whose roles have no rule.</summary>
    public const string Everybody = "";

    private OutboundRule()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Code of the role.</summary>
    public string Role { get; private set; } = Everybody;

    /// <summary>Numbers of the regions that the organisation's units are in.</summary>
    public bool National { get; private set; }

    public bool International { get; private set; }

    public bool Premium { get; private set; }

    /// <summary>Beginnings of numbers in E.164 that are open besides: `+46,+4930`.</summary>
    public string Allowed { get; private set; } = "";

    /// <summary>Beginnings that are closed whatever else is open.</summary>
    public string Barred { get; private set; } = "";

    /// <summary>Calls one person may begin in an hour.</summary>
    public int PerHour { get; private set; }

    /// <summary>May send a caller on to a number outside.</summary>
    public bool Transfers { get; private set; }

    public Guid AuditId => Id;

    public static OutboundRule For(Guid id, string role, OutboundPlan plan)
    {
        var rule = new OutboundRule { Id = id, Role = role };
        rule.Change(plan);
        return rule;
    }

    /// <summary>Where nobody wrote a rule: calls at home, a few an hour, nothing else.</summary>
    public static OutboundRule Default { get; } = For(Guid.Empty, Everybody, new OutboundPlan(true, false, false, "", "", 30, false));

    public void Change(OutboundPlan plan)
    {
        if (plan.PerHour is < 0 or > MostPerHour)
        {
            throw new Refusal("calls.outbound_limit_wrong", RefusalKind.Invalid, ("max", MostPerHour));
        }

        (National, International, Premium, PerHour, Transfers) = (plan.National, plan.International, plan.Premium, plan.PerHour, plan.Transfers);
        (Allowed, Barred) = (PrefixesOrRefuse(plan.Allowed), PrefixesOrRefuse(plan.Barred));
    }

    /// <summary>Null when it may be called; otherwise the code of the refusal.</summary>
    public string? Refuses(PhoneNumber number, NumberKind kind)
    {
        if (Begins(number, Barred))
        {
            return "calls.outbound_barred";
        }

        if (Begins(number, Allowed))
        {
            return null;
        }

        return kind switch
        {
            NumberKind.Premium => Premium ? null : "calls.outbound_premium",
            NumberKind.International => International ? null : "calls.outbound_international",
            _ => National ? null : "calls.outbound_closed",
        };
    }

    private static bool Begins(PhoneNumber number, string prefixes)
        => prefixes.Split(',', StringSplitOptions.RemoveEmptyEntries).Any(p => number.Value.StartsWith(p, StringComparison.Ordinal));

    private static string PrefixesOrRefuse(string text)
    {
        var parts = text.Split([',', ';', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(p => p is not ['+', >= '1' and <= '9', ..] || p.Length > PhoneNumber.MaxDigits + 1 || p[1..].Any(c => !char.IsAsciiDigit(c)))
            || text.Length > LongestPrefixes)
        {
            throw new Refusal("calls.outbound_prefix_wrong", RefusalKind.Invalid);
        }

        return string.Join(',', parts.Distinct());
    }
}

/// <summary>What an operator writes about one role.</summary>
public sealed record OutboundPlan(bool National, bool International, bool Premium, string Allowed, string Barred, int PerHour, bool Transfers);
