namespace Santral.Mailroom.Domain;

/// <summary>An address that letters come to and go from.</summary>
public readonly record struct MailboxId(Guid Value) : IId<MailboxId>
{
    public static MailboxId From(Guid value) => new(value);

    public static MailboxId Parse(string s, IFormatProvider? provider) => Id.Parse<MailboxId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out MailboxId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
