namespace Santral.Kernel;

/// <summary>A person who signs in; an agent is a user with a team.</summary>
public readonly record struct UserId(Guid Value) : IId<UserId>
{
    public static UserId From(Guid value) => new(value);

    public static UserId Parse(string s, IFormatProvider? provider) => Id.Parse<UserId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out UserId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>Who acts: the signed-in user, an API key's user, or the system itself.</summary>
public interface ICurrentUser
{
    /// <summary>Null when the system acts (a job, a reaction, a call).</summary>
    UserId? Id { get; }

    string Name { get; }

    /// <summary>`tr`, `sv` or `en`.</summary>
    string Language { get; }

    bool Has(string permission);
}

/// <summary>The system acting by itself.</summary>
public sealed class SystemUser : ICurrentUser
{
    public UserId? Id => null;

    public string Name => "system";

    public string Language => "en";

    public bool Has(string permission) => true;
}

/// <summary>Reading the current user where one must be there.</summary>
public static class CurrentUserReading
{
    public static UserId IdOrRefuse(this ICurrentUser user)
        => user.Id ?? throw new Refusal("identity.sign_in_needed", RefusalKind.Unauthenticated);
}
