using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Cli.Pull;
using Xunit;

namespace CodingAhead.Cli.Tests.Pull;

/// <summary>A publisher, a directory and a publishers file, for one fact each.</summary>
public abstract class PullFacts : IAsyncLifetime
{
    private static readonly TimeSpan Silence = TimeSpan.FromHours(4);
    private readonly HttpClient client = Puller.CreateClient();
    private readonly JsonArray entries = [];

    internal HastyTime Time { get; } = new(Silence);

    internal Publisher Publisher { get; private set; } = null!;

    internal string Root { get; } = Directory.CreateTempSubdirectory("codingahead-pull-").FullName;

    internal List<PullProgress> Progress { get; } = [];

    public async ValueTask InitializeAsync() => Publisher = await Publisher.StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        client.Dispose();
        await Publisher.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }

    /// <summary>Adds an entry whose address is direct.</summary>
    internal void Direct(string path, string id = "codes", string licence = "public", string? agree = null, string? sha256 = null, bool optional = false) => entries.Add(new JsonObject
    {
        ["id"] = id, ["publisher"] = "CMS", ["dataset"] = "codes", ["licence"] = licence, ["how"] = "direct",
        ["url"] = path.StartsWith("http", StringComparison.Ordinal) ? path : Publisher.Address + path, ["agree"] = agree, ["sha256"] = sha256, ["optional"] = optional,
    });

    /// <summary>Adds an entry whose address a page tells.</summary>
    internal void Linked(string page, string link, string id = "codes", string how = "landing", string licence = "public", string? agree = null) => entries.Add(new JsonObject
    {
        ["id"] = id, ["publisher"] = "CMS", ["dataset"] = "codes", ["licence"] = licence, ["how"] = how,
        ["page"] = Publisher.Address + page, ["link"] = new JsonArray(link), ["agree"] = agree,
    });

    internal PullOptions Options(params string[] accepted)
    {
        var file = Path.Combine(Root, "publishers.json");
        File.WriteAllText(file, new JsonObject { ["entries"] = entries.DeepClone() }.ToJsonString());
        return new PullOptions { Directory = Path.Combine(Root, "releases"), PublishersFile = file, Timeout = Silence, Accepted = accepted.ToHashSet() };
    }

    internal Task<PullReport> PullAsync(PullOptions? options = null, CancellationToken cancel = default) =>
        new Puller(client, Time) { Random = new Random(7) }.PullAsync(options ?? Options(), new Recorder(Progress), cancel);

    internal async Task<PullEntry> PullOneAsync(PullOptions? options = null) => Assert.Single((await PullAsync(options)).Entries);

    internal string FileOf(string name) => Path.Combine(Root, "releases", "codes", name);

    internal JsonNode? Recorded(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "releases", "pulled.json")))!.AsArray().SingleOrDefault(line => (string?)line!["file"] == "codes/" + name);

    internal static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    internal sealed class Recorder(List<PullProgress> steps) : IProgress<PullProgress>
    {
        public Action<PullProgress>? Then { get; init; }

        public void Report(PullProgress value)
        {
            steps.Add(value);
            Then?.Invoke(value);
        }
    }
}
