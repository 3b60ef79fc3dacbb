namespace Santral.Contracts.Customers;

/// <summary>
/// Takes a person's traces out of a module's records; records and counts stay (GDPR art. 17, KVKK art. 7). Asked of every module
/// before the customer himself is emptied, so that a failure can be repeated; safe to be asked twice.
/// </summary>
public interface IForgetPerson
{
    Task ForgetAsync(ForgottenPerson person, CancellationToken stop);
}

/// <summary>What to look for. It lives in memory only: a stored fact that named the person would be a trace itself.</summary>
/// <param name="Phones">Numbers nobody else has.</param>
/// <param name="Texts">Names, addresses and numbers as they may stand in texts, longest first.</param>
/// <param name="Name">What stands in place of the name from now on.</param>
public sealed record ForgottenPerson(CustomerId Id, IReadOnlyList<PhoneNumber> Phones, IReadOnlyList<string> Texts, string Name)
{
    private const string Blank = "•••";

    /// <summary>The text without the person; the same text when he does not stand in it.</summary>
    public string Without(string text)
        => Texts.Aggregate(text, (rest, trace) => rest.Replace(trace, Blank, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A person was erased: whoever shows his name reads it anew.</summary>
[Fact("customers.erased", 1)]
public sealed record CustomerErased(CustomerId CustomerId, DateTimeOffset At) : IFact;
