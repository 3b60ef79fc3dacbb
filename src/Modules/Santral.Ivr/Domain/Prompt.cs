namespace Santral.Ivr.Domain;

public enum PromptSource
{
    Synthesised,
    Uploaded,
}

/// <summary>One announcement in one language: its words, and a recording where somebody has uploaded one.</summary>
public class Prompt : Aggregate, IAudited
{
    private Prompt()
    {
    }

    public Prompt(Guid id, string key, string language, string text)
    {
        Id = id;
        Key = key;
        Language = language;
        Text = text;
    }

    public Guid Id { get; private set; }

    public string Key { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Text { get; private set; } = "";

    public PromptSource Source { get; private set; }

    /// <summary>Name of the uploaded file below the prompts' folder.</summary>
    public string? File { get; private set; }

    Guid IAudited.AuditId => Id;

    public void Record(string file)
    {
        Source = PromptSource.Uploaded;
        File = file;
    }

    public void Synthesise()
    {
        Source = PromptSource.Synthesised;
        File = null;
    }

    /// <summary>The product's own words have changed; an uploaded recording stays.</summary>
    public void Reword(string text) => Text = text;
}
