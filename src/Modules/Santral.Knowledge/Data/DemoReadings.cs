using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>Four weeks of people going through the demo's best known script, and what they searched in vain.</summary>
internal static class DemoReadings
{
    private const int Count = 60;

    private static readonly (string Words, string Unit, int Times)[] InVain =
    [
        ("statik ip ücreti", "internet", 14), ("mesh eşleşmiyor", "internet", 9), ("klima gaz dolumu", "appliance", 4), ("farligt avfall hemma", "municipal", 3),
    ];

    // Ways through the script: answers of each step in turn; the shortest were left.
    private static readonly string?[][] Ways =
    [
        [null, "a1", "a1", null],
        [null, "a2", "a1", null, null],
        [null, "a2"],
        [null, "a1", "a1", null],
        [null, "a2", "a3", null, null],
        [null, "a1", "a1", null],
        [null, "a1", "a2", null],
        [null, "a1", "a1", null],
        [null, "a3", "a1", null],
        [null, "a1", "a1", null],
    ];

    public static void Of(ArticleVersion script, UserId? reader, DateTimeOffset now, KnowledgeDb db)
    {
        for (var i = 0; i < Count; i++)
        {
            var at = now.AddHours(-7 - (i * 11));
            var reading = Reading.Open(Guid.CreateVersion7(at), script, ArticleKind.Script, null, null, reader, at);
            reading.Follow(script.Content.Steps, Answers(script.Content.Steps, Ways[i % Ways.Length]), 90 + (i * 37 % 240), null);
            db.Readings.Add(reading);
        }

        foreach (var (words, unit, times) in InVain)
        {
            db.Searches.AddRange(Enumerable.Range(1, times).Select(i => SearchDone.Make(Guid.CreateVersion7(now), words, 0, unit, null, reader, now.AddHours(-i * 31))));
        }
    }

    private static List<GivenAnswer> Answers(IReadOnlyList<Step> steps, string?[] way)
    {
        var given = new List<GivenAnswer>();
        foreach (var answer in way)
        {
            if (Script.Walk(steps, given).At is not { } at)
            {
                break;
            }

            var step = steps[at];
            given.Add(new GivenAnswer(
                step.Key,
                step.Kind == StepKind.Ask ? answer ?? step.Answers[0].Key : null,
                step.Kind == StepKind.Fill ? "FLX2-26-081477" : null));
        }

        return given;
    }
}
