namespace Santral.Identity.Domain;

/// <summary>The languages of the product.</summary>
internal static class Languages
{
    /// <summary>For shape attributes of requests.</summary>
    public const string Pattern = "^(tr|sv|en)$";

    public static string ReadOrRefuse(string language)
        => language is "tr" or "sv" or "en" ? language : throw new Refusal("identity.language_unknown", RefusalKind.Invalid, ("language", language));
}
