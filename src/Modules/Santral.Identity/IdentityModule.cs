using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Identity;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;
using Santral.Identity.Features;
using Santral.Identity.Features.Audit;
using Santral.Identity.Jobs;

namespace Santral.Identity;

/// <summary>People, roles, sign-in, the organisation and its first run.</summary>
public sealed class IdentityModule : IModule
{
    public string Name => "identity";

    public IReadOnlyList<string> Permissions => IdentityPermissions.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<IdentityDb>();
        services.AddScoped<INameRecords, NamePeople>();
        AddMemory(services);
        AddAccess(services);
        AddKeyFolder(services, configuration);
        services.AddScoped<IPrepare, SeedRoles>();
        services.AddScoped<ISeedDemo, SeedDemoOrganisation>();
        services.AddScoped<ISeedDemo, SeedDemoPeople>();
        services.AddSingleton<DemoLoader>();
        services.AddHostedService<ForgetOldSignIns>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ShowSetUp.Map(routes);
        SetUp.Map(routes);
        LoadDemo.Map(routes);

        SignIn.Map(routes);
        SignOut.Map(routes);
        ShowMe.Map(routes);
        ChangeMe.Map(routes);
        ChangePassword.Map(routes);
        BeginTwoFactor.Map(routes);
        ConfirmTwoFactor.Map(routes);
        EndTwoFactor.Map(routes);
        ListSessions.Map(routes);
        RevokeSession.Map(routes);
        ListApiKeys.Map(routes);
        MakeApiKey.Map(routes);
        RevokeApiKey.Map(routes);
        MakeDeskPhone.Map(routes);
        RemoveDeskPhone.Map(routes);

        ListPeople.Map(routes);
        ListUsers.Map(routes);
        AddUser.Map(routes);
        ChangeUser.Map(routes);
        ResetTwoFactor.Map(routes);
        ListRoles.Map(routes);
        AddRole.Map(routes);
        ChangeRole.Map(routes);
        RemoveRole.Map(routes);
        ListPermissions.Map(routes);

        ShowOrganisation.Map(routes);
        ChangeOrganisation.Map(routes);
        AddUnit.Map(routes);
        ChangeUnit.Map(routes);
        ReadAudit.Map(routes);
        ListAuditKinds.Map(routes);
        ExportAudit.Map(routes);
    }

    private static void AddMemory(IServiceCollection services)
    {
        services.AddSingleton<PermissionCatalog>();
        services.AddSingleton<People>();
        services.AddSingleton<IKnowPeople>(s => s.GetRequiredService<People>());
        services.AddSingleton<IKnowRoles>(s => s.GetRequiredService<People>());
        services.AddSingleton<IAuthenticateSip>(s => s.GetRequiredService<People>());
        services.AddSingleton<PeopleChanges>();
        services.AddSingleton<OrganisationInMemory>();
        services.AddSingleton<IOrganisation>(s => s.GetRequiredService<OrganisationInMemory>());
        services.AddSingleton<Turns>();
    }

    /// <summary>The keys that encrypt second factors lie in the data folder, readable by the product alone.</summary>
    private static void AddKeyFolder(IServiceCollection services, IConfiguration configuration)
    {
        var folder = Path.Combine(Path.GetFullPath(configuration["DATA"] is { Length: > 0 } data ? data : "data"), "keys");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        services.AddDataProtection().SetApplicationName("santral").PersistKeysToFileSystem(new DirectoryInfo(folder));
        // At each first start it warns that the keys have no further encryption: the folder's rights are that.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ActingUser>();
        services.AddScoped<ICurrentUser>(s => s.GetRequiredService<ActingUser>());
        services.AddSingleton(new PasswordCost());
        services.AddSingleton<Passwords>();
        services.AddSingleton<WrongSignIns>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<IKnowWhoIsIn>(s => s.GetRequiredService<LiveSessions>());
        services.AddSingleton<LiveApiKeys>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SignInCheck>();
        services.AddScoped<UserSessions>();
        services.AddScoped<RoleBook>();
        services.AddScoped<AllTrails>().AddScoped<AuditTexts>().AddScoped<AuditValues>().AddScoped<AuditWords>();
        IdentitySchemes.AddSchemes(services);
    }
}
