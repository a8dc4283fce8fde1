using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>
/// A public table of names as extra evidence: the Census Bureau's <c>dist.all.last</c>, <c>dist.female.first</c>, <c>dist.male.first</c> (1990: name, share in percent, cumulated
/// share, rank), or the Social Security Administration's <c>yobYYYY.txt</c> (name, sex, births).
/// </summary>
public sealed class NameTable
{
    /// <summary>Longer files are refused: in bytes.</summary>
    public const int LongestFile = 64_000_000;

    private NameTable(string name, string sha256, bool surnames, Dictionary<ulong, byte> weights) => (Name, Sha256, Surnames, Weights) = (name, sha256, surnames, weights);

    /// <summary>The file's name, as manifests state it.</summary>
    public string Name { get; }

    /// <summary>Hash of the file's bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Surnames rather than given names.</summary>
    public bool Surnames { get; }

    /// <summary>Weight of 0 to 15 by hash of the name.</summary>
    internal Dictionary<ulong, byte> Weights { get; }

    /// <summary>Reads a file; which table it is, its name says.</summary>
    /// <exception cref="RedactionException">It cannot be read, or is neither table.</exception>
    public static NameTable Read(string path)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length > LongestFile) throw new RedactionException($"{Path.GetFileName(path)} is larger than a table of names.");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RedactionException($"The table of names {Path.GetFileName(path)} cannot be read.");
        }

        return Parse(Path.GetFileName(path), bytes);
    }

    /// <summary>Reads the bytes of a file of that name.</summary>
    /// <exception cref="RedactionException">It is neither table.</exception>
    public static NameTable Parse(string name, ReadOnlySpan<byte> bytes)
    {
        var born = name.StartsWith("yob", StringComparison.OrdinalIgnoreCase);
        if (!born && !name.StartsWith("dist.", StringComparison.OrdinalIgnoreCase)) throw new RedactionException($"{name} is no table of names; expected dist.all.last, dist.female.first, dist.male.first or yobYYYY.txt.");
        var weights = new Dictionary<ulong, byte>();
        var number = 0;
        foreach (var line in Encoding.ASCII.GetString(bytes).AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace()) continue;
            var parts = line.ToString().Split(born ? ',' : ' ', StringSplitOptions.RemoveEmptyEntries);
            // The share in percent counts a thousandfold, births by forties: the scale of the shipped evidence (Training/train.py).
            if (parts.Length < 3 || !double.TryParse(parts[born ? 2 : 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var v) || v < 0 || double.IsInfinity(v) || double.IsNaN(v))
                throw new RedactionException(string.Create(CultureInfo.InvariantCulture, $"{name}, line {number}: expected {(born ? "name,sex,births" : "name, share, cumulated share, rank")}."));
            var weight = (byte)Math.Min(15, 2 + (int)Math.Log2(1 + (born ? v / 40 : v * 1000)));
            var hash = Words.Hash(parts[0].ToLowerInvariant());
            if (weights.GetValueOrDefault(hash) < weight) weights[hash] = weight;
        }

        return new NameTable(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), name.EndsWith(".last", StringComparison.OrdinalIgnoreCase), weights);
    }
}
