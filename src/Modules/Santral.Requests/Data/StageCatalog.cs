using Santral.Contracts.Identity;
using Santral.Requests.Definitions;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>The published stages of each unit, from memory, for who asks.</summary>
internal sealed class StageCatalog(IKnowProcesses processes, IKnowActors actors, IOrganisation organisation, ICurrentUser user)
{
    public UnitStages Of(string unit) => new(processes.Of(RequestProcesses.Document, unit), actors.Of(user.Id), actors.All);

    /// <summary>Also one that an older version had.</summary>
    public Stage? Find(string unit, string code) => processes.FindStage(RequestProcesses.Document, unit, code);

    public IEnumerable<(string Unit, Stage Stage)> All()
        => organisation.Units.SelectMany(u => processes.Of(RequestProcesses.Document, u.Code).Stages.Select(s => (u.Code, s)));
}
