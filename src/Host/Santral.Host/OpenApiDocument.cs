using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Santral.Host;

/// <summary>The API's description: identities are UUID strings, phone numbers E.164 strings, nested types carry their feature's name.</summary>
internal static class OpenApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = type =>
        {
            var id = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            return id is null ? null : type.Type.DeclaringType is { } feature ? feature.Name + id : WithFeatures(id, type.Type);
        };
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (IdJson.IsId(type))
            {
                schema.Type = JsonSchemaType.String;
                schema.Format = "uuid";
            }
            else if (type == typeof(PhoneNumber))
            {
                schema.Type = JsonSchemaType.String;
                schema.Format = "e164";
            }

            else if (schema.Type is JsonSchemaType.Array && schema.Items is null && type.IsGenericType && IdJson.IsId(type.GetGenericArguments()[0]))
            {
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
            }

            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Santral";
            document.Info.Version = "v1";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    }

    /// <summary>A page of `FindCustomers.Row` is not a page of `FindOrders.Row`.</summary>
    private static string WithFeatures(string id, Type type)
        => type.GetGenericArguments().Where(t => t.DeclaringType is not null && !t.IsGenericType)
            .Aggregate(id, (name, t) => name.Replace($"Of{t.Name}", $"Of{t.DeclaringType!.Name}{t.Name}", StringComparison.Ordinal));
}
