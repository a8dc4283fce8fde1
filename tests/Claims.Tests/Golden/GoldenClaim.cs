using System.Globalization;
using CodingAhead.Claims.Tests.Edits;

namespace CodingAhead.Claims.Tests.Golden;

/// <summary>A claim of <c>golden-claims.txt</c> with all that is to be found and paid; the file's head says how it is written.</summary>
internal sealed class GoldenClaim
{
    private readonly List<string> finds = [];
    private readonly List<string> facts = [];
    private string on = "", dx = "", lines = "", history = "", setting = "practitioner", patient = "";

    public string Name { get; private set; } = "";

    /// <summary>Outcome, rule, lines and codes, sorted.</summary>
    public IReadOnlyList<string> Finds => [.. finds.Select(f => Parse(f).Finding).Order(StringComparer.Ordinal)];

    /// <summary>Dollars a line, <c>-</c> for none; empty when nothing is said of them.</summary>
    public string Pays { get; private set; } = "";

    /// <summary>The sum alone; null when nothing is said of it.</summary>
    public decimal? Total { get; private set; }

    /// <summary>Which facts decide.</summary>
    public IReadOnlyList<string> Facts => facts;

    /// <summary>Words that the sentence of a finding must have.</summary>
    public IEnumerable<(string Finding, string Words)> Words => finds.Select(Parse).SelectMany(f => f.Words.Select(w => (f.Finding, w)));

    public Claim Claim
    {
        get
        {
            var claim = Typed.Claim(lines, on, dx, history) with { Id = Name, Setting = Allowed.SettingOf(setting), Provider = new Provider { Zip = "60601", State = "IL" } };
            var who = patient.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return who.Length == 2 ? claim with { Patient = new Patient(who[0], Typed.Date(who[1])) } : claim;
        }
    }

    public static List<GoldenClaim> Read(string path)
    {
        var claims = new List<GoldenClaim>();
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (key, value) = (line[..colon], line[(colon + 1)..].Trim());
            if (key == "claim") claims.Add(new GoldenClaim { Name = value[..value.IndexOf(',', StringComparison.Ordinal)] });
            else claims[^1].Set(key, value);
        }

        return claims;
    }

    /// <summary>A finding as the file writes it, without its words.</summary>
    public static string Written(Finding f) =>
        string.Join(' ', [Typed.Id(f.Outcome), f.Rule, f.Lines.Count == 0 ? "-" : string.Join(',', f.Lines), .. f.Codes.Order(StringComparer.Ordinal)]);

    private static (string Finding, string[] Words) Parse(string text)
    {
        var parts = text.Split('"', StringSplitOptions.TrimEntries);
        var words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (string.Join(' ', [.. words[..3], .. words[3..].Order(StringComparer.Ordinal)]), [.. parts.Where((_, i) => i % 2 == 1)]);
    }

    private void Set(string key, string value)
    {
        switch (key)
        {
            case "on": on = value; break;
            case "dx": dx = value; break;
            case "lines": lines = value; break;
            case "history": history = value; break;
            case "setting": setting = value; break;
            case "patient": patient = value; break;
            case "find": finds.Add(value); break;
            case "pays": Pays = string.Join("; ", value.Split(' ')); break;
            case "total": Total = decimal.Parse(value, CultureInfo.InvariantCulture); break;
            case "fact": facts.Add(value); break;
            default: throw new FormatException($"golden-claims.txt: '{key}' is no key (claim {Name})");
        }
    }
}
