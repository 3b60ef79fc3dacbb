using Santral.Contracts.Customers;

namespace Santral.Calls.Live.Demo;

/// <summary>The people of the demo's data that a visitor can call as; their names come from the customers themselves.</summary>
internal sealed class DemoCallers(IIdentifyCaller customers, ITexts texts)
{
    private static readonly (string? Number, DemoCallerKind Kind, string Text)[] People =
    [
        ("+905321112233", DemoCallerKind.Individual, "known"),
        ("+902123334455", DemoCallerKind.Corporate, "corporate"),
        ("+905320000001", DemoCallerKind.Individual, "shared"),
        ("+905559990011", DemoCallerKind.New, "new"),
        (null, DemoCallerKind.Withheld, "withheld"),
    ];

    public async Task<IReadOnlyList<DemoCaller>> AllAsync(string language, CancellationToken stop)
    {
        var callers = new List<DemoCaller>();
        foreach (var (text, kind, key) in People)
        {
            PhoneNumber? number = text is null ? null : PhoneNumber.Parse(text, null);
            var identity = await customers.IdentifyAsync(number, stop);
            var known = identity.Customer is { } customer ? [customer] : identity.Candidates;
            var name = known.Count == 0
                ? texts.Get(language, $"demo-phone.caller.{key}")
                : string.Join(" / ", known.Select(c => c.Name).Distinct());
            callers.Add(new DemoCaller(number, name, kind, texts.Get(language, $"demo-phone.hint.{key}")));
        }

        return callers;
    }
}
