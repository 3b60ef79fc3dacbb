namespace Santral.Requests.Domain;

/// <summary>The stages of a unit as one person meets them: the plan, and who acts among whom (D3).</summary>
public sealed class UnitStages(Process process, Actor actor, IReadOnlyCollection<Actor> people)
{
    public Process Process { get; } = process;

    public IReadOnlyCollection<Actor> People { get; } = people;

    public IReadOnlyList<Stage> All => Process.Stages;

    public Stage First(StageKind kind) => Process.First(kind);

    public Stage? Find(string code) => Process.Find(code);

    /// <summary>Where a request begins that came in on this channel (H-08).</summary>
    public Stage StartOf(Channel? channel) => Process.Start(channel is { } known ? JsonNamingPolicyOf(known) : null);

    /// <summary>The stages the person may take a request to from where it is. What is only heard is done (D6).</summary>
    public IReadOnlyList<Stage> NextOf(Request request)
        => request.Kind == RequestKind.Comment
            ? []
            : [.. Process.Offers(request.State, actor, People).Where(o => o.Outcome is null).Select(o => Process.Find(o.To!)!)];

    public bool MayEdit(Request request) => Process.MayEdit(request.State, actor);

    /// <summary>The actor behind an id: the person himself, one of the people, or the system.</summary>
    public Actor As(UserId? by)
        => by is null ? Actor.System : actor.Id == by ? actor : People.FirstOrDefault(p => p.Id == by) ?? actor with { Id = by };

    private static string JsonNamingPolicyOf(Channel channel) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(channel.ToString());
}
