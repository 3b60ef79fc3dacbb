namespace Santral.Identity.Domain;

/// <summary>Short texts people type: trimmed, not empty, not endless, without control characters.</summary>
internal static class Texts
{
    public static string ReadOrRefuse(string? text, int max, string code)
    {
        var trimmed = (text ?? "").Trim();
        return trimmed.Length is > 0 && trimmed.Length <= max && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new Refusal(code, RefusalKind.Invalid, ("max", max));
    }

    public static Names ReadOrRefuse(Names names, int max, string code)
        => new(ReadOrRefuse(names.Tr, max, code), ReadOrRefuse(names.Sv, max, code), ReadOrRefuse(names.En, max, code));
}
