namespace Santral.Processes.Domain;

/// <summary>Where documents go whose stage a new version no longer has.</summary>
internal static class StageMoves
{
    /// <summary>
    /// For each stage that is gone: what was chosen, or where nothing stands the nearest of its kind, for a document that comes there in this instant.
    /// A stage whose kind changed leads to itself, so that its documents take the new kind.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(
        Process published, Design next, IReadOnlyDictionary<string, int> standing, IReadOnlyDictionary<string, string?>? chosen)
    {
        var moves = new Dictionary<string, string>();
        List<string> due = [];
        var gone = published.Stages.Select(s => s.Code).Concat(standing.Where(s => s.Value > 0).Select(s => s.Key)).Distinct().Where(code => next.Find(code) is null);
        foreach (var code in gone)
        {
            if (chosen?.GetValueOrDefault(code) is { } to)
            {
                moves[code] = Target(next, to);
            }
            else if (standing.GetValueOrDefault(code) > 0)
            {
                due.Add(code);
            }
            else
            {
                moves[code] = Nearest(published.Find(code), next).Code;
            }
        }

        if (due.Count > 0)
        {
            throw new Refusal("processes.moves_due", RefusalKind.Invalid, ("stages", string.Join(", ", due)));
        }

        foreach (var stage in next.Stages.Where(s => published.Find(s.Code) is { } before && before.Kind != s.Kind))
        {
            moves[stage.Code] = stage.Code;
        }

        return moves;
    }

    /// <summary>Nobody is put before checkers by a mapping: an approval is asked for by a person.</summary>
    private static string Target(Design next, string code)
        => next.Find(code) is { Approval: null } to ? to.Code : throw new Refusal("processes.move_target_unknown", RefusalKind.Invalid, ("stage", code));

    private static Stage Nearest(Stage? gone, Design next)
        => next.Stages.FirstOrDefault(s => s.Kind == gone?.Kind && s.Approval is null)
            ?? next.Stages.FirstOrDefault(s => s.Kind == StageKind.InProgress)
            ?? next.Stages.First(s => s.Kind == StageKind.New);
}
