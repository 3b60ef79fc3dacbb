using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Santral.Host.Problems;

/// <summary>
/// Refuses a body with a hole in it. What a request's type says is always there (a text, a list, each of its entries) is there when the
/// handler runs: JSON may leave anything out or write null in its place, and the handler would fall over it.
/// </summary>
internal static class WholeBodies
{
    // Deeper than any request; a type that holds itself must not hang the door.
    private const int Deepest = 8;

    private static readonly ConcurrentDictionary<Type, Part[]> Shapes = new();

    public static TBuilder RefuseHoles<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
        => routes.AddEndpointFilterFactory((context, next) =>
        {
            var services = context.ApplicationServices.GetService<IServiceProviderIsService>();
            var bodies = context.MethodInfo.GetParameters()
                .Where(p => IsOurs(p.ParameterType) && services?.IsService(p.ParameterType) != true && p.GetCustomAttribute<AsParametersAttribute>() is null)
                .Select(p => p.Position)
                .ToArray();
            return bodies.Length == 0 ? next : call => RefuseOrCallAsync(call, bodies, next);
        });

    private static ValueTask<object?> RefuseOrCallAsync(EndpointFilterInvocationContext call, int[] bodies, EndpointFilterDelegate next)
    {
        var holes = new Dictionary<string, string[]>();
        foreach (var position in bodies)
        {
            Look(call.Arguments[position], "", 0, holes);
        }

        return holes.Count == 0 ? next(call) : ValueTask.FromResult<object?>(Refused(call.HttpContext, holes));
    }

    /// <summary>The same shape as the framework's own answer to a field that is not as described.</summary>
    private static ProblemHttpResult Refused(HttpContext http, Dictionary<string, string[]> holes)
    {
        var problem = RefusalProblems.Describe(http, http.RequestServices.GetRequiredService<ITexts>(), "request.invalid", StatusCodes.Status400BadRequest);
        problem.Extensions["errors"] = holes;
        return TypedResults.Problem(problem);
    }

    private static void Look(object? value, string path, int depth, Dictionary<string, string[]> holes)
    {
        if (value is null || depth > Deepest)
        {
            return;
        }

        foreach (var part in Shapes.GetOrAdd(value.GetType(), PartsOf))
        {
            LookAt(part.Property.GetValue(value), part.Kind, path + part.Property.Name, depth, holes);
        }
    }

    private static void LookAt(object? found, NullabilityInfo kind, string path, int depth, Dictionary<string, string[]> holes)
    {
        if (found is null)
        {
            if (kind.ReadState == NullabilityState.NotNull && !IsJudgedByDomain(kind.Type))
            {
                holes.TryAdd(path, [$"The {path} field is required."]);
            }
        }
        else if (found is IDictionary entries && kind.GenericTypeArguments is [_, var value])
        {
            foreach (DictionaryEntry entry in entries)
            {
                LookAt(entry.Value, value, $"{path}.{entry.Key}", depth + 1, holes);
            }
        }
        else if (found is IEnumerable list and not string && ElementOf(kind) is { } element)
        {
            var index = 0;
            foreach (var one in list)
            {
                LookAt(one, element, $"{path}[{index++}]", depth + 1, holes);
            }
        }
        else if (IsOurs(found.GetType()) && !IsJudgedByDomain(found.GetType()))
        {
            Look(found, $"{path}.", depth + 1, holes);
        }
    }

    private static NullabilityInfo? ElementOf(NullabilityInfo list)
        => list.ElementType ?? (list.GenericTypeArguments is [var only] && !only.Type.IsValueType ? only : null);

    /// <summary>What a client may fill; what the type works out from it is left alone.</summary>
    private static Part[] PartsOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p is { CanRead: true, CanWrite: true } && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsValueType)
            .Select(p => new Part(p, nullability.Create(p)))];
    }

    // A drawing or an article may be unfinished: its own rules say what is missing, in their words.
    private static bool IsJudgedByDomain(Type type)
        => type.Namespace is { } space && (space.EndsWith(".Domain", StringComparison.Ordinal) || space.StartsWith("Santral.Contracts.", StringComparison.Ordinal));

    // A name in three languages may lack one: who reads it says which are needed.
    private static bool IsOurs(Type type)
        => type.IsClass && type != typeof(Names) && type.Assembly.GetName().Name?.StartsWith("Santral.", StringComparison.Ordinal) == true;

    private sealed record Part(PropertyInfo Property, NullabilityInfo Kind);
}
