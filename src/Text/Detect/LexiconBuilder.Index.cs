using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;

namespace CodingAhead.Text.Detect;

/// <summary>The entries of the Alphabetic Index, the Table of Neoplasms and the index of external causes.</summary>
internal sealed partial class LexiconBuilder
{
    [GeneratedRegex("> specified (?:> )?(site|type|organism|bacterium|bacteria|virus|complication|disease|condition|disorder|cause|form|organ|part|agent|manifestation|pathology|symptom|severity)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddIndex(string code, CodeEntry? entry, int fact, Dictionary<string, ushort> days)
    {
        var whole = new Row(book, fact);
        if (whole.Column(0).SequenceEqual("drug"u8)) return;
        var volume = whole[0];
        if (!days.TryGetValue(volume, out var day)) return;
        ref readonly var record = ref book.FactAt(fact);
        if (day < record.From || day > record.To) return;
        var (path, brackets, column) = (whole[1], whole[2], whole[3]);
        if (volume == "disease" && (entry ?? codes.SuccessorsOf(code).FirstOrDefault()) is { } named) see.Entry(path, named);
        var nemod = brackets.Replace('(', ' ').Replace(')', ' ').Trim();
        // "Hypertension > portal > in (due to) schistosomiasis": what the preposition leads to is part of the name.
        if (nemod.Length > 0 && (path.EndsWith(" > in", StringComparison.Ordinal) || path.EndsWith(" > with", StringComparison.Ordinal) || path.EndsWith(" > due to", StringComparison.Ordinal)))
        {
            path = $"{path} {Bracketed().Replace(brackets, " ").Trim()}";
            nemod = "";
        }

        // "Specified NEC" is where the coder goes who knows what it is; a note never says it.
        if (path.EndsWith("specified NEC", StringComparison.Ordinal) || path.EndsWith("> specified", StringComparison.Ordinal) || path.Contains("> specified NEC", StringComparison.Ordinal) || Generic().IsMatch(path) || path.EndsWith("> NEC", StringComparison.Ordinal)) return;
        // A heading of the index that sorts what stands below it ("Lipoma > site classification > arms") is said by nobody.
        path = path.Replace(" > site classification", "", StringComparison.Ordinal);
        // "Osteoma, see Neoplasm, bone, benign".
        if (volume == "neoplasm" && entry is not null && path.Contains('>', StringComparison.Ordinal) && Behaviour(column) is { } behaviour) see.Entry($"{path.Replace(" NEC", "", StringComparison.Ordinal)} > {behaviour}", entry);
        if (volume == "disease" && entry is not null) AddEponym(entry, fact, path);
        foreach (var alternative in Alternatives(path).SelectMany(MainTerms)) AddIndex(volume, entry, code, fact, alternative, column, nemod);
    }

    // A column of the Table of Neoplasms as references name it.
    private static string? Behaviour(string column) => column switch
    {
        "Malignant Primary" => "malignant",
        "Malignant Secondary" => "secondary",
        "Ca in situ" => "in situ",
        "Benign" => "benign",
        "Uncertain Behavior" => "uncertain behavior",
        _ => null,
    };

    // "Infarct, infarction > myocardium": each form of the main term is one that notes use. What says something new stays ("Leptocytosis, hereditary").
    private IEnumerable<string> MainTerms(string path)
    {
        var cut = path.IndexOf(" > ", StringComparison.Ordinal);
        var main = cut < 0 ? path : path[..cut];
        yield return path;
        if (!main.Contains(',', StringComparison.Ordinal)) yield break;
        var forms = main.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (cut < 0 && notAlone.Contains(forms[0].ToLowerInvariant())) yield break;
        for (var i = 1; i < forms.Length && i < 6; i++)
        {
            if (forms[i].Contains(' ', StringComparison.Ordinal) || IndexPath.SameBeginning(forms[0], forms[i]) < 3 && !(forms[0] is "Tear" or "Tooth" or "Foot" or "Break")) continue;
            yield return forms[i] + (cut < 0 ? "" : path[cut..]);
        }

        if (forms[0] is "Tear" or "Tooth" or "Foot" or "Break") yield return forms[0] + (cut < 0 ? "" : path[cut..]);
    }

    // "Fibrillation > atrial or auricular > persistent" is two entries.
    private static IEnumerable<string> Alternatives(string path)
    {
        var at = path.IndexOf(" or ", StringComparison.Ordinal);
        if (at < 0) return [path];
        var before = path[..at];
        var after = path[(at + 4)..];
        var start = before.LastIndexOf("> ", StringComparison.Ordinal) is var level and >= 0 ? level + 2 : 0;
        var end = after.IndexOf(" >", StringComparison.Ordinal) is var next and >= 0 ? next : after.Length;
        // "Preponderance, left or right ventricular": the choice is between two of the words behind the comma.
        if (before.LastIndexOf(", ", StringComparison.Ordinal) is var comma && comma >= start && !before.AsSpan(comma + 2).Contains(' ')) start = comma + 2;
        var (first, second, rest) = (before[start..], after[..end].Replace(" NEC", "", StringComparison.Ordinal), after[end..]);
        // "with heart or kidney disease": what follows the second belongs to both.
        var tail = second.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 && !second.Contains(',', StringComparison.Ordinal) && !first.Contains(' ', StringComparison.Ordinal) ? second[space..] : "";
        // "Ross River disease or fever": what stands before the first's last word belongs to both.
        var head = first.LastIndexOf(' ') is var last and > 0 && !second.Contains(' ', StringComparison.Ordinal) ? first[..(last + 1)] : "";
        return [before[..start] + first + tail + rest, before[..start] + head + second + rest];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddIndex(string volume, CodeEntry? entry, string code, int fact, string path, string column, string nemod)
    {
        var plain = IndexPath.VariantsInBrackets(path);
        // The rebuilt index is older than the list: what it names may have gone to finer or other codes.
        var targets = entry is not null ? [entry] : codes.SuccessorsOf(code).Take(1).ToList();
        foreach (var target in targets)
        {
            if (volume == "neoplasm")
            {
                var cut = plain.IndexOf('>', StringComparison.Ordinal);
                var site = cut < 0 ? "" : plain[(cut + 1)..];
                var behaviour = column switch
                {
                    "Malignant Primary" => "malignant neoplasm",
                    "Malignant Secondary" => "secondary malignant neoplasm",
                    "Ca in situ" => "carcinoma in situ",
                    "Benign" => "benign neoplasm",
                    "Uncertain Behavior" => "neoplasm uncertain behavior",
                    _ => "neoplasm",
                };
                Add(target, fact, TermKind.Neoplasm, $"{behaviour} {site} ({nemod})");
                continue;
            }

                // Hypertension with heart or kidney disease is put together by a rule, which needs the parts.
            if (path.Contains('>', StringComparison.Ordinal) && Array.Exists(PutTogether, target.Under)) continue;
            var external = volume == "external";
            var kind = external ? TermKind.External : path.Contains('>', StringComparison.Ordinal) ? TermKind.Index : TermKind.IndexDefault;
            Add(target, fact, kind, nemod.Length > 0 ? $"{plain} ({nemod})" : plain, external);
        }
    }
}
