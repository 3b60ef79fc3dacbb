namespace Santral.Kernel;

/// <summary>The national numbering plans the product knows: how a number is written at home, and how long it may be (ITU-T E.164, national plans).</summary>
internal static class Numbering
{
    private sealed record Plan(string Region, string CountryCode, string Trunk, int MinNational, int MaxNational);

    private static readonly Plan[] Plans =
    [
        new("TR", "90", "0", 10, 10),
        new("SE", "46", "0", 7, 9),
        new("GB", "44", "0", 9, 10),
        new("DE", "49", "0", 6, 13),
        new("US", "1", "1", 10, 10),
    ];

    /// <summary>National digits to international ones without the plus; null when the region cannot explain them (short codes).</summary>
    public static string? ToInternational(string digits, string region)
    {
        var plan = Plans.FirstOrDefault(p => p.Region == region);
        if (plan is null)
        {
            return null;
        }

        // A trunk that sends the country code without a plus: 905321112233.
        if (digits.StartsWith(plan.CountryCode, StringComparison.Ordinal) && Fits(plan, digits.Length - plan.CountryCode.Length)
            && !Fits(plan, digits.Length))
        {
            return digits;
        }

        if (digits.StartsWith(plan.Trunk, StringComparison.Ordinal) && Fits(plan, digits.Length - plan.Trunk.Length))
        {
            return plan.CountryCode + digits[plan.Trunk.Length..];
        }

        // Turkish and American subscribers also write the bare ten digits; elsewhere that is a short code or local form.
        // No subscriber's number begins with the trunk prefix: 0701740605 is Swedish, not Turkish.
        return plan.MinNational == plan.MaxNational && Fits(plan, digits.Length) && !digits.StartsWith(plan.Trunk, StringComparison.Ordinal) ? plan.CountryCode + digits : null;
    }

    /// <summary>International digits to those dialled at home, trunk prefix included; null for a number of another region.</summary>
    public static string? ToNational(string international, string region)
        => Plans.FirstOrDefault(p => p.Region == region) is { } plan && international.StartsWith(plan.CountryCode, StringComparison.Ordinal)
            && Fits(plan, international.Length - plan.CountryCode.Length)
            ? plan.Trunk + international[plan.CountryCode.Length..]
            : null;

    public static bool LengthFits(string international)
    {
        var plan = Plans.FirstOrDefault(p => international.StartsWith(p.CountryCode, StringComparison.Ordinal));
        return plan is null || Fits(plan, international.Length - plan.CountryCode.Length);
    }

    private static bool Fits(Plan plan, int length) => length >= plan.MinNational && length <= plan.MaxNational;
}
