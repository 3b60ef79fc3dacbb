using System.Text.RegularExpressions;
using Santral.Contracts.Identity;

namespace Santral.Identity.Domain;

/// <summary>A business unit with its own words, numbers and language (D1). Its code never changes: other modules store it.</summary>
public sealed partial class Unit : Aggregate, IAudited
{
    private Unit()
    {
    }

    public UnitId Id { get; private set; }

    public string Code { get; private set; } = "";

    public string NameTr { get; private set; } = "";

    public string NameSv { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string RequestSeries { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Region { get; private set; } = "";

    public string TimeZone { get; private set; } = "";

    /// <summary>Place in lists.</summary>
    public int Order { get; private set; }

    public Guid AuditId => Id.Value;

    public Names Names => new(NameTr, NameSv, NameEn);

    public static Unit Found(UnitId id, string code, Names names, string series, string language, string region, string timeZone, int order)
    {
        var unit = new Unit { Id = id, Order = order };
        unit.Code = AllowedCode().IsMatch(code) ? code : throw new Refusal("identity.unit_code_invalid", RefusalKind.Invalid);
        unit.Describe(names, series, language, region, timeZone);
        return unit;
    }

    public void Describe(Names names, string series, string language, string region, string timeZone)
    {
        var read = Texts.ReadOrRefuse(names, 120, "identity.name_needed");
        (NameTr, NameSv, NameEn) = (read.Tr, read.Sv, read.En);
        RequestSeries = AllowedSeries().IsMatch(series) ? series : throw new Refusal("identity.series_invalid", RefusalKind.Invalid);
        Language = Languages.ReadOrRefuse(language);
        Region = AllowedRegion().IsMatch(region) ? region : throw new Refusal("identity.region_invalid", RefusalKind.Invalid);
        TimeZone = TimeZones.ReadOrRefuse(timeZone);
    }

    public BusinessUnit AsContract() => new(Code, Names, RequestSeries, Language, Region, TimeZone);

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedCode();

    [GeneratedRegex(@"\A[\p{Lu}][\p{Lu}0-9]{0,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedSeries();

    [GeneratedRegex(@"\A[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedRegion();
}
