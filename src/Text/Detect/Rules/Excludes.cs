using System.Text.RegularExpressions;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Two codes of which one has an Excludes1 note naming the other are not coded together (Official Guidelines I.A.12.a), unless they are unrelated; the note cannot say
/// that, so only a symptom or an unspecified code gives way, and of others the coder is told. "Code first" and "use additional code" notes (I.A.13) are shown.
/// </summary>
internal static partial class Excludes
{
    public static readonly Rule Rule = new("excludes1", "Guidelines I.A.12.a", Apply);

    private static void Apply(NoteCase note)
    {
        var live = note.Live.DistinctBy(m => m.Entry.Code).ToList();
        if (live.Count is < 2 or > 120) return;
        foreach (var m in live)
        {
            foreach (var (at, text) in note.Codes.Notes(m.Entry, "excludes1"))
            {
                foreach (var (from, to) in Ranges(text))
                {
                    foreach (var other in live)
                    {
                        if (other == m || !other.Live || !m.Live || !Within(other.Entry.Code, from, to) || other.Entry.Under(at)) continue;
                        if (!Symptom(other.Entry) && !Symptom(m.Entry) && Narrower(note, other, text)) continue;
                        var loser = Loser(m, other, text, Names(note, other.Entry, m.Entry));
                        // What the assessment names stands before what only the history has.
                        var rival = loser == m ? other : m;
                        if (loser is not null && !Symptom(loser.Entry) && loser.Section == SectionKind.Assessment && rival.Section is not (SectionKind.Assessment or SectionKind.Plan) && !note.Live.Any(x => x.Entry.Category.SequenceEqual(rival.Entry.Category) && x.Section is SectionKind.Assessment or SectionKind.Plan)) loser = rival;
                        var (kept, lost) = loser == m ? (other, m) : (m, other);
                        if (loser is null)
                        {
                            m.Applied.Add($"Excludes1 at {Dotted(at)} names {other.Entry.Display}: both only if unrelated.");
                            continue;
                        }

                        foreach (var same in note.Live.Where(x => x.Entry.Code == lost.Entry.Code).ToList()) same.Reject(RejectReasons.Excludes1, $"Excludes1 at {Dotted(at)}", kept.Entry.Display);
                    }
                }
            }

            if (!m.Live) continue;
            foreach (var kind in (ReadOnlySpan<string>)["codeFirst", "useAdditionalCode"])
            {
                foreach (var (at, text) in note.Codes.Notes(m.Entry, kind).Take(2)) m.Applied.Add($"{(kind == "codeFirst" ? "Code first" : "Use additional code")} at {Dotted(at)}: {text}");
            }
        }
    }

    // A symptom gives way first. Of two diagnoses the note stands at the one that is not used: "emphysema (J43.-)" at J44 says that there it is J43. A note at a whole chapter, or
    // about other parts of the body, or for what the other code does not name, tells the coder and decides nothing.
    private static Mention? Loser(Mention m, Mention other, string text, bool mutual)
    {
        // The excludes of drugs in the blood are not meant for bacteria in it.
        if (m.Entry.Under("R7881") || other.Entry.Under("R7881")) return null;
        if (Symptom(other.Entry) && !other.Kept) return other;
        if (Symptom(m.Entry) && !m.Kept) return m;
        if (m.Entry.Code[0] == 'M' && other.Entry.Code[0] == 'M' || m.Entry.Code[0] != other.Entry.Code[0] || text.Contains(" with keto", StringComparison.Ordinal)) return null;
        // Where each excludes the other, the later of the two in the list gives way: depression beside a bipolar disorder, COPD beside an emphysema.
        if (mutual && string.CompareOrdinal(m.Entry.Code, other.Entry.Code) < 0) (m, other) = (other, m);
        if (Weak(m.Entry) && !m.Kept) return m;
        return Weak(other.Entry) && !other.Kept ? other : null;
    }

    // "Cryoglobulinemic purpura (D89.1)" names one of the conditions of that code; a cryoglobulinemia alone is another.
    private static bool Narrower(NoteCase note, Mention other, string text)
    {
        var name = text.Split(" (")[0];
        if (!note.Codes.OwnNotes(other.Entry, "inclusionTerm").Contains(name, StringComparer.OrdinalIgnoreCase)) return false;
        foreach (var word in name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var said = word.Length < 5;
            for (var i = other.From; i < other.To; i++) said |= note.Word(i).StartsWith(word[..Math.Min(word.Length, 6)], StringComparison.Ordinal);
            if (!said) return true;
        }

        return false;
    }

    private static bool Names(NoteCase note, CodeEntry entry, CodeEntry other)
    {
        foreach (var (_, text) in note.Codes.Notes(entry, "excludes1"))
        {
            foreach (var (from, to) in Ranges(text)) if (Within(other.Code, from, to)) return true;
        }

        return false;
    }

    private static bool Symptom(CodeEntry entry) => entry.Code[0] == 'R';

    private static bool Weak(CodeEntry entry) => entry.Code[0] == 'R' || entry.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase);

    private static string Dotted(string code) => code.Length > 3 ? $"{code[..3]}.{code[3..]}" : code;

    private static IEnumerable<(string From, string To)> Ranges(string text)
    {
        foreach (System.Text.RegularExpressions.Match match in Named().Matches(text))
        {
            var from = match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal);
            yield return (from, match.Groups[2].Success ? match.Groups[2].Value.Replace(".", "", StringComparison.Ordinal) : from);
        }
    }

    private static bool Within(string code, string from, string to) =>
        code.StartsWith(from, StringComparison.Ordinal) || code.StartsWith(to, StringComparison.Ordinal) || string.CompareOrdinal(code, from) >= 0 && string.CompareOrdinal(code, to) <= 0;

    [GeneratedRegex(@"\b([A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?:\.?-(?:([A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?))?)?(?=[-,;)\s]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
