using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodingAhead.Cli.Pull;

/// <summary>How the address of a release is found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Finding>))]
public enum Finding
{
    /// <summary>The address is known: <see cref="PublisherEntry.Url"/>.</summary>
    Direct,

    /// <summary>A page links it: any link on <see cref="PublisherEntry.Page"/> that matches <see cref="PublisherEntry.Link"/>.</summary>
    Landing,

    /// <summary>A directory holds it: like a landing page, but only what lies directly in that directory.</summary>
    Listing,
}

/// <summary>One release that a publisher offers: a line of <c>publishers.json</c>.</summary>
public sealed record PublisherEntry
{
    /// <summary>What the user calls it: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>The directory its files go to, below the releases directory; may hold placeholders.</summary>
    public required string Dataset { get; init; }

    /// <summary><c>public</c>, or the licence classes that must be accepted, parted by commas (<c>ama,ada</c>).</summary>
    public required string Licence { get; init; }

    /// <summary>How the address is found.</summary>
    public required Finding How { get; init; }

    /// <summary>Landing and listing: the page to read; may hold placeholders.</summary>
    public string? Page { get; init; }

    /// <summary>Landing and listing: patterns of the file name, or of the whole address when they hold a slash. The first that matches anything wins.</summary>
    public IReadOnlyList<string> Link { get => field ?? []; init; }

    /// <summary>Direct: the address; may hold placeholders.</summary>
    public string? Url { get; init; }

    /// <summary>The query that passes the publisher's licence page. Only sent when the user accepted the licence.</summary>
    public string? Agree { get; init; }

    /// <summary>The name to save under. Default: the name in the address.</summary>
    public string? File { get; init; }

    /// <summary>The SHA-256 the file must have. Default: none is demanded.</summary>
    public string? Sha256 { get; init; }

    /// <summary>True when not every edition has this file: that it is missing is then no failure.</summary>
    public bool Optional { get; init; }

    /// <summary>For the reader of the file: where the address comes from, and whether it was verified.</summary>
    public string? Note { get; init; }

    /// <summary>The classes to accept; empty for public.</summary>
    [JsonIgnore]
    public IEnumerable<string> LicenceClasses =>
        Licence.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "public");
}

/// <summary>The publishers file: everything that can go out of date about the publishers' sites, kept out of the code.</summary>
public static class Publishers
{
    private static readonly string[] KnownLicences = ["public", "ama", "ada", "nubc"];
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>Reads and checks a publishers file.</summary>
    /// <param name="path">The file, or null for the one built into the program.</param>
    /// <exception cref="InvalidDataException">It cannot be read; the message names the file, the entry and what is wrong.</exception>
    public static IReadOnlyList<PublisherEntry> Load(string? path)
    {
        var name = path ?? "the built-in publishers file";
        PublishersFile? file;
        try
        {
            using var stream = path is null ? BuiltIn() : File.OpenRead(path);
            file = JsonSerializer.Deserialize(stream, PullJson.Default.PublishersFile);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }

        var entries = file?.Entries ?? [];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var wrong = !ids.Add(entry.Id) ? "the id is there twice" : WhatIsWrong(entry);
            if (wrong is not null)
            {
                throw new InvalidDataException($"{name}: entry '{entry.Id}': {wrong}");
            }
        }

        return entries;
    }

    /// <summary>The text of the built-in file, to start one's own from.</summary>
    public static Stream BuiltIn() => typeof(Publishers).Assembly.GetManifestResourceStream("publishers.json")!;

    private static string? WhatIsWrong(PublisherEntry entry)
    {
        if (entry.Id.Length == 0 || !entry.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return "an id is lower-case letters, digits and hyphens";
        }

        if (entry.Licence.Split(',', StringSplitOptions.TrimEntries) is var classes && classes.Except(KnownLicences).FirstOrDefault() is { } unknown)
        {
            return $"'{unknown}' is no licence class ({string.Join(", ", KnownLicences)})";
        }

        if (entry.Dataset.Split('/').Any(part => !IsPlainName(part)))
        {
            return $"dataset '{entry.Dataset}' is no plain relative directory";
        }

        if (entry.File is not null && !IsPlainName(entry.File))
        {
            return $"file '{entry.File}' is no plain file name";
        }

        if (entry.Sha256 is { } sha && (sha.Length != 64 || !sha.All(char.IsAsciiHexDigit)))
        {
            return "sha256 is 64 hexadecimal digits";
        }

        if (entry.How == Finding.Direct)
        {
            return IsAddress(entry.Url) ? null : "how 'direct' needs a url that is http or https";
        }

        return !IsAddress(entry.Page) ? $"how '{entry.How}' needs a page that is http or https"
            : entry.Link.Count == 0 ? $"how '{entry.How}' needs at least one link pattern"
            : null;
    }

    /// <summary>A name that stays inside its directory on every system.</summary>
    internal static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 200 && name[0] != '.' && name[^1] is not ('.' or ' ')
        && !name.AsSpan().ContainsAny(NotInNames) && !name.Any(char.IsControl);

    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}

/// <summary>The shape of <c>publishers.json</c>.</summary>
internal sealed record PublishersFile
{
    public string? Note { get; init; }

    public required IReadOnlyList<PublisherEntry> Entries { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(PublishersFile))]
[JsonSerializable(typeof(List<PulledFile>))]
[JsonSerializable(typeof(PartState))]
internal sealed partial class PullJson : JsonSerializerContext;
