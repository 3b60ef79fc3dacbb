namespace Santral.Contracts.Definitions;

/// <summary>Codes of the tables other modules choose from.</summary>
public static class DefinitionTables
{
    /// <summary>What a contact was about (W-D01): obligatory on every interaction.</summary>
    public const string InteractionCategories = "interaction_categories";

    public const string ContactMethods = "contact_methods";

    /// <summary>Codes low, normal, high, urgent to begin with; columns `colour` and `isDefault`. Targets are the clocks' own.</summary>
    public const string Priorities = "priorities";

    /// <summary>The complaint tree: category, subcategory, detail (W-D05 … W-D07).</summary>
    public const string RequestCategories = "request_categories";

    public const string ServiceCategories = "service_categories";

    public const string ReturnCategories = "return_categories";

    public const string ReturnRejections = "return_rejections";

    public const string SubscriptionCategories = "subscription_categories";
}
