using System.Globalization;
using System.Text;

namespace Santral.Definitions.Domain;

/// <summary>
/// A name as it is compared with its siblings' (D7): letter case does not make it another name, dots on the Turkish i do:
/// ISI and ısı are one word, isi is another. Swedish and English names know only the dotted i.
/// </summary>
public static class SiblingName
{
    public static string Turkish(string name) => Compared(name, 'ı', 'i');

    public static string Other(string name) => Compared(name, 'i', 'i');

    private static string Compared(string name, char plainI, char dottedI)
    {
        var compared = new StringBuilder(name.Length);
        foreach (var sign in string.Join(' ', name.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            compared.Append(sign switch
            {
                'I' => plainI,
                'İ' => dottedI,
                _ => CultureInfo.InvariantCulture.TextInfo.ToLower(sign),
            });
        }

        return compared.ToString();
    }
}

/// <summary>Three names as they are compared; empty ones equal nothing.</summary>
public sealed record ComparedNames(string Tr, string Sv, string En)
{
    public static ComparedNames Of(Names names) => new(SiblingName.Turkish(names.Tr), SiblingName.Other(names.Sv), SiblingName.Other(names.En));

    public bool SharesOneWith(ComparedNames other) => Same(Tr, other.Tr) || Same(Sv, other.Sv) || Same(En, other.En);

    internal static bool Same(string one, string other) => one.Length > 0 && one == other;
}
