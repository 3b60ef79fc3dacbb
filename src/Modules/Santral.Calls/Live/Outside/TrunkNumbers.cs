using Santral.Calls.Domain;

namespace Santral.Calls.Live.Outside;

/// <summary>How numbers are written towards a trunk.</summary>
internal static class TrunkNumbers
{
    /// <summary>A number as the trunk wants it dialled: its prefix, then its format.</summary>
    public static string Dialled(Trunk trunk, PhoneNumber number) => trunk.Prefix + Written(trunk, number);

    /// <summary>A number as the trunk wants to see who calls.</summary>
    public static string Written(Trunk trunk, PhoneNumber number) => trunk.Format switch
    {
        TrunkNumberFormat.Digits => number.Value.TrimStart('+'),
        TrunkNumberFormat.National => number.ToNational(trunk.Region) ?? "00" + number.Value.TrimStart('+'),
        _ => number.Value,
    };
}
