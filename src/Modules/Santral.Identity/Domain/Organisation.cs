namespace Santral.Identity.Domain;

/// <summary>Whose installation this is. It exists from the first answer on, and counts as set up only when everything is in place.</summary>
public sealed class Organisation : Aggregate, IAudited
{
    private Organisation()
    {
    }

    public OrganisationId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string TimeZone { get; private set; } = "";

    public bool IsDemo { get; private set; }

    /// <summary>Null while the demo is being loaded; what a crash leaves behind is cleared by the next try.</summary>
    public DateTimeOffset? SetUpAt { get; private set; }

    public Guid AuditId => Id.Value;

    public static Organisation Found(OrganisationId id, string name, string language, string timeZone, bool isDemo)
    {
        var organisation = new Organisation { Id = id, IsDemo = isDemo };
        organisation.Describe(name, language, timeZone);
        return organisation;
    }

    public void Describe(string name, string language, string timeZone)
    {
        Name = Texts.ReadOrRefuse(name, 120, "identity.name_needed");
        Language = Languages.ReadOrRefuse(language);
        TimeZone = TimeZones.ReadOrRefuse(timeZone);
    }

    public void FinishSetUp(DateTimeOffset now) => SetUpAt ??= now;
}
