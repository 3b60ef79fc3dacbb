using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

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
        => Texts.Aggregate(Phones.Aggregate(text, WithoutNumber), (rest, trace) => rest.Replace(trace, Blank, StringComparison.OrdinalIgnoreCase));

    /// <summary>The changes of an audit row without the person: JSON hides letters behind escapes, so it is read value by value.</summary>
    public string WithoutInTrail(string changes)
    {
        var read = JsonNode.Parse(changes);
        return Cleaned(read)?.ToJsonString(SantralJson.Options) ?? changes;
    }

    /// <summary>People write numbers with gaps, brackets and dashes, with the country or with a zero.</summary>
    private static string WithoutNumber(string text, PhoneNumber number)
    {
        const string gap = @"[\s().\-/\u00a0]*";
        var (country, home) = (number.Value[1..3], number.Value[3..]);
        var pattern = $@"(?:(?:\+|00)?{country}{gap}|0{gap})?{string.Join(gap, home.ToCharArray())}";
        return Regex.Replace(text, pattern, Blank, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    private JsonNode? Cleaned(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, Cleaned(v.Value)))),
        JsonArray values => new JsonArray([.. values.Select(Cleaned)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(Without(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };
}

/// <summary>A person was erased: whoever shows his name reads it anew.</summary>
[Fact("customers.erased", 1)]
public sealed record CustomerErased(CustomerId CustomerId, DateTimeOffset At) : IFact;
