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

/// <summary>A request is followed in another one from now on; it keeps its number and what was written on it.</summary>
[Fact("requests.merged", 1)]
public sealed record RequestMerged(RequestId RequestId, string Number, RequestId Into, string IntoNumber, UserId? By, DateTimeOffset At) : IFact;

/// <summary>The merge was taken back: both stand by themselves again.</summary>
[Fact("requests.unmerged", 1)]
public sealed record RequestUnmerged(RequestId RequestId, string Number, RequestId From, UserId? By, DateTimeOffset At) : IFact;
