using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Contracts.Requests;

/// <summary>A customer's matter with a number.</summary>
public readonly record struct RequestId(Guid Value) : IId<RequestId>
{
    public static RequestId From(Guid value) => new(value);

    public static RequestId Parse(string s, IFormatProvider? provider) => Id.Parse<RequestId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out RequestId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>A numbered request exists from now on, possibly still empty (M-04).</summary>
[Fact("requests.opened", 1)]
public sealed record RequestOpened(RequestId RequestId, string Number, string Unit, CallId? CallId, CustomerId? CustomerId, UserId? By, DateTimeOffset At) : IFact;
