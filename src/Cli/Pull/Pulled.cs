using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CodingAhead.Cli.Pull;

/// <summary>A line of <c>pulled.json</c>: where a file came from.</summary>
internal sealed record PulledFile
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    /// <summary>Below the releases directory, with forward slashes.</summary>
    public required string File { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary><c>pulled.json</c>, the record of a releases directory.</summary>
internal static class Pulled
{
    /// <summary>Reads it. None, or a damaged one, is an empty one: the cost is that files are fetched again.</summary>
    public static List<PulledFile> Read(string directory)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(directory, "pulled.json"));
            return JsonSerializer.Deserialize(stream, PullJson.Default.ListPulledFile) ?? [];
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Puts one file's line in, in place of an earlier one, and leaves no half-written record whatever happens.</summary>
    public static void Record(string directory, PulledFile file)
    {
        var files = Read(directory);
        files.RemoveAll(other => other.File == file.File);
        files.Add(file);
        files.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        Whole.Write(Path.Combine(directory, "pulled.json"), JsonSerializer.SerializeToUtf8Bytes(files, PullJson.Default.ListPulledFile));
    }
}

/// <summary>The small file beside a <c>.part</c>: which version of which address the bytes are from.</summary>
internal sealed record PartState
{
    public required string Url { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public long? Total { get; init; }

    /// <summary>What to send as If-Range: a strong tag, else the date; null when the server gave neither and a resume would be a guess.</summary>
    public RangeConditionHeaderValue? Condition() =>
        Etag is not null && EntityTagHeaderValue.TryParse(Etag, out var tag) && !tag.IsWeak ? new(tag)
        : LastModified is not null && DateTimeOffset.TryParseExact(LastModified, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? new(date)
        : null;

    public static PartState? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), PullJson.Default.PartState);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string path) => Whole.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, PullJson.Default.PartState));
}

/// <summary>Small files that are there whole or not at all.</summary>
internal static class Whole
{
    public static void Write(string path, byte[] content)
    {
        File.WriteAllBytes(path + ".tmp", content);
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
