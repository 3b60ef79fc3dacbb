using System.Text.RegularExpressions;

namespace Santral.Identity.Domain;

/// <summary>A named set of permissions. The administrator's role holds every permission there is, also those of later modules, and stays as it is.</summary>
public sealed partial class Role : Aggregate, IAudited
{
    public const string Admin = "admin";

    private Role()
    {
    }

    public RoleId Id { get; private set; }

    public string Code { get; private set; } = "";

    public string NameTr { get; private set; } = "";

    public string NameSv { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public CodeSet Permissions { get; private set; } = CodeSet.None;

    public int Order { get; private set; }

    public Guid AuditId => Id.Value;

    public bool HoldsAll => Code == Admin;

    public Names Names => new(NameTr, NameSv, NameEn);

    public static Role Define(RoleId id, string code, Names names, IEnumerable<string> permissions, int order)
    {
        var role = new Role { Id = id, Order = order };
        role.Code = AllowedCode().IsMatch(code) ? code : throw new Refusal("identity.role_code_invalid", RefusalKind.Invalid);
        role.Write(names, permissions);
        return role;
    }

    public void Describe(Names names, IEnumerable<string> permissions)
    {
        if (HoldsAll)
        {
            throw new Refusal("identity.role_fixed", RefusalKind.State);
        }

        Write(names, permissions);
    }

    private void Write(Names names, IEnumerable<string> permissions)
    {
        var read = Texts.ReadOrRefuse(names, 80, "identity.name_needed");
        (NameTr, NameSv, NameEn) = (read.Tr, read.Sv, read.En);
        Permissions = new CodeSet(permissions.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedCode();
}
