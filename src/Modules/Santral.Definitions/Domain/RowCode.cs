using System.Text;

namespace Santral.Definitions.Domain;

/// <summary>The stable code of a row or a field: what programs and files name it by, in ASCII.</summary>
public static class RowCode
{
    /// <summary>The typed code, or one made from the name: `Bağlantı kopuyor` gives `baglanti_kopuyor`; a number follows when it is taken.</summary>
    public static string Make(string? typed, Names names, Func<string, bool> isTaken)
    {
        if (Typed.Line(typed) is { } code)
        {
            CheckOrRefuse(code);
            return isTaken(code) ? throw new Refusal("definitions.code_taken", RefusalKind.State, ("code", code)) : code;
        }

        var made = FromName(names);
        for (var next = 2; isTaken(made); next++)
        {
            var ending = "_" + next.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var root = FromName(names);
            made = root[..Math.Min(root.Length, DefinitionRow.LongestCode - ending.Length)] + ending;
        }

        return made;
    }

    public static void CheckOrRefuse(string code)
    {
        if (code.Length > DefinitionRow.LongestCode || !char.IsAsciiLetterOrDigit(code[0]) || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
        {
            throw new Refusal("definitions.code_invalid", RefusalKind.Invalid, ("max", DefinitionRow.LongestCode));
        }
    }

    private static string FromName(Names names)
    {
        var made = new StringBuilder();
        foreach (var sign in Folded.Of(Any(names)))
        {
            if (char.IsAsciiLetterOrDigit(sign))
            {
                made.Append(sign);
            }
            else if (made.Length > 0 && made[^1] != '_')
            {
                made.Append('_');
            }
        }

        var code = made.ToString();
        return code[..Math.Min(code.Length, DefinitionRow.LongestCode)].Trim('_') is { Length: > 0 } text ? text : "row";
    }

    /// <summary>The first name there is, in the order of the page.</summary>
    public static string Any(Names names) => names.Tr.Length > 0 ? names.Tr : names.Sv.Length > 0 ? names.Sv : names.En;
}
