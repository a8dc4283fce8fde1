using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodingAhead.Text.Redact;

/// <summary>
/// A policy as JSON: <c>{"name":"ward","base":"safe-harbor","actions":{"NAME":"mask"},"allow":["…"],"deny":["…"],"patterns":[{"type":"MRN","expression":"…","rule":"…"}]}</c>.
/// What it does not say comes from its base, which is safe-harbor when it names none. Unknown members are refused.
/// </summary>
public static class PolicyFile
{
    /// <summary>Reads a policy.</summary>
    /// <param name="json">The policy.</param>
    /// <param name="folder">Where the files of <c>names</c> are; without it a policy with such files is refused, so that one that came over the net opens none.</param>
    /// <exception cref="RedactionException">Not JSON, an unknown member, type or action, or a change of safe-harbor that would keep its name.</exception>
    public static Policy Parse(string json, string? folder = null)
    {
        PolicyJson read;
        try
        {
            read = JsonSerializer.Deserialize(json, PolicyContext.Default.PolicyJson) ?? throw new RedactionException("The policy is empty.");
        }
        catch (JsonException e)
        {
            throw new RedactionException($"The policy is not readable: {e.Path ?? "it is not JSON"}.");
        }

        var start = read.Base switch
        {
            null or "safe-harbor" => Policy.SafeHarbor,
            "limited-data-set" => Policy.LimitedDataSet,
            _ => throw new RedactionException("The policy's base is neither safe-harbor nor limited-data-set."),
        };
        var name = read.Name ?? "custom";
        if (name is "safe-harbor" or "limited-data-set") throw new RedactionException($"A policy of one's own cannot be named {name}.");
        if (read.Names is { Count: > 0 } && folder is null) throw new RedactionException("A policy may name tables of names only where it is a file itself.");
        var actions = new Dictionary<PhiType, PhiAction>(start.Actions);
        foreach (var (type, action) in read.Actions ?? []) actions[Type(type)] = Action(action);
        return start with
        {
            Name = name,
            Action = read.Action is { } all ? Action(all) : start.Action,
            Actions = actions,
            Providers = read.Providers ?? start.Providers,
            Allow = read.Allow ?? start.Allow,
            Deny = read.Deny ?? start.Deny,
            Patterns = [.. (read.Patterns ?? []).Select(static p => new OwnPattern(Type(p.Type), p.Expression, p.Rule ?? "own-pattern"))],
            NameTables = [.. (read.Names ?? []).Select(n => NameTable.Read(Path.Combine(folder ?? "", n)))],
            ReviewBelow = read.ReviewBelow ?? start.ReviewBelow,
            Key = read.Key ?? start.Key,
        };
    }

    private static PhiType Type(string id) => PhiTypes.TryParse(id, out var type) ? type : throw new RedactionException($"The policy names an unknown type; expected one of {string.Join(", ", PhiTypes.All.Select(static t => t.Id()))}.");

    private static PhiAction Action(string id) => id switch
    {
        "token" => PhiAction.Token,
        "mask" => PhiAction.Mask,
        "remove" => PhiAction.Remove,
        "surrogate" => PhiAction.Surrogate,
        "shift" => PhiAction.Shift,
        "keep" => PhiAction.Keep,
        _ => throw new RedactionException("The policy names an unknown action; expected token, mask, remove, surrogate, shift or keep."),
    };
}

/// <summary>The members of a policy file.</summary>
internal sealed record PolicyJson
{
    public string? Name { get; init; }

    public string? Base { get; init; }

    public string? Action { get; init; }

    public Dictionary<string, string>? Actions { get; init; }

    public bool? Providers { get; init; }

    public List<string>? Allow { get; init; }

    public List<string>? Deny { get; init; }

    public List<PatternJson>? Patterns { get; init; }

    public List<string>? Names { get; init; }

    public double? ReviewBelow { get; init; }

    public string? Key { get; init; }
}

/// <summary>A pattern of a policy file.</summary>
internal sealed record PatternJson(string Type, string Expression, string? Rule);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(PolicyJson))]
internal sealed partial class PolicyContext : JsonSerializerContext;
