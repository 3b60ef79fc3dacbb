using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Santral.Kernel;

namespace Santral.ModuleTests.Identity;

/// <summary>What the audit trail may say has words in the three languages, and never a secret.</summary>
public sealed partial class AuditTextsTests(Installation installation) : IClassFixture<Installation>
{
    private static readonly string[] Languages = ["tr", "sv", "en"];

    /// <summary>Book-keeping of the record itself, which the page does not show.</summary>
    private static readonly string[] Unsaid = ["id", "changedAt", "numberOrder", "addressKey"];

    [Fact]
    public void Every_kind_of_record_and_every_act_has_a_name()
    {
        using var scope = installation.Services.CreateScope();
        var texts = installation.Services.GetRequiredService<ITexts>();
        var keys = new List<string[]>();
        foreach (var trail in scope.ServiceProvider.GetServices<IAuditTrail>())
        {
            foreach (var (kind, acts) in trail.Acts)
            {
                keys.Add([$"identity.module.{trail.Module}"]);
                keys.Add([$"{trail.Module}.audit.kind.{kind}"]);
                keys.AddRange(acts.Select(act => (string[])[$"{trail.Module}.audit.act.{act}", $"identity.act.{act}"]));
            }
        }

        keys.Count.ShouldBeGreaterThan(150);
        Missing(texts, keys).ShouldBeEmpty();
    }

    [Fact]
    public void Every_audited_field_and_every_word_it_can_hold_has_a_name()
    {
        var texts = installation.Services.GetRequiredService<ITexts>();
        var keys = new List<string[]>();
        foreach (var (module, kind, field, property) in Fields())
        {
            if (!Unsaid.Contains(field))
            {
                keys.Add([$"{module}.audit.field.{kind}.{field}", $"{module}.audit.field.{field}", $"identity.field.{field}"]);
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                keys.AddRange((type.IsEnum ? Enum.GetNames(type) : []).Select(JsonNamingPolicy.CamelCase.ConvertName)
                    .Select(v => (string[])[$"{module}.audit.value.{kind}.{field}.{v}", $"{module}.audit.value.{field}.{v}", $"identity.value.{field}.{v}"]));
            }
        }

        keys.Count.ShouldBeGreaterThan(250);
        Missing(texts, keys).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_secret_is_kept_out_of_the_trail()
        => Fields().Where(f => Secret().IsMatch(f.Field) && f.Property.PropertyInfo?.IsDefined(typeof(UnauditedAttribute), inherit: true) != true)
            .Select(f => $"{f.Kind}.{f.Field}").ShouldBeEmpty();

    [Fact]
    public void Every_act_that_is_written_is_declared_by_its_module()
    {
        using var scope = installation.Services.CreateScope();
        var declared = scope.ServiceProvider.GetServices<IAuditTrail>().SelectMany(t => t.Acts).SelectMany(k => k.Value.Select(act => $"{k.Key}.{act}")).ToHashSet();
        var written = Directory.EnumerateFiles(Path.Combine(Root(), "src/Modules"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Written().Matches(File.ReadAllText(f)))
            .SelectMany(m => Quoted().Matches(m.Groups[2].Value).Select(q => $"{m.Groups[1].Value}.{q.Groups[1].Value}"))
            .ToList();

        written.Count.ShouldBeGreaterThan(30);
        written.Where(w => !declared.Contains(w)).ShouldBeEmpty();
    }

    private List<(string Module, string Kind, string Field, IProperty Property)> Fields()
    {
        using var scope = installation.Services.CreateScope();
        var fields = new List<(string, string, string, IProperty)>();
        foreach (var database in scope.ServiceProvider.GetServices<ModuleDatabase>())
        {
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
            foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(IAudited).IsAssignableFrom(e.ClrType)))
            {
                var isSingle = entity.FindPrimaryKey()!.Properties.Count == 1;
                fields.AddRange(entity.GetProperties().Where(p => p.Name != "Version" && !(p.IsPrimaryKey() && isSingle)).Select(p => (db.Module, entity.ClrType.Name, Camel(p.Name), p)));
                fields.AddRange(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties().Select(p => (db.Module, entity.ClrType.Name, Camel(c.Name + p.Name), p))));
            }
        }

        return fields;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Santral.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static List<string> Missing(ITexts texts, IEnumerable<string[]> keys)
        => [.. keys.SelectMany(k => Languages.Where(l => !k.Any(one => texts.Has(l, one))).Select(l => $"{l} {k[0]}")).Distinct()];

    [GeneratedRegex("(hash|secret|password|refresh|token)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"WriteAct\(\s*(?:nameof\((?:Domain\.)?|"")(\w+)(?:\)|""),\s*(.*?)\);", RegexOptions.Singleline)]
    private static partial Regex Written();

    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)*)\"")]
    private static partial Regex Quoted();
}
