using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;

namespace Santral.Identity.Data;

/// <summary>The organisation and its units from memory, read anew after each change.</summary>
public sealed class OrganisationInMemory(IServiceScopeFactory scopes) : IOrganisation
{
    private volatile Snapshot _now = new(false, false, "", "tr", "Europe/Istanbul", []);

    public bool IsSetUp => _now.IsSetUp;

    public bool IsDemo => _now.IsDemo;

    public string Name => _now.Name;

    public string Language => _now.Language;

    public string TimeZone => _now.TimeZone;

    public IReadOnlyList<BusinessUnit> Units => _now.Units;

    public BusinessUnit? Find(string code) => _now.Units.FirstOrDefault(u => u.Code == code);

    internal async Task ReadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync();
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync();
        _now = organisation is null
            ? new Snapshot(false, false, "", "tr", "Europe/Istanbul", [])
            : new Snapshot(
                organisation.SetUpAt is not null,
                organisation.IsDemo,
                organisation.Name,
                organisation.Language,
                organisation.TimeZone,
                units.ConvertAll(u => u.AsContract()));
    }

    private sealed record Snapshot(bool IsSetUp, bool IsDemo, string Name, string Language, string TimeZone, IReadOnlyList<BusinessUnit> Units);
}
