using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>Every permission the modules of this installation ask for.</summary>
public sealed class PermissionCatalog
{
    private readonly HashSet<string> _all;

    public PermissionCatalog(IEnumerable<IModule> modules)
    {
        ByModule = [.. modules.Where(m => m.Permissions.Count > 0).OrderBy(m => m.Name, StringComparer.Ordinal)];
        _all = [.. ByModule.SelectMany(m => m.Permissions)];
    }

    public IReadOnlyList<IModule> ByModule { get; }

    public IReadOnlySet<string> All => _all;

    /// <summary>What a role allows now; a permission of a module that is not there allows nothing.</summary>
    public IEnumerable<string> Of(Role role) => role.HoldsAll ? _all : role.Permissions.Where(_all.Contains);

    public void CheckKnown(IEnumerable<string> permissions)
    {
        if (permissions.FirstOrDefault(p => !_all.Contains(p)) is { } unknown)
        {
            throw new Refusal("identity.permission_unknown", RefusalKind.Invalid, ("permission", unknown));
        }
    }
}
