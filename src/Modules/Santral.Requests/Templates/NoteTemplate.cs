namespace Santral.Requests.Templates;

/// <summary>A text people write often, with places that are filled in from the request (W-D08).</summary>
public readonly record struct NoteTemplateId(Guid Value) : IId<NoteTemplateId>
{
    public static NoteTemplateId From(Guid value) => new(value);

    public static NoteTemplateId Parse(string s, IFormatProvider? provider) => Id.Parse<NoteTemplateId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out NoteTemplateId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>What the text is for: a note among colleagues, an answer the customer may see, a mail, an answer that is given by itself (P-15).</summary>
public enum TemplateKind
{
    Note,
    Answer,
    Mail,
    Automatic,
}

/// <summary>A ready text in up to three languages, offered where its unit and category fit.</summary>
public sealed class NoteTemplate : Aggregate, IAudited
{
    public const int LongestName = 80;

    /// <summary>Less than a note, so that the filled-in values find room.</summary>
    public const int LongestText = 6000;

    private NoteTemplate()
    {
    }

    public NoteTemplateId Id { get; private set; }

    public Names Names { get; private set; } = new("", "", "");

    public Names Texts { get; private set; } = new("", "", "");

    public TemplateKind Kind { get; private set; }

    /// <summary>Code of the only unit it is offered in; null for all.</summary>
    public string? Unit { get; private set; }

    /// <summary>Offered for requests of this category and of those below it; null for all.</summary>
    public DefinitionId? CategoryId { get; private set; }

    public int Order { get; private set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>How often it was taken: the most used stands first.</summary>
    [Unaudited]
    public int Uses { get; private set; }

    public Guid AuditId => Id.Value;

    public static NoteTemplate Define(NoteTemplateId id, TemplateWording wording)
    {
        var template = new NoteTemplate { Id = id };
        template.Change(wording);
        return template;
    }

    public void Change(TemplateWording wording)
    {
        var texts = new Names(Typed.Lines(wording.Texts.Tr), Typed.Lines(wording.Texts.Sv), Typed.Lines(wording.Texts.En));
        string[] all = [texts.Tr, texts.Sv, texts.En];
        if (all.All(t => t.Length == 0))
        {
            throw new Refusal("requests.template_empty", RefusalKind.Invalid);
        }

        if (all.Any(t => t.Length > LongestText))
        {
            throw new Refusal("requests.template_too_long", RefusalKind.Invalid, ("max", LongestText));
        }

        foreach (var text in all)
        {
            TemplateText.Check(text);
        }

        Names = ThreeNames.Of(wording.Names, LongestName);
        (Texts, Kind, Unit, CategoryId, Order, IsActive) = (texts, wording.Kind, wording.Unit, wording.CategoryId, wording.Order, wording.IsActive);
    }

    /// <summary>Whether it is offered on a request there; <paramref name="categories"/> is the way from the root to the request's category.</summary>
    public bool Fits(string unit, IReadOnlyCollection<DefinitionId> categories)
        => IsActive && (Unit is null || Unit == unit) && (CategoryId is not { } only || categories.Contains(only));

    /// <summary>The text in the first of these languages that has one, and that language.</summary>
    public (string Language, string Text) TextIn(params string[] languages)
        => languages.Concat(["tr", "sv", "en"]).Select(l => (Language: l, Text: Texts.In(l))).First(t => t.Text.Length > 0);
}

/// <summary>What an operator writes about a template.</summary>
public sealed record TemplateWording(Names Names, Names Texts, TemplateKind Kind, string? Unit, DefinitionId? CategoryId, int Order, bool IsActive);

/// <summary>Names in three languages of which at least one was written; the others take it until they are written too.</summary>
internal static class ThreeNames
{
    public static Names Of(Names names, int longest)
    {
        var (tr, sv, en) = (Typed.Line(names.Tr), Typed.Line(names.Sv), Typed.Line(names.En));
        var any = tr ?? en ?? sv ?? throw new Refusal("requests.name_needed", RefusalKind.Invalid);
        return new[] { tr, sv, en }.Any(n => n?.Length > longest)
            ? throw new Refusal("requests.name_too_long", RefusalKind.Invalid, ("max", longest))
            : new Names(tr ?? any, sv ?? en ?? any, en ?? any);
    }
}
