using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Stages as forms and lists show them; one that is no longer designed is shown by its code.</summary>
internal static class UnitStageNames
{
    public static StageName NameOf(this UnitStages stages, Request request) => stages.NameOf(request.StageCode, request.StageKind);

    public static StageName NameOf(this UnitStages stages, string code, StageKind kind)
        => stages.Find(code) is { } stage ? NameOf(stage) : new StageName(code, kind, new Names(code, code, code));

    public static StageName NameOf(Stage stage) => new(stage.Code, stage.Kind, stage.Names);
}
