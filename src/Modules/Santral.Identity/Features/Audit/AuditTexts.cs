namespace Santral.Identity.Features.Audit;

/// <summary>
/// The reader's words for kinds of records, acts, fields and values. Each module has its own: `requests.audit.kind.Request`,
/// `requests.audit.act.exported`, `requests.audit.field.subject`, `requests.audit.value.Request.kind.action`; what many share stands once, under
/// `identity.act` and `identity.field`.
/// </summary>
internal sealed class AuditTexts(ITexts texts, ICurrentUser user)
{
    public string Language => user.Language;

    public string Module(string module) => texts.Get(Language, $"identity.module.{module}");

    public string Kind(string module, string kind) => Get(kind, $"{module}.audit.kind.{kind}");

    public string Act(string module, string act) => Get(act, $"{module}.audit.act.{act}", $"identity.act.{act}");

    public string Field(string module, string kind, string field)
        => Get(field, $"{module}.audit.field.{kind}.{field}", $"{module}.audit.field.{field}", $"identity.field.{field}");

    /// <summary>Null for a value that is no word of ours.</summary>
    public string? Value(string module, string kind, string field, string value)
        => Find($"{module}.audit.value.{kind}.{field}.{value}", $"{module}.audit.value.{field}.{value}", $"identity.value.{field}.{value}");

    public string Permission(string code) => Get(code, $"identity.permission.{code}", $"permission.{code}");

    public string Common(string key) => texts.Get(Language, key);

    private string Get(string code, params ReadOnlySpan<string> keys) => Find(keys) ?? code;

    private string? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (texts.Has(Language, key))
            {
                return texts.Get(Language, key);
            }
        }

        return null;
    }
}
