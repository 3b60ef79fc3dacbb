using System.Text.Json;

namespace Santral.Processes.Domain;

/// <summary>The drawing of a process: what a draft and a version keep.</summary>
public sealed record Design(IReadOnlyList<Stage> Stages, IReadOnlyList<Transition> Transitions)
{
    public static Design Of(Process process) => new(process.Stages, process.Transitions);

    public static Design Read(string json) => JsonSerializer.Deserialize<Design>(json, SantralJson.Options)!;

    public string Write() => JsonSerializer.Serialize(this, SantralJson.Options);

    public Process As(DocumentKind kind, string unit, int version) => new(kind.Code, unit, version, kind.WritePermission, Stages, Transitions);

    public Stage? Find(string code) => Stages.FirstOrDefault(s => s.Code == code);

    /// <summary>Where a stage leads: by hand and by decision.</summary>
    public IEnumerable<string> NextOf(Stage stage)
        => Transitions.Where(t => t.From == stage.Code).Select(t => t.To)
            .Concat(stage.Approval?.Outcomes.Select(o => o.To).OfType<string>() ?? []);

    /// <summary>A name missing in one language is said in another, so that nobody meets an empty label.</summary>
    public Design WithNamesEverywhere()
        => this with
        {
            Stages = [.. Stages.Select(s => s with { Names = Filled(s.Names) })],
            Transitions = [.. Transitions.Select(t => t with { Names = t.Names is null ? null : Filled(t.Names) })],
        };

    private static Names Filled(Names names)
    {
        var any = new[] { names.Tr, names.En, names.Sv }.FirstOrDefault(n => n.Length > 0) ?? "";
        return new Names(Or(names.Tr), Or(names.Sv), Or(names.En));

        string Or(string name) => name.Length > 0 ? name : any;
    }
}
