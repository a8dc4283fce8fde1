using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Dementia is coded by its cause, its severity and its behaviour (Official Guidelines I.C.5.d): the fourth character is the severity, what follows is agitation, other
/// disturbance, psychosis, mood or anxiety. Dementia in a disease coded elsewhere has that disease's code before it.
/// </summary>
internal static class Dementia
{
    public static readonly Rule Rule = new("dementia", "Guidelines I.C.5.d", Apply);

    private static readonly (string Tail, string[] Words)[] Behaviours =
    [
        ("11", ["agitation", "agitated", "aggression", "aggressive", "combative", "restlessness"]), ("2", ["psychotic", "psychosis", "hallucinations", "hallucination", "delusions", "delusional", "paranoia"]),
        ("3", ["depression", "depressed", "mood", "apathy"]), ("4", ["anxiety", "anxious"]), ("18", ["behavioral", "behavioural", "wandering", "disinhibition", "sleep"]),
    ];

    private static readonly string[] Causes = ["G30", "G310", "G3183", "G10", "G20", "B20"];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("F01") || m.Entry.Under("F02") || m.Entry.Under("F03")).ToList()) Grade(note, m);
        if (note.Has("F02")) return;
        // "Alzheimer's dementia" is both; a Parkinson patient's dementia too.
        foreach (var cause in note.Live.Where(m => Array.Exists(Causes, m.Entry.Under)).ToList())
        {
            var sentence = note.Note.Sentences[cause.Sentence];
            var own = cause.Entry.Under("G30") || cause.Entry.Under("G310") || cause.Entry.Under("G3183");
            var at = note.FindWord(sentence, "dementia");
            if (!own && (at < 0 || at < cause.From - 1 || at > cause.To + 4)) continue;
            foreach (var m in note.Live.Where(m => m.Entry.Under("F03")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "F02");
            if (note.Add("F0280", cause.Sentence, cause.From, cause.To, cause.Assertion, Rule.Id, Rule.Source) is { } added) Grade(note, added);
            cause.Kept = true;
            return;
        }
    }

    private static void Grade(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var grade = note.FindWord(sentence, "severe", "advanced") >= 0 ? 'C' : note.FindWord(sentence, "moderate") >= 0 ? 'B' : note.FindWord(sentence, "mild") >= 0 ? 'A' : '\0';
        string? tail = null;
        foreach (var (code, words) in Behaviours)
        {
            var at = note.FindWord(sentence, words);
            var without = note.FindWord(sentence, "without");
            if (at > without && without >= m.From)
            {
                foreach (var other in note.Live.Where(o => o != m && o.Sentence == m.Sentence && o.From > without && (o.Entry.Under("R45") || o.Entry.Under("F06") || o.Entry.Under("F41"))).ToList()) other.Reject(RejectReasons.Negated, Rule.Source);
                continue;
            }

            if (at < 0 || note.ScopesOf[m.Sentence].Exists(x => x.Kind == Assertion.Negated && x.From <= at && x.To > at) || Math.Abs(at - m.To) > 8) continue;
            tail = code;
            foreach (var other in note.Live.Where(o => o != m && o.Sentence == m.Sentence && o.From <= at && o.To > at && (o.Entry.Under("R45") || o.Entry.Under("R44") || o.Entry.Under("F06") || o.Entry.Under("F2"))).ToList()) other.Reject(RejectReasons.Combined, Rule.Source, m.Entry.Display);
            break;
        }

        if (grade == '\0' && tail is null) return;
        var now = m.Entry.Code;
        var first = now[..3] + (grade != '\0' ? grade : now.Length > 3 ? now[3] : '9');
        var rest = tail ?? (now.Length > 4 ? now[4..] : "0");
        var wanted = first + (first[3] is 'A' or 'B' or 'C' || first.StartsWith("F03", StringComparison.Ordinal) || first[3] is '5' or '8' or '9' ? rest : "");
        if (note.Codes.Find(wanted) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
    }
}
