namespace Santral.Calls.Domain;

/// <summary>What a call to a number may cost, as far as the numbering plans say.</summary>
public enum NumberKind
{
    National,
    International,

    /// <summary>Premium rate and shared cost, satellites and international networks: where toll fraud earns its money.</summary>
    Premium,
}

/// <summary>Sorts numbers by what they cost, from the numbering plans of the regions the product knows (ITU-T E.164 and its annexes, national plans).</summary>
internal static class NumberKinds
{
    /// <summary>Prefixes in E.164 without the plus.</summary>
    private static readonly string[] Premium =
    [
        // Worldwide: premium rate, shared cost, satellites, international networks.
        "979", "808", "870", "878", "881", "882", "883", "888",

        // TR: 900 premium, 898 content services; SE: 900, 939, 944 premium, 99 mass calls; GB: 9 and 70 and 84/87; DE: 900, 137, 180, 190; US: 900.
        "90900", "90898", "46900", "46939", "46944", "4699", "449", "4470", "4484", "4487", "49900", "49137", "49180", "49190", "1900",
    ];

    /// <summary>Countries that share +1 with the United States but not the price: a classic trap.</summary>
    private static readonly HashSet<string> AbroadInNorthAmerica =
    [
        "242", "246", "264", "268", "284", "345", "441", "473", "649", "658", "664", "721", "758", "767", "784", "809", "829", "849", "868", "869", "876",
    ];

    /// <param name="number">Where the call goes.</param>
    /// <param name="regions">`TR`, `SE`: where the organisation is at home.</param>
    public static NumberKind Of(PhoneNumber number, IEnumerable<string> regions)
    {
        var digits = number.Value.TrimStart('+');
        if (Premium.Any(p => digits.StartsWith(p, StringComparison.Ordinal)))
        {
            return NumberKind.Premium;
        }

        var isAbroad = digits is ['1', _, _, _, ..] && AbroadInNorthAmerica.Contains(digits[1..4]);
        return !isAbroad && regions.Any(number.IsIn) ? NumberKind.National : NumberKind.International;
    }
}
