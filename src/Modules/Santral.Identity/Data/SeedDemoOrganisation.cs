using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>One organisation with three vocabularies (D1): internet provider, appliance service, municipality.</summary>
internal sealed class SeedDemoOrganisation(IdentityDb db, OrganisationInMemory organisation, TimeProvider clock) : ISeedDemo
{
    public int Order => 0;

    public async Task SeedAsync(CancellationToken stop)
    {
        db.Organisations.Add(Organisation.Found(Id.New<OrganisationId>(clock), "Santral Demo", "tr", "Europe/Istanbul", isDemo: true));
        db.Units.AddRange(
            Unit.Found(
                Id.New<UnitId>(clock), "internet", new Names("İnternet hizmetleri", "Internettjänster", "Internet services"), "ÇB", "tr", "TR", "Europe/Istanbul", 1),
            Unit.Found(
                Id.New<UnitId>(clock), "appliance", new Names("Beyaz eşya servisi", "Vitvaruservice", "Appliance service"), "DK", "tr", "TR", "Europe/Istanbul", 2),
            Unit.Found(
                Id.New<UnitId>(clock), "municipal", new Names("Belediye çevre hizmetleri", "Miljöservice", "Municipal services"), "KF", "sv", "SE", "Europe/Stockholm", 3));
        await db.SaveChangesAsync(stop);
        await organisation.ReadAsync();
    }
}
