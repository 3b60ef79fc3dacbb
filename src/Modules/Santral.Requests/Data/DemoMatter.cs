using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>One request of the demo, as its story is told.</summary>
/// <param name="Phone">Whose matter: the customer's number; null when nobody said who he is.</param>
/// <param name="Path">The stages it went through, after the first.</param>
/// <param name="Priority">Code of the priority.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="Owner">Sign-in name of who has it in hand.</param>
internal sealed record DemoMatter(
    string? Phone,
    Channel Channel,
    RequestKind? Kind,
    string Subject,
    string Text,
    string? Owner = null,
    string[]? Path = null,
    string Priority = "normal",
    string[]? Notes = null,
    string? Reason = null,
    string? Category = null,
    string? Place = null);
